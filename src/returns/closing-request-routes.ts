import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { months as monthsText, time } from '../language/format.js';
import { actOnce, pressOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow, BadRequest, found } from '../web/errors.js';
import { frameOf } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { canClose } from './close-month.js';
import { missingByMonth } from './closing-confirmation.js';
import { closingHref } from './closing-page.js';
import {
  agreeClosing,
  findClosingRequest,
  type NamedRequest,
  refuseClosing,
} from './request-closing.js';
import { closingRequestHref } from './tell-closing.js';
import { markOf, unacceptedIn } from './unaccepted.js';

const Agreement = z.object({ seen: z.string().max(64) });

/** A request to close months of which returns are missing: what the second person sees before agreeing. */
export function closingRequestRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/returns/closings/:id', (req, res) => show(deps, req, res));
  router.post('/returns/closings/:id/agreement', async (req, res) => {
    const { id } = await requested(deps, req, res);
    allow(canClose(viewerOf(res)));
    const form = await actOnce(deps, req, res, Agreement, async (tx, by, { seen }) => {
      await agreeClosing(tx, by, id, seen);
      return closingRequestHref(id);
    });
    if (!form.ok) throw new BadRequest();
    leadOn(res, form.value);
  });
  router.post('/returns/closings/:id/refusal', async (req, res) => {
    const { id } = await requested(deps, req, res);
    allow(canClose(viewerOf(res)));
    await pressOnce(deps, req, res, async (tx, by) => {
      await refuseClosing(tx, by, id);
      return closingRequestHref(id);
    });
  });
  return router;
}

async function requested({ db }: Deps, req: Request, res: Response): Promise<NamedRequest> {
  const viewer = viewerOf(res);
  allow(canClose(viewer) || viewer.role === 'auditor');
  return found(await findClosingRequest(db, idParam(req.params.id)));
}

async function show(deps: Deps, req: Request, res: Response): Promise<void> {
  const row = await requested(deps, req, res);
  const viewer = viewerOf(res);
  const voice = frameOf(res);
  const { say, lang } = voice;
  const isOpen = row.outcome === null;
  const months = { from: row.fromMonth, month: row.month };
  const missing = isOpen ? await unacceptedIn(deps.db, months) : [];
  const isOwn = viewer.accountId === row.askedById;
  const state = (row.outcome ?? 'asked') as 'asked' | 'agreed' | 'refused' | 'withdrawn';
  page(res, 'returns/closing-request', {
    title: say('returns.closing.request'),
    crumbs: [{ href: closingHref(row.month), label: say('returns.closing.link') }],
    about: [
      { label: say('returns.closing.state'), value: say(`returns.closing.state.${state}`) },
      {
        label: say('returns.closing.months'),
        value: monthsText(months.from, months.month, voice.lang),
      },
      { label: say('returns.closing.reason-label'), value: row.reason },
      {
        label: say('returns.closing.asked-by'),
        value: `${row.askedBy.name} · ${time(row.askedAt, lang)}`,
      },
      ...(row.decidedBy && row.decidedAt
        ? [
            {
              label: say('returns.closing.decided-by'),
              value: `${row.decidedBy.name} · ${time(row.decidedAt, lang)}`,
            },
          ]
        : []),
    ],
    rows: await missingByMonth(deps.db, missing, voice),
    seen: markOf(missing),
    href: closingRequestHref(row.id),
    canAgree: canClose(viewer) && isOpen && !isOwn,
    needsSecond: canClose(viewer) && isOpen && isOwn ? say('returns.closing.second') : null,
    refuse:
      canClose(viewer) && isOpen
        ? say(isOwn ? 'returns.closing.withdraw' : 'returns.closing.refuse')
        : null,
  });
}
