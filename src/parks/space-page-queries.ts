import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import { recordedVenturesInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import { isOpenOn } from './premises.js';
import { asOnDay } from './space-as-on.js';
import { type SpaceState, stateOn } from './space-states.js';

/**
 * A space of a park as it was on a day, with what it had been before, and its leases, the newest first, as far as the viewer
 * sees their ventures; or null. Its state is null on a day on which it is not open.
 */
export async function findSpacePage(
  reads: Reads,
  viewer: Viewer,
  { parkId, number, asOf }: { parkId: number; number: string; asOf: Day },
) {
  const space = await reads.space.findFirst({
    where: { parkId, number },
    include: {
      earlier: { orderBy: { changedOn: 'asc' } },
      parks: { orderBy: { beganOn: 'asc' } },
      valuations: { orderBy: [{ fromOn: 'asc' }, { id: 'asc' }] },
      tenancies: {
        where: { venture: recordedVenturesInScope(viewer) },
        include: { venture: { include: { residencies: true } } },
        orderBy: [{ beganOn: 'desc' }, { id: 'desc' }],
      },
    },
  });
  if (!space) return null;
  const [row] = await rowsOf<{ state: SpaceState }>(
    reads,
    sql`SELECT ${stateOn(asOf)} AS "state" FROM "Space" s WHERE s."id" = ${space.id} AND ${isOpenOn(asOf)}`,
  );
  const holders = await reads.tenancy.findMany({
    where: { spaceId: space.id, voidedAt: null, beganOn: { lte: asOf } },
    select: { id: true, beganOn: true, endedOn: true },
    orderBy: [{ beganOn: 'asc' }, { id: 'asc' }],
  });
  const changes = space.earlier.filter(({ changedOn }) => changedOn <= asOf);
  const later = space.earlier.filter(({ changedOn }) => changedOn > asOf);
  const then = asOnDay(Object.assign(space, { earlier: later }));
  const voidReason = space.voidedAt === null ? '' : await reasonOfVoiding(reads, space.id);
  return Object.assign(then, { state: row?.state ?? null, changes, holders, voidReason });
}

async function reasonOfVoiding(reads: Reads, subjectId: number): Promise<string> {
  const where = { subjectKind: 'space', subjectId, verb: 'space.voided' };
  return (await reads.historyEvent.findFirst({ where, select: { reason: true } }))?.reason ?? '';
}

export type SpacePage = NonNullable<Awaited<ReturnType<typeof findSpacePage>>>;
export type LeaseOnPage = SpacePage['tenancies'][number];
