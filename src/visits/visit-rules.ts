import { addDays, type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { holdsOn } from '../database/periods.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { type Fault, refuseIf } from '../language/refusal.js';
import { refuseClosedDays } from '../ledger/dated-attributes.js';
import { type VisitKind, visitKinds } from './kinds.js';

/** What is said of a visit. */
export type VisitFacts = {
  kind: VisitKind;
  madeOn: Day;
  ventureIds: number[];
  /** Who did it, as people call them. */
  madeBy: string;
  note: string;
  /** By when somebody has to look after it again. */
  followUpOn: Day | null;
};

/**
 * A visit is of residents of its park, on a day that has come.
 * @throws Refusal for a kind that there is none of, a future day, nobody who did it, no venture or one that was
 *   not in the park on that day, and for a follow-up before the day
 */
export async function refuseVisit(
  tx: Tx,
  by: Actor,
  parkId: number,
  facts: VisitFacts,
): Promise<void> {
  const { kind, madeOn, madeBy, followUpOn } = facts;
  const isFuture = madeOn > today(by.at);
  refuseIf([
    !visitKinds.includes(kind) && { field: 'kind', key: 'web.field.choose' },
    isFuture && { field: 'madeOn', key: 'calendar.in-future' },
    madeBy.trim() === '' && { field: 'madeBy', key: 'web.field.required' },
    followUpOn !== null &&
      followUpOn < madeOn && { field: 'followUpOn', key: 'visits.follow-up-before' },
    await strangers(tx, parkId, facts),
  ]);
}

/** Refuses a service on a day of a closed month: reports of it count what was done. */
export const refuseClosedVisit = (
  tx: Tx,
  by: Actor,
  visits: { parkId: number; ventureIds: number[]; madeOn: Day }[],
): Promise<void> =>
  refuseClosedDays(
    tx,
    by,
    'Visit.madeOn',
    visits.flatMap(({ parkId, ventureIds, madeOn }) =>
      ventureIds.map((ventureId) => ({
        parkId,
        ventureId,
        day: madeOn,
        until: addDays(madeOn, 1),
      })),
    ),
  );

async function strangers(
  tx: Tx,
  parkId: number,
  { madeOn, ventureIds }: VisitFacts,
): Promise<Fault | null> {
  const field = 'ventureIds';
  if (ventureIds.length === 0) return { field, key: 'visits.no-venture' };
  const residents = await rowsOf<{ ventureId: number }>(
    tx,
    sql`SELECT "ventureId" FROM "Residency" WHERE "parkId" = ${parkId}
      AND "ventureId" IN ${listed(ventureIds)} AND ${holdsOn('Residency', madeOn)}`,
  );
  const known = new Set(residents.map(({ ventureId }) => ventureId));
  const others = ventureIds.filter((id) => !known.has(id));
  if (others.length === 0) return null;
  const named = await tx.venture.findMany({
    where: { id: { in: others } },
    select: { number: true },
    take: 5,
  });
  // What is no venture at all has no number to be named by.
  if (named.length === 0) return { field, key: 'web.field.choose' };
  const numbers = named.map(({ number }) => number).join(' ');
  return { field, key: 'visits.not-in-residence', values: { n: others.length, numbers } };
}
