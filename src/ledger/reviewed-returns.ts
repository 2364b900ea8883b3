import type { Month } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { holdsOn } from '../database/periods.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';

/** That the headcount of a venture in a park's approved or accepted return is another one, or none, without being filed. */
export type ReviewedChange = {
  monthlyId: number;
  parkId: number;
  month: Month;
  ventureId: number;
  before: number | null;
  now: number | null;
};
type Review = (tx: Tx, by: Actor, changes: ReviewedChange[], reason: string) => Promise<void>;

let review: Review | null = null;

/** Says what becomes of such a return, from the room that keeps it: `src/between-rooms.ts` joins them. */
export function onReviewedChange(act: Review): void {
  review = act;
}

/**
 * Does what may take headcounts out of returns that were reviewed, or bring them in: a venture leaves, moves or is void, or two
 * records or two parks are merged. Whoever let such a return pass reviewed something else, so it is reviewed again.
 * @throws Error where the rooms were not joined
 */
export async function keepingReviewed<T>(
  tx: Tx,
  by: Actor,
  { ventureIds, reason }: { ventureIds: number[]; reason: string },
  act: () => Promise<T>,
): Promise<T> {
  const before = await reviewedCounts(tx, ventureIds);
  const result = await act();
  const now = await reviewedCounts(tx, ventureIds);
  const changes = [...new Set([...before.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), now.get(key)];
    const { monthlyId, parkId, month, ventureId } = (was ?? is) as Counted;
    const counts = { before: was?.headcount ?? null, now: is?.headcount ?? null };
    const where = { monthlyId, parkId, month, ventureId };
    return counts.before === counts.now ? [] : [Object.assign(where, counts)];
  });
  if (changes.length === 0) return result;
  if (!review) throw new Error('nothing reviews returns: import src/between-rooms.ts first');
  await review(tx, by, changes, reason);
  return result;
}

type Counted = Omit<ReviewedChange, 'before' | 'now'> & { headcount: number };

/** What counts of some ventures in returns that were approved or accepted, by return and venture. */
async function reviewedCounts(tx: Tx, ventureIds: number[]): Promise<Map<string, Counted>> {
  const rows = await rowsOf<Counted>(
    tx,
    sql`SELECT m."id" AS "monthlyId", m."parkId", m."month", j."ventureId", j."headcount"
      FROM "JobsReturn" j
      JOIN "Residency" r ON r."ventureId" = j."ventureId" AND ${holdsOn('r', sql`j."month" || '-31'`)}
      JOIN "MonthlyReturn" m ON m."parkId" = r."parkId" AND m."month" = j."month"
      WHERE j."ventureId" IN ${listed(ventureIds)} AND NOT j."setAside"
        AND m."state" IN ('approved', 'accepted')`,
  );
  return new Map(rows.map((row) => [`${row.monthlyId} ${row.ventureId}`, row]));
}
