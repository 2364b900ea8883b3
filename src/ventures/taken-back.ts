import { createHash } from 'node:crypto';
import type { Day, Month } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';

/** What was waived in a calendar month, and what of it is left, in fen. */
export type TakenMonth = { month: Month; was: number; left: number };

/** A waiver that ends early with an act, with the months in which less is waived than before, the earliest first. */
export type TakenBack = {
  /** The numbers of the waiver and of its case. */
  waiver: string;
  application: string;
  venture: string;
  /** The first day that it no longer covers. */
  endedOn: Day;
  months: TakenMonth[];
};

/** Up to where the records of a transaction go; what it writes afterwards lies beyond. */
export type Mark = { step: number; month: number };

/** Where the records stand before an act. */
export async function markBefore(tx: Tx): Promise<Mark> {
  const [mark] = await rowsOf<Mark>(
    tx,
    sql`SELECT COALESCE((SELECT MAX("id") FROM "WaiverStep"), 0) AS "step",
        COALESCE((SELECT MAX("id") FROM "WaiverMonth"), 0) AS "month"`,
  );
  return mark as Mark;
}

type Row = Omit<TakenBack, 'months'> & { month: Month | null; was: number; left: number };

/**
 * What the records since a mark have taken back, by waiver. It is read from what was written, so that it holds for every
 * act that ends a waiver, on whichever way.
 */
export async function takenSince(reads: Reads, { step, month }: Mark): Promise<TakenBack[]> {
  const rows = await rowsOf<Row>(
    reads,
    sql`SELECT w."number" AS "waiver", a."number" AS "application", v."number" || ' ' || v."name" AS "venture", w."endedOn",
        m."month", COALESCE(SUM(CASE WHEN m."id" <= ${month} THEN m."fen" END), 0) AS "was",
        COALESCE(SUM(m."fen"), 0) AS "left"
      FROM "Waiver" w JOIN "WaiverApplication" a ON a."id" = w."applicationId"
        JOIN "Venture" v ON v."id" = w."ventureId" LEFT JOIN "WaiverMonth" m ON m."waiverId" = w."id"
      WHERE w."endedOn" IS NOT NULL AND w."applicationId" IN
        (SELECT "applicationId" FROM "WaiverStep" WHERE "id" > ${step} AND "move" IN ('end', 'revoke'))
      GROUP BY w."id", m."month" ORDER BY w."id", m."month"`,
  );
  const waivers = new Map<string, TakenBack>();
  for (const { month: of, was, left, ...waiver } of rows) {
    const taken = waivers.get(waiver.waiver) ?? Object.assign(waiver, { months: [] });
    waivers.set(waiver.waiver, taken);
    if (of !== null && was !== left) taken.months.push({ month: of, was, left });
  }
  return [...waivers.values()];
}

/** What names all that is taken back: it is another where one month, day or sum is. */
export const keyOfTaken = (taken: TakenBack[]): string =>
  createHash('sha256').update(JSON.stringify(taken)).digest('base64url').slice(0, 22);

/** That an act would take back what who acts has not seen. Thrown in its transaction, so that nothing of it is done. */
export class TakesUnseen extends Error {
  constructor(readonly taken: TakenBack[]) {
    super('an act takes back what was not shown before');
  }
}
