import type { Day } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { listed } from '../../database/listed.js';
import { sql } from '../../database/sql.js';
import type { Fault } from '../../language/refusal.js';
import type { WordValues } from '../../language/say.js';
import { collidingDecisions } from './colliding-decisions.js';
import { type DecidedWaiver, decidedOnBoth, type OpenCase } from './decided-on-both.js';
import type { MergePlan } from './plan-merge.js';
import type { Records, StayRow } from './stored-records.js';

/** What has to be undone or put right before two records are merged, each named, with where that is done. */
export type MergeObstacle = {
  key: `ventures.merge.${ObstacleKey}`;
  values: WordValues;
  href: string | null;
};
type ObstacleKey =
  | 'waived-twice'
  | 'asked-twice'
  | 'draft-twice'
  | 'drafts-twice'
  | 'rests-settling'
  | 'rests-stay'
  | 'rests-lease'
  | 'rests-dropped'
  | 'case-dropped'
  | 'homeless';

/**
 * What stands in the way of a merge: decisions for both that cannot stand for one; waivers that rest on a day of settling, a
 * stay or a lease that would be another, and cases on a lease that would be none; leases that the merged stays do not bear.
 * All else that was decided in the name of the record that goes moves with it.
 */
export async function obstaclesTo(
  reads: Reads,
  { ownId, otherId, before }: { ownId: number; otherId: number; before: Records },
  { after, homeless }: MergePlan,
): Promise<MergeObstacle[]> {
  const decided = await decidedOnBoth(reads, [ownId, otherId]);
  const { waivers, cases } = decided;
  return [
    ...collidingDecisions(decided, ownId),
    ...waivers.flatMap((waiver) => touchedWaiver(waiver, before, after)),
    ...cases.flatMap((each) => touchedCase(each, after)),
    ...(await homelessLeases(reads, homeless)),
  ];
}

export const obstacleFault = ({ key, values }: MergeObstacle): Fault => ({
  field: '',
  key,
  values,
});

function touchedWaiver(waiver: DecidedWaiver, before: Records, after: Records): MergeObstacle[] {
  const { number, href, settledOn, tenancyId, ventureId } = waiver;
  const obstacle = (key: ObstacleKey): MergeObstacle[] => [
    { key: `ventures.merge.${key}`, values: { number }, href },
  ];
  const own = before.Residency.filter((stay) => stay.ventureId === ventureId);
  const settled = (stays: readonly StayRow[]) => stays.some(({ beganOn }) => beganOn === settledOn);
  if (settled(own) && !settled(after.Residency)) return obstacle('rests-settling');
  if (leavesItsPark(waiver, own, after.Residency)) return obstacle('rests-stay');
  const lease = ({ Tenancy }: Records) => Tenancy.find(({ id }) => id === tenancyId);
  if (lease(before) && !lease(after)) return obstacle('rests-dropped');
  return lease(before)?.endedOn === lease(after)?.endedOn ? [] : obstacle('rests-lease');
}

/** Whether there is a day of a waiver on which its venture was in the park that it is of, and the merged one is not. */
function leavesItsPark(
  { parkId, beganOn, until }: DecidedWaiver,
  before: readonly StayRow[],
  after: readonly StayRow[],
): boolean {
  const isIn = (stays: readonly StayRow[], day: Day) =>
    stays.some(
      (stay) =>
        stay.parkId === parkId &&
        stay.beganOn <= day &&
        (stay.endedOn === null || day < stay.endedOn),
    );
  const turns = [...before, ...after].flatMap((stay) => [stay.beganOn, stay.endedOn ?? beganOn]);
  return [beganOn, ...turns]
    .filter((day) => beganOn <= day && day < until)
    .some((day) => isIn(before, day) && !isIn(after, day));
}

const touchedCase = (
  { number, href, tenancyId }: OpenCase,
  { Tenancy }: Records,
): MergeObstacle[] =>
  tenancyId === null || Tenancy.some(({ id }) => id === tenancyId)
    ? []
    : [{ key: 'ventures.merge.case-dropped', values: { number }, href }];

async function homelessLeases(
  reads: Reads,
  leases: MergePlan['homeless'],
): Promise<MergeObstacle[]> {
  const rows = await rowsOf<{ id: number; space: string; day: string }>(
    reads,
    sql`SELECT t."id", s."number" AS "space", t."beganOn" AS "day" FROM "Tenancy" t
      JOIN "Space" s ON s."id" = t."spaceId" WHERE t."id" IN ${listed(leases.map(({ id }) => id))}
      ORDER BY t."id"`,
  );
  return rows.map(({ id, space, day }) => ({
    key: 'ventures.merge.homeless',
    values: { number: space, day: { day } },
    href: `/tenancies/${id}/correction`,
  }));
}
