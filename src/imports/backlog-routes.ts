import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import { actOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { canClose } from '../returns/close-month.js';
import { mostDaysOpen } from '../returns/reopen-month.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { text } from '../web/fields.js';
import { type FormView, formView, labelsOf } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { askBacklog, openBacklog } from './ask-backlog.js';
import { batchOf } from './asked-batch.js';
import { importsHref } from './new-page.js';
import { presentBacklog, stateText } from './present-backlog.js';
import type { NamedBatch } from './queries.js';

/** The backlog of a list: what it would move, and the request to the bureau. */
export function backlogRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/imports/:id/backlog', async (req, res) => {
    await backlogPage(deps, res, await batchOf(deps, req, res), formView(sayTo(res), {}));
  });
  router.post('/imports/:id/backlog', (req, res) => ask(deps, req, res));
  return router;
}

const BacklogForm = z.object({ reason: text(500) });
const labels = { reason: 'imports.backlog.reason' } as const;

async function ask(deps: Deps, req: Request, res: Response): Promise<void> {
  const batch = await batchOf(deps, req, res);
  const form = await actOnce(deps, req, res, BacklogForm, async (tx, by, { reason }) => {
    await askBacklog(tx, by, { batchId: batch.id, reason });
    return `${importsHref}/${batch.id}`;
  });
  if (form.ok) return leadOn(res, form.value);
  const say = sayTo(res);
  res.status(422);
  await backlogPage(
    deps,
    res,
    batch,
    formView(say, form.typed, form.faults, labelsOf(say, labels)),
  );
}

async function backlogPage(
  { db, clock }: Deps,
  res: Response,
  batch: NamedBatch,
  form: FormView,
): Promise<void> {
  const voice = frameOf(res);
  const { say } = voice;
  const { id, fileName } = batch;
  const on = today(clock.now());
  const shown = found(await presentBacklog(db, batch, voice));
  const open = await openBacklog(db, id, on);
  page(res, 'imports/backlog', {
    title: say('imports.backlog.title'),
    over: fileName,
    crumbs: [
      { href: importsHref, label: say('imports.title') },
      { href: `${importsHref}/${id}`, label: fileName },
    ],
    lead: say('imports.backlog.lead', { month: shown.from, days: mostDaysOpen }),
    state: open === null ? null : stateText(open, shown.n, voice),
    shown,
    decide: open !== null && canClose(viewerOf(res)) ? `/returns/reopenings/${open.id}` : null,
    action: `${importsHref}/${id}/backlog`,
    back: `${importsHref}/${id}`,
    canAsk: open === null,
    form,
    hasErrors: form.summary.length > 0,
  });
}
