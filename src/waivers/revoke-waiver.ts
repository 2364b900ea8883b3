import type { Day } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import type { Waiver } from '../database/generated/client.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, type Fault, refuseIf } from '../language/refusal.js';
import { restateRent } from '../ledger/restate.js';
import type { Case } from './case.js';
import { clausesOfRevocation } from './clauses-of-ending.js';
import { reconsiderBy } from './determine-application.js';
import { endOn } from './end-waiver.js';
import { makeLetter } from './letters/make-letter.js';
import { monthsUntil, takenBack } from './months-until.js';
import { moveApplication, refuseAtOtherDesk } from './move-application.js';
import { openCase, type SeenCase } from './open-case.js';
import { otherTerm } from './other-term.js';
import { reasonFault } from './reasons.js';
import { reconsidered } from './reconsidered.js';
import { type MonthAmount, monthsInForce, restateMonths, totalOf } from './waiver-months.js';
import { termOf } from './waiver-term.js';

export type Revocation = {
  /** The first day that the waiver no longer covers; its first day takes all of it back. */
  from: Day;
  reason: string;
  /** What the founder reads. */
  note: string;
};

/** The waiver of a case. @throws Conflict where nothing was granted */
export async function waiverOf(tx: Tx, { id }: Case) {
  const waiver = await tx.waiver.findUnique({ where: { applicationId: id } });
  if (!waiver) throw new Conflict('waivers.not-at-this-step');
  return waiver;
}

/**
 * Revokes a waiver (撤销) from a day on.
 * @returns the id of the step
 * @throws Refusal without a reason and a word, or for a day outside of what it covers
 */
export async function revokeWaiver(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { from, reason, note }: Revocation,
): Promise<number> {
  const application = await openCase(tx, seen);
  await refuseAtOtherDesk(tx, by, application, 'revoke');
  const waiver = await waiverOf(tx, application);
  const to = waiver.endedOn ?? waiver.termEndOn;
  refuseIf([
    reasonFault('revoke', reason),
    note.trim() === '' && { field: 'note', key: 'web.field.required' },
    (from < waiver.beganOn || from >= to) && {
      field: 'from',
      key: 'waivers.fault.outside-term',
      values: { from: { day: waiver.beganOn }, to: { day: lastDayOf(to) } },
    },
  ]);
  const taken = await takenBack(tx, waiver, from);
  const stepId = await moveApplication(tx, by, application, {
    move: 'revoke',
    sum: { taken: totalOf(taken) },
    reason,
    note: note.trim(),
    outcome: { from, endedOn: waiver.endedOn, endReason: waiver.endReason },
  });
  await endOn(tx, by, waiver, { endedOn: from, reason: 'revoked', note: note.trim() });
  await makeLetter(tx, by, application, {
    stepId,
    kind: 'revocation',
    reason,
    note: note.trim(),
    taken,
    clauses: clausesOfRevocation(application.rules, reason),
    endedOn: from,
    waiver: termOf(waiver),
    reconsider: reconsiderBy(application, by),
  });
  return stepId;
}

/** What the waiver of a case covered before it was revoked or ended, by the step that did so. */
function beforeTaking({ steps }: Pick<Case, 'steps'>): Before {
  const taken = steps.findLast(({ move }) => move === 'revoke' || move === 'end');
  const nothing = { endedOn: null, endReason: null };
  return taken?.move === 'revoke' ? (taken.outcome as Before) : nothing;
}
type Before = { endedOn: Day | null; endReason: string | null };

/** What a revocation or an end took back of the waiver of a case, by calendar month, while it stands. */
export async function takenMonths(tx: Tx, application: Case): Promise<MonthAmount[]> {
  const waiver = await waiverOf(tx, application);
  const before = beforeTaking(application);
  const left = new Map(
    (await monthsInForce(tx, waiver.id)).map(({ month, fen }) => [month, fen] as const),
  );
  return (await monthsUntil(tx, waiver, before.endedOn ?? waiver.termEndOn))
    .map(({ month, fen }) => ({ month, fen: fen - (left.get(month) ?? 0) }))
    .filter(({ fen }) => fen !== 0);
}

/**
 * Takes a revocation or an end back: the waiver covers again what it covered before. @returns the id of the step
 * @throws Refusal where the ground of a waiver that ended is still gone by the register
 */
export async function restoreWaiver(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { note }: { note: string },
): Promise<number> {
  const application = await openCase(tx, seen);
  await refuseAtOtherDesk(tx, by, application, 'restore');
  const waiver = await waiverOf(tx, application);
  const of = reconsidered(application);
  if (of !== 'revoked' && of !== 'ended') throw new Conflict('waivers.not-at-this-step');
  if (waiver.endedOn === null) throw new Conflict('waivers.not-at-this-step');
  refuseIf([
    note.trim() === '' && { field: 'note', key: 'web.field.required' },
    of === 'ended' && (await groundFault(tx, waiver, waiver.endedOn)),
  ]);
  const before = beforeTaking(application);
  const stepId = await moveApplication(tx, by, application, { move: 'restore', note: note.trim() });
  const { endedOn, endReason } = before;
  await tx.waiver.update({
    where: { id: waiver.id },
    data: { endedOn, endReason, version: { increment: 1 } },
  });
  const months = await monthsUntil(tx, waiver, endedOn ?? waiver.termEndOn);
  await restateMonths(tx, by, waiver, months);
  await restateRent(tx, by, [waiver.ventureId]);
  recordEvent(tx, by, {
    verb: 'waiver.restored',
    subjectKind: 'waiver',
    subjectId: waiver.id,
    ventureId: waiver.ventureId,
    parkId: waiver.parkId,
    reason: note.trim(),
    detail: { number: waiver.number },
  });
  await makeLetter(tx, by, application, {
    stepId,
    kind: 'reconsideration',
    outcome: 'restore',
    of,
    note: note.trim(),
    waiver: termOf(waiver),
    other: otherTerm(application, by),
  });
  return stepId;
}

/** That a waiver rests on premises or a stay that the register still has ending on the day on which it ended. */
async function groundFault(tx: Tx, waiver: Waiver, endedOn: Day): Promise<Fault | false> {
  const { tenancyId, ventureId, parkId } = waiver;
  const stays =
    tenancyId === null
      ? sql`"Residency" WHERE "ventureId" = ${ventureId} AND "parkId" = ${parkId}`
      : sql`"Tenancy" WHERE "id" = ${tenancyId} AND "ventureId" = ${ventureId}`;
  const found = await rowsOf(
    tx,
    sql`SELECT "id" FROM ${stays} AND "voidedAt" IS NULL AND ("endedOn" IS NULL OR "endedOn" > ${endedOn}) LIMIT 1`,
  );
  return found.length === 0 && { field: '', key: 'waivers.fault.ground-gone' };
}
