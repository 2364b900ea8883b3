import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { actOnce } from '../people/act-once.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { optional, text, wholeNumber } from '../web/fields.js';
import { formView, labelsOf } from '../web/forms.js';
import { sayTo } from '../web/frame.js';
import { askedReturn } from './asked-return.js';
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
    return href;
  });
  if (sent.ok) return res.redirect(303, sent.value);
  const say = sayTo(res);
  const labels = labelsOf(say, { remark: 'returns.remark', skipReason: 'returns.skip-reason' });
  await gridPage(deps, res.status(422), asked, {
    form: formView(say, sent.typed, sent.faults, labels),
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
