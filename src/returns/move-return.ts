import type { Tx } from '../database/database.js';
import type { MonthlyReturn } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { Forbidden } from '../web/errors.js';
import { beginReturn, findMonthlyReturn, type OfPark } from './begin-return.js';
import { canMove, isSeparate, moves, type ReturnMove, type ReturnState } from './states.js';
import { tellManagers } from './tell-return.js';

/** The version that was seen; null where nobody had begun the return. */
type Seen = OfPark & { version: number | null };

const acts = {
  approve: 'approved',
  'send-back': 'sent-back',
  accept: 'accepted',
  skip: 'skipped',
  resume: 'resumed',
} as const;

/** Approves what a park submitted (审核通过). @throws Forbidden for who submitted it; Conflict in another state */
export const approveReturn = (tx: Tx, by: Actor, seen: Seen): Promise<void> =>
  move(tx, by, 'approve', seen, { approvedAt: by.at, approvedById: by.accountId });

/** Accepts what was approved (验收). @throws Forbidden for who submitted or approved it; Conflict in another state */
export const acceptReturn = (tx: Tx, by: Actor, seen: Seen): Promise<void> =>
  move(tx, by, 'accept', seen, { acceptedAt: by.at, acceptedById: by.accountId });

/** Sends a return back with remarks (退回). What counts stands until it is submitted again. */
export async function sendBackReturn(
  tx: Tx,
  by: Actor,
  { remark, ...seen }: Seen & { remark: string },
): Promise<void> {
  refuseIf([remark.trim() === '' && { field: 'remark', key: 'web.field.required' }]);
  const none = { approvedAt: null, approvedById: null, acceptedAt: null, acceptedById: null };
  await move(tx, by, 'send-back', seen, { remark, ...none }, remark);
  await tellManagers(tx, by, seen, remark);
}

/** Skips a month with a reason (本月不报): its ventures carry their last numbers forward. */
export async function skipReturn(
  tx: Tx,
  by: Actor,
  { reason, ...seen }: Seen & { reason: string },
): Promise<void> {
  refuseIf([reason.trim() === '' && { field: 'skipReason', key: 'web.field.required' }]);
  await move(tx, by, 'skip', seen, { skipReason: reason }, reason);
}

/** Takes a month up again that was skipped. */
export const resumeReturn = (tx: Tx, by: Actor, seen: Seen): Promise<void> =>
  move(tx, by, 'resume', seen, { skipReason: '' });

async function move(
  tx: Tx,
  by: Actor,
  name: Exclude<ReturnMove, 'submit'>,
  { version, ...of }: Seen,
  change: Partial<MonthlyReturn>,
  reason = '',
): Promise<void> {
  const before = name === 'skip' ? await beginReturn(tx, by, of) : await findMonthlyReturn(tx, of);
  const { from, to } = moves[name] as { from: readonly ReturnState[]; to: ReturnState };
  if (!before || !from.includes(before.state as ReturnState)) {
    const isChanged = before && version !== null && version !== before.version;
    throw new Conflict(isChanged ? 'returns.state.moved-on' : 'returns.state.not-now');
  }
  if (version !== null && version !== before.version) throw new Conflict('returns.state.moved-on');
  const standing = { ...before, state: before.state as ReturnState };
  if (!isSeparate(by.accountId, name, standing)) throw new Forbidden('returns.state.own');
  await refuseUnless(tx, by, (viewer) => canMove(viewer, name, standing));
  const { confirmed: _, ...fields } = change;
  await tx.monthlyReturn.update({
    where: { id: before.id },
    data: { ...fields, state: to, version: before.version + 1 },
  });
  recordEvent(tx, by, {
    verb: `monthly-return.${acts[name]}`,
    subjectKind: 'monthly-return',
    subjectId: before.id,
    parkId: of.parkId,
    reason,
    detail: { month: of.month },
  });
}
