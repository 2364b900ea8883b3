import type { Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { changeRows, rowsOf } from '../database/direct-sql.js';
import { jsonRows } from '../database/json.js';
import { notEndedBy } from '../database/periods.js';
import { sentField, sentRows } from '../database/sent-rows.js';
import { type Sql, sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { type NewEvent, recordEvents } from '../history/record.js';
import { Conflict, Refusal, refuseIf } from '../language/refusal.js';
import { closedAt } from '../ledger/closed-at.js';
import { refuseClosedDays } from '../ledger/dated-attributes.js';
import { restateRent } from '../ledger/restate.js';
import {
  parkOfSpaceOn,
  reachesOf,
  type SpaceStay,
  staysOfSpaceAsJson,
} from '../parks/park-of-space.js';
import { refuseUnlessKeeper } from './home-park.js';
import { hasWaiver } from './leases-of-space.js';
import { endWhatRestsOn } from './leaving.js';

/**
 * Ends a tenancy on a day, which may lie ahead as agreed; its area is free from that day.
 * @throws Refusal when the day is not after the tenancy's first day: one that never was is void, and not ended
 * @throws Conflict when its end is on record already
 */
export async function endTenancy(
  tx: Tx,
  by: Actor,
  tenancyId: number,
  endedOn: Day,
): Promise<void> {
  const [tenancy] = await tenancyWith(tx, tenancyId, endedOn);
  if (!tenancy) throw new Error(`there is no tenancy ${tenancyId}`);
  await refuseUnlessKeeper(tx, by, [tenancy.ventureId]);
  refuseIf([
    endedOn <= tenancy.beganOn && {
      field: 'lastOn',
      key: 'ventures.lease.end-before-begin',
      values: { day: { day: tenancy.beganOn } },
    },
  ]);
  if (tenancy.endedOn !== null) throw new Conflict('ventures.tenancy-ended-already');
  const stays: SpaceStay[] = JSON.parse(tenancy.stays);
  const reaches = reachesOf(stays, tenancy.ventureId, endedOn, null);
  await refuseClosedDays(tx, by, 'Tenancy.endedOn', reaches);
  await endOn(tx, [tenancy], endedOn);
  await endItsWaiver(tx, by, tenancy, endedOn);
  recordEvents(tx, by, [endingOf(tenancy, endedOn)]);
  await closedAt('lastOn', () => restateRent(tx, by, [tenancy.ventureId]));
}

/** Ends each of some leases with its term, as its space is let on from there; who calls restates their rent. */
export async function endWithTerms(
  tx: Tx,
  by: Actor,
  leases: (Held & { termEndOn: Day; hasWaiver: number })[],
): Promise<void> {
  const ending = leases.map((lease) => Object.assign({ on: lease.termEndOn }, lease));
  await endLeasesOn(tx, by, ending);
}

/** Ends leases, each on its day, with the waivers of their rent; who calls restates their rent. */
export async function endLeasesOn(
  tx: Tx,
  by: Actor,
  leases: (Held & { hasWaiver: number; on: Day })[],
): Promise<void> {
  for (const lease of leases) {
    await endOn(tx, [lease], lease.on);
    await endItsWaiver(tx, by, lease, lease.on);
    recordEvents(tx, by, [endingOf(lease, lease.on)]);
  }
}

async function endItsWaiver(
  tx: Tx,
  by: Actor,
  { id, ventureId, hasWaiver }: Held & { hasWaiver: number },
  endedOn: Day,
): Promise<void> {
  if (hasWaiver === 0) return;
  const of = { ventureId, tenancyId: id };
  await endWhatRestsOn(tx, by, { ...of, endedOn, reason: 'tenancy-ended', note: '' });
}

/**
 * Ends what a venture still holds on the day that it leaves its park; who calls has ended its waivers.
 * A tenancy that was ended later than that, before the leaving was recorded, ends on that day too.
 * @param held as `heldAsJson` finds it
 */
export async function endTenanciesOf(tx: Tx, by: Actor, held: Held[], endedOn: Day): Promise<void> {
  const late = held.find((tenancy) => tenancy.beganOn >= endedOn);
  if (late)
    throw new Refusal([
      { field: '', key: 'ventures.tenancy-begins-later', values: { day: { day: late.beganOn } } },
    ]);
  const running = held.filter(({ beganOn }) => beganOn < endedOn);
  if (running.length === 0) return;
  await endOn(tx, running, endedOn);
  const events = running.map((tenancy) => endingOf(tenancy, endedOn));
  recordEvents(tx, by, events);
}

export type Held = {
  id: number;
  version: number;
  ventureId: number;
  /** That of its space on the day that it ends. */
  parkId: number;
  beganOn: Day;
  endedOn: Day | null;
};

/** What a venture holds on a day or later, by id, as JSON. */
export const heldAsJson = (ventureId: number, day: Day): Sql =>
  jsonRows(
    ['id', 'version', 'ventureId', 'parkId', 'beganOn', 'endedOn'],
    sql`(SELECT t.*, ${parkOfSpaceOn(day)} AS "parkId" FROM "Tenancy" t JOIN "Space" s ON s."id" = t."spaceId"
      WHERE t."ventureId" = ${ventureId} AND t."voidedAt" IS NULL AND ${notEndedBy('t', day)} ORDER BY t."id")`,
  );

/** A tenancy that ends on a day, with the parks of its space, and whether a waiver of its rent is to be ended with it. */
const tenancyWith = (
  tx: Tx,
  id: number,
  day: Day,
): Promise<(Held & { hasWaiver: number; stays: string })[]> =>
  rowsOf(
    tx,
    sql`SELECT t."id", t."version", t."ventureId", t."beganOn", t."endedOn",
        ${parkOfSpaceOn(day)} AS "parkId",
        ${hasWaiver} AS "hasWaiver", ${staysOfSpaceAsJson(sql`s."id"`)} AS "stays"
      FROM "Tenancy" t JOIN "Space" s ON s."id" = t."spaceId" WHERE t."id" = ${id}`,
  );

/** @throws Conflict when one of the tenancies is no longer as it was read */
async function endOn(tx: Tx, tenancies: Held[], endedOn: Day): Promise<void> {
  const seen = tenancies.map(({ id, version }) => [id, version]);
  const count = await changeRows(
    tx,
    sql`UPDATE "Tenancy" SET "endedOn" = ${endedOn}, "version" = "Tenancy"."version" + 1
      FROM ${sentRows(seen)} AS seen
      WHERE "Tenancy"."id" = ${sentField('seen', 0)} AND "Tenancy"."version" = ${sentField('seen', 1)}`,
  );
  if (count < tenancies.length) throw new Conflict('ventures.tenancy-ended-already');
}

const endingOf = ({ id, ventureId, parkId }: Held, endedOn: Day): NewEvent => ({
  verb: 'tenancy.ended',
  subjectKind: 'tenancy',
  subjectId: id,
  ventureId,
  parkId,
  detail: { endedOn },
});
