import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Waiver } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { Facts } from '../policies/facts.js';
import { PolicyRules } from '../policies/rules.js';
import { scheduleOf } from '../policies/schedule.js';
import { allow } from '../web/errors.js';
import { actingViewer } from './move-application.js';
import { canEndWaiver } from './policy.js';
import type { WaiverEndReason } from './reasons.js';
import { restateMonths } from './waiver-months.js';

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
  allow(canEndWaiver(await actingViewer(tx, by), waiver));
  const { beganOn, termEndOn, endedOn } = waiver;
  if (waiver.version !== version || endedOn !== null) throw new Conflict('waivers.ended-already');
  const isOutside = ending.endedOn < beganOn || ending.endedOn >= termEndOn;
  refuseIf([
    isOutside && {
      ...{ field: 'endedOn', key: 'waivers.fault.outside-term' },
      values: { from: beganOn, to: termEndOn },
    },
    ending.note.trim() === '' && { field: 'note', key: 'web.field.required' },
  ]);
  await endOn(tx, by, waiver, ending);
}

/**
 * Ends what a venture holds when it leaves its park or a tenancy ends: the ground of the waiver is gone on that day.
 * @param of the venture, and the tenancy where only that one ends
 */
export async function endWaiversOf(
  tx: Tx,
  by: Actor,
  of: { ventureId: number; tenancyId?: number },
  ending: Ending,
): Promise<void> {
  const waivers = await tx.waiver.findMany({
    where: { ...of, endedOn: null, termEndOn: { gt: ending.endedOn } },
    orderBy: { id: 'asc' },
  });
  for (const waiver of waivers) {
    const endedOn = ending.endedOn < waiver.beganOn ? waiver.beganOn : ending.endedOn;
    await endOn(tx, by, waiver, { ...ending, endedOn });
  }
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
  await recordEvent(tx, by, {
    ...{ verb: 'waiver.ended', subjectKind: 'waiver', subjectId: waiver.id, reason: note },
    ...{ ventureId: waiver.ventureId, parkId: waiver.parkId },
    detail: { number: waiver.number, endedOn, why: reason, on: today(by.at) },
  });
}

/** The schedule of a waiver up to, not including, a day; under the version that it pins. */
export async function monthsUntil(tx: Tx, waiver: Waiver, until: Day) {
  if (until <= waiver.beganOn) return [];
  const version = await tx.policyVersion.findUniqueOrThrow({
    where: { id: waiver.policyVersionId },
  });
  const facts = Facts.parse(waiver.facts);
  const period = { from: waiver.beganOn, to: until };
  return scheduleOf(PolicyRules.parse(version.rules), { ...facts, period }).lines;
}
