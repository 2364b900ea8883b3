import type { Day } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { listed } from '../../database/listed.js';
import { sql } from '../../database/sql.js';
import type { Fault } from '../../language/refusal.js';
import { countingWaivers } from '../counting-waivers.js';
import { type Resting, restsOnVenture } from '../rests-on-venture.js';
import type { MergePlan } from './plan-merge.js';
import type { Records } from './stored-records.js';

type CountingWaiver = {
  number: string;
  href: string;
  settledOn: Day | null;
  tenancyId: number | null;
};

/** What has to be undone or put right before two records are merged, each named, with where that is done. */
export type MergeObstacle = { key: ObstacleKey; values: Record<string, string>; href: string };
type ObstacleKey =
  | `ventures.merge.rests-${Exclude<Resting['kind'], 'visit'> | 'settling' | 'lease'}`
  | 'ventures.merge.homeless';

/**
 * What stands in the way of a merge: cases and waivers of the record that goes, which were decided in its name; waivers of
 * the one that stays that rest on a day of settling or a lease that would be another; leases that the merged stays do
 * not bear.
 */
export async function obstaclesTo(
  reads: Reads,
  { ownId, otherId, before }: { ownId: number; otherId: number; before: Records },
  { after, homeless }: MergePlan,
): Promise<MergeObstacle[]> {
  const resting = await restsOnVenture(reads, otherId);
  const decided = resting.flatMap(({ kind, number, href }): MergeObstacle[] =>
    kind === 'visit' ? [] : [{ key: `ventures.merge.rests-${kind}`, values: { number }, href }],
  );
  const waivers = await waiversOf(reads, ownId);
  return [
    ...decided,
    ...waivers.flatMap((waiver) => touchedWaiver(waiver, before, after)),
    ...(await homelessLeases(reads, homeless)),
  ];
}

export const obstacleFault = ({ key, values }: MergeObstacle): Fault => ({
  field: '',
  key,
  values,
});

/** Waivers of a venture that count, with what they were granted on. */
async function waiversOf(reads: Reads, ventureId: number): Promise<CountingWaiver[]> {
  const waivers = await countingWaivers(reads, { ventureId });
  return waivers.map(({ number, application, facts, tenancyId }) => {
    const { settledOn = null } = facts as { settledOn?: Day | null };
    return { number, href: `/waivers/${application.number}`, settledOn, tenancyId };
  });
}

function touchedWaiver(
  { number, href, settledOn, tenancyId }: CountingWaiver,
  before: Records,
  after: Records,
): MergeObstacle[] {
  const settled = ({ Residency }: Records) =>
    Residency.some(({ beganOn }) => beganOn === settledOn);
  const end = ({ Tenancy }: Records) => Tenancy.find(({ id }) => id === tenancyId)?.endedOn;
  if (settled(before) && !settled(after))
    return [{ key: 'ventures.merge.rests-settling', values: { number }, href }];
  if (end(before) !== end(after))
    return [{ key: 'ventures.merge.rests-lease', values: { number }, href }];
  return [];
}

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
    values: { number: space, day },
    href: `/tenancies/${id}/correction`,
  }));
}
