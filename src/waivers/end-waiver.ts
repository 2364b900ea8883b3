import { type Day, today } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import type { Tx } from '../database/database.js';
import { changeRows, rowsOf } from '../database/direct-sql.js';
import type { Waiver } from '../database/generated/client.js';
import { nothing, sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { restateRent } from '../ledger/restate.js';
import { actingAccount } from '../people/acting-viewer.js';
import { rulesOf } from '../policies/parsed-rules.js';
import type { Leaving } from '../ventures/leaving.js';
import { allow } from '../web/errors.js';
import { bothSay, byDay, joined, sumOf, tellApplicant } from './announce-move.js';
import type { Case } from './case.js';
import { clausesOfEnding } from './clauses-of-ending.js';
import { reconsiderBy } from './determine-application.js';
import type { LetterValues } from './letters/letter-content.js';
import { makeLetter } from './letters/make-letter.js';
import { monthsUntil, takenBack } from './months-until.js';
import { openCase } from './open-case.js';
import { canEndWaiver } from './permissions.js';
import type { WaiverEndReason } from './reasons.js';
import { followSubsidyEnded } from './subsidy-ended.js';
import { restateMonths, totalOf } from './waiver-months.js';
import { termOf } from './waiver-term.js';

export type Ending = {
  /** The first day that it no longer covers. */
  endedOn: Day;
  reason: WaiverEndReason;
  note: string;
};

/**
 * Ends a waiver before its term, at a founder's wish or because its ground is gone. What lies after the day is taken back.
 * @throws Refusal for a day outside its term; Conflict when it has ended or changed meanwhile
 */
export async function endWaiver(
  tx: Tx,
  by: Actor,
  { id, version }: { id: number; version: number },
  ending: Ending,
): Promise<void> {
  const waiver = await tx.waiver.findUniqueOrThrow({ where: { id } });
  allow(canEndWaiver(await actingAccount(tx, by), waiver));
  const { beganOn, termEndOn, endedOn } = waiver;
  if (waiver.version !== version || endedOn !== null) throw new Conflict('waivers.ended-already');
  const isOutside = ending.endedOn < beganOn || ending.endedOn >= termEndOn;
  refuseIf([
    isOutside && {
      field: 'endedOn',
      key: 'waivers.fault.outside-term',
      values: { from: { day: beganOn }, to: { day: lastDayOf(termEndOn) } },
    },
    ending.note.trim() === '' && { field: 'note', key: 'web.field.required' },
  ]);
  await endEarly(tx, by, waiver, ending);
}

/**
 * Ends what a venture holds when it leaves its park or a tenancy ends: the ground of the waiver is gone on that day.
 */
export async function endWaiversOf(
  tx: Tx,
  by: Actor,
  { ventureId, tenancyId, ...ending }: Leaving,
): Promise<void> {
  const ofTenancy = tenancyId === undefined ? nothing : sql`AND "tenancyId" = ${tenancyId}`;
  const running = await rowsOf<{ id: number }>(
    tx,
    sql`SELECT "id" FROM "Waiver" WHERE "ventureId" = ${ventureId} ${ofTenancy}
      AND "endedOn" IS NULL AND "termEndOn" > ${ending.endedOn}`,
  );
  if (running.length === 0) return;
  const waivers = await tx.waiver.findMany({
    where: { id: { in: running.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
  });
  for (const waiver of waivers) {
    const endedOn = ending.endedOn < waiver.beganOn ? waiver.beganOn : ending.endedOn;
    await endEarly(tx, by, waiver, { ...ending, endedOn });
  }
}

/** Ends a waiver that was just granted for a lease whose end is agreed already, on that day. */
export async function endWithLease(
  tx: Tx,
  by: Actor,
  { ventureId, tenancyId }: { ventureId: number; tenancyId: number | null },
): Promise<void> {
  if (tenancyId === null) return;
  const [lease] = await rowsOf<{ endedOn: Day | null }>(
    tx,
    sql`SELECT "endedOn" FROM "Tenancy" WHERE "id" = ${tenancyId}`,
  );
  if (!lease || lease.endedOn === null) return;
  const { endedOn } = lease;
  await endWaiversOf(tx, by, { ventureId, tenancyId, endedOn, reason: 'tenancy-ended', note: '' });
}

/** The same, with the step of its case and the letter that tells of it. */
async function endEarly(tx: Tx, by: Actor, waiver: Waiver, ending: Ending): Promise<void> {
  const { endedOn, reason } = ending;
  const note = ending.note.trim();
  const taken = await takenBack(tx, waiver, endedOn);
  await endOn(tx, by, waiver, { endedOn, reason, note });
  const { id, version } = await tx.waiverApplication.findUniqueOrThrow({
    where: { id: waiver.applicationId },
    select: { id: true, version: true },
  });
  const application = await openCase(tx, { id, version });
  const reconsider = await reconsiderableEnd(tx, by, application, reason);
  const at = { applicationId: id, at: by.at, byId: by.accountId, reason, note };
  const { id: stepId } = await tx.waiverStep.create({
    data: { ...at, move: 'end', fromState: application.state, toState: application.state },
  });
  await makeLetter(tx, by, application, {
    stepId,
    kind: 'ending',
    reason,
    note,
    taken,
    clauses: clausesOfEnding(application.rules, reason),
    endedOn,
    waiver: termOf(waiver),
    reconsider,
  });
  await tellApplicant(tx, by, application, 'waivers.message.ended', {
    waiver: waiver.number,
    day: { day: endedOn },
    reason: bothSay(`waivers.end-reason.${reason}`),
    sum: joined(
      sumOf({ taken: totalOf(taken) }, rulesOf(application.policyVersion.rules)),
      reconsider?.isAfter
        ? bothSay('waivers.message.reconsider-after')
        : byDay('waivers.message.reconsider-by', reconsider?.until ?? null, application.calendar),
    ),
  });
}

/**
 * By when reconsideration of an end can be asked for: of none that the founder wished, nor where nothing was left to end. While
 * the grant itself is reconsidered, or more of it is on public notice, the term begins with the decision of that.
 */
async function reconsiderableEnd(
  tx: Tx,
  by: Actor,
  application: Case,
  reason: WaiverEndReason,
): Promise<LetterValues['reconsider']> {
  const { state, rules } = application;
  if (reason === 'surrendered') return null;
  if (state === 'reconsideration' || state === 'notice')
    return { until: null, days: rules.limits.reconsider, isProvisional: false, isAfter: true };
  if (state !== 'granted') return null;
  const reconsider = reconsiderBy(application, by);
  await changeRows(
    tx,
    sql`UPDATE "WaiverApplication" SET "reconsiderBy" = ${reconsider.until}, "reconsiderations" = 0
      WHERE "id" = ${application.id}`,
  );
  return reconsider;
}

/** Ends a waiver on a day inside its term, and takes back what lies after it. */
export async function endOn(
  tx: Tx,
  by: Actor,
  waiver: Waiver,
  { endedOn, reason, note }: Ending,
): Promise<void> {
  const { count } = await tx.waiver.updateMany({
    where: { id: waiver.id, version: waiver.version },
    data: { endedOn, endReason: reason, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict('waivers.ended-already');
  await restateMonths(tx, by, waiver, await monthsUntil(tx, waiver, endedOn));
  await restateRent(tx, by, [waiver.ventureId]);
  if (waiver.form === 'subsidy') await followSubsidyEnded(tx, by, waiver);
  recordEvent(tx, by, {
    verb: 'waiver.ended',
    subjectKind: 'waiver',
    subjectId: waiver.id,
    reason: note,
    ventureId: waiver.ventureId,
    parkId: waiver.parkId,
    detail: { number: waiver.number, endedOn, why: reason, on: today(by.at) },
  });
}
