import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { month as monthText } from '../language/format.js';
import { actOnce } from '../people/act-once.js';
import { parkName } from '../ventures/residency-present.js';
import { localPath } from '../web/addresses.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { optional, text, wholeNumber } from '../web/fields.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { page } from '../web/views.js';
import { type AskedReturn, askedReturn } from './asked-return.js';
import type { OfPark } from './begin-return.js';
import { gridPage } from './grid-page.js';
import {
  acceptReturn,
  approveReturn,
  resumeReturn,
  sendBackReturn,
  skipReturn,
} from './move-return.js';
import { canMove, isSeparate, type ReturnMove } from './states.js';

const version = optional(wholeNumber(1, 1_000_000_000));
const VersionForm = z.object({ version });
const RemarkForm = z.object({ version, remark: text(500, { lines: true }) });
const SkipForm = z.object({ version, skipReason: text(500, { lines: true }) });

/** Moving a return on: each move by the side that the table of states names. */
export function returnMoveRoutes(deps: Deps): Router {
  const router = Router();
  const on = <S extends z.ZodType>(
    path: string,
    move: ReturnMove,
    form: S,
    act: (tx: Tx, by: Actor, of: OfPark, value: z.output<S>) => Promise<void>,
  ) =>
    router.post(`/returns/:month/:park/${path}`, (req, res) =>
      moveOn(deps, req, res, { move, form, act }),
    );
  on('approval', 'approve', VersionForm, (tx, by, of, seen) =>
    approveReturn(tx, by, { ...of, ...seen }),
  );
  on('acceptance', 'accept', VersionForm, (tx, by, of, seen) =>
    acceptReturn(tx, by, { ...of, ...seen }),
  );
  on('resumption', 'resume', VersionForm, (tx, by, of, seen) =>
    resumeReturn(tx, by, { ...of, ...seen }),
  );
  on('sending-back', 'send-back', RemarkForm, (tx, by, of, seen) =>
    sendBackReturn(tx, by, { ...of, ...seen }),
  );
  on('skip', 'skip', SkipForm, (tx, by, of, { skipReason, ...seen }) =>
    skipReturn(tx, by, { ...of, ...seen, reason: skipReason }),
  );
  router.get('/returns/:month/:park/sending-back', (req, res) =>
    askReason(deps, req, res, 'send-back'),
  );
  router.get('/returns/:month/:park/skip', (req, res) => askReason(deps, req, res, 'skip'));
  return router;
}

type Moving<S extends z.ZodType> = {
  move: ReturnMove;
  form: S;
  act: (tx: Tx, by: Actor, of: OfPark, value: z.output<S>) => Promise<void>;
};

async function moveOn<S extends z.ZodType>(
  deps: Deps,
  req: Request,
  res: Response,
  { move, form, act }: Moving<S>,
): Promise<void> {
  const asked = await askedReturn(deps, req, res);
  const { viewer, park, month, standing, href } = asked;
  allow(isSeparate(viewer.accountId, move, standing), 'returns.state.own');
  // In another state the verb says so; whose move it is does not depend on that.
  allow(mayEver(viewer, move, park.id));
  const sent = await actOnce(deps, req, res, form, async (tx, by, value) => {
    await act(tx, by, { parkId: park.id, month }, value);
    return localPath(req.body.back) ?? href;
  });
  await answerForm(res, sent, labels, (view) =>
    isReasoned(move)
      ? reasonPage(res, asked, { move, form: view })
      : gridPage(deps, res, asked, { form: view }),
  );
}

const labels = { remark: 'returns.remark', skipReason: 'returns.skip-reason' } as const;
const reasoned = {
  'send-back': { path: 'sending-back', field: 'remark', lead: null },
  skip: { path: 'skip', field: 'skipReason', lead: 'returns.skip-lead' },
} as const;
type Reasoned = keyof typeof reasoned;
const isReasoned = (move: ReturnMove): move is Reasoned => move in reasoned;

/** What a move needs a reason for is written on a page of its own, where no other button takes what was typed. */
async function askReason(deps: Deps, req: Request, res: Response, move: Reasoned): Promise<void> {
  const asked = await askedReturn(deps, req, res);
  const { viewer, standing } = asked;
  allow(isSeparate(viewer.accountId, move, standing), 'returns.state.own');
  allow(canMove(viewer, move, standing));
  reasonPage(res, asked, { move, form: formView(sayTo(res), {}) });
}

function reasonPage(
  res: Response,
  { park, month, monthly, href }: AskedReturn,
  { move, form }: { move: Reasoned; form: FormView },
): void {
  const { say, lang } = frameOf(res);
  const { path, field, lead } = reasoned[move];
  const name = { park: parkName(park, lang), month: monthText(month, lang) };
  const seen = form.typed.version;
  page(res, 'returns/reason', {
    title: say(`returns.move.${move}`),
    lead: lead === null ? null : say(lead),
    crumbs: [{ href, label: say('returns.grid.title', name) }],
    action: `${href}/${path}`,
    back: href,
    field,
    label: say(labels[field]),
    // Sent again after a refusal it is still about the version that its page was made for.
    version: typeof seen === 'string' ? seen : String(monthly?.version ?? ''),
    form,
    hasErrors: form.summary.length > 0,
  });
}

/** Whether the move is one of the viewer's at all, in the state that it starts from. */
function mayEver(viewer: Parameters<typeof canMove>[0], move: ReturnMove, parkId: number): boolean {
  const from = {
    submit: 'draft',
    skip: 'draft',
    resume: 'skipped',
    approve: 'submitted',
    accept: 'approved',
    'send-back': 'submitted',
  } as const;
  return canMove(viewer, move, {
    state: from[move],
    parkId,
    submittedById: null,
    approvedById: null,
  });
}
