import { endOfMonth, firstOf, type Month, monthOf } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { join, nothing, sql } from '../database/sql.js';
import { allFigures, type PublishedFigure } from '../figures/published-queries.js';
import { isBound } from '../ledger/closed-months.js';

/** What a reopening is over. */
export type Reopened = { month: Month; parkId: number | null; ventureId: number | null };

/**
 * A published figure whose recomputation, as known today, could come out differently once the month is open,
 * and by how much if all that the month's entries in scope added, or took away, were undone. New records can add more.
 */
export type FigureAtStake = {
  number: string;
  edition: number;
  wordingZh: string;
  wordingEn: string;
  measure: string;
  scopeNameZh: string;
  scopeNameEn: string;
  asOf: string;
  value: number;
  down: number;
  up: number;
};

type Moved = { measure: string; parkId: number; effectiveOn: string; plus: number; minus: number };

/** The figures whose parks and day the reopening reaches, the newest first; withdrawn ones no longer stand. */
export async function figuresAtStake(reads: Reads, reopened: Reopened): Promise<FigureAtStake[]> {
  const { month, parkId, ventureId } = reopened;
  const reached = parkId ?? (ventureId === null ? null : await parkOf(reads, ventureId, month));
  const moved = await movedIn(reads, reopened);
  const isReached = ({ measure, asOf, current, ...figure }: PublishedFigure) =>
    current.kind !== 'withdrawn' &&
    isBound(measure) &&
    (figure.month === null ? asOf >= firstOf(month) : figure.month === month) &&
    (reached === null || current.parkIds.includes(reached));
  const figures = (await allFigures(reads)).filter(isReached).reverse();
  return figures.map((figure) => atStake(figure, moved));
}

function atStake(figure: PublishedFigure, moved: Moved[]): FigureAtStake {
  const { number, measure, scopeNameZh, scopeNameEn, asOf, month, current } = figure;
  const { edition, wordingZh, wordingEn, value, parkIds } = current;
  const own = moved.filter(
    (one) =>
      one.measure === measure &&
      parkIds.includes(one.parkId) &&
      (month !== null || one.effectiveOn <= asOf),
  );
  return {
    ...{ number, measure, scopeNameZh, scopeNameEn, asOf, edition, wordingZh, wordingEn, value },
    down: own.reduce((sum, { plus }) => sum + plus, 0),
    up: own.reduce((sum, { minus }) => sum + minus, 0),
  };
}

/** What the month's entries that stand added and took away, by day. */
async function movedIn(reads: Reads, { month, parkId, ventureId }: Reopened): Promise<Moved[]> {
  const rows = await reads.$queryRaw<Moved[]>`
    SELECT "measure", "parkId", "effectiveOn", SUM(MAX("amount", 0)) AS "plus", SUM(MAX(-"amount", 0)) AS "minus"
    FROM "LedgerEntry" e
    WHERE "measure" IN (${join(['parks', 'ventures', 'jobs', 'returns'])})
      AND "effectiveOn" >= ${firstOf(month)} AND "effectiveOn" <= ${endOfMonth(month)}
      AND "reverses" IS NULL AND NOT EXISTS (SELECT 1 FROM "LedgerEntry" WHERE "reverses" = e."position")
      ${parkId === null ? nothing : sql`AND "parkId" = ${parkId}`}
      ${ventureId === null ? nothing : sql`AND "ventureId" = ${ventureId}`}
    GROUP BY "measure", "parkId", "effectiveOn"`;
  return rows.map((row) => ({
    ...{ measure: row.measure, parkId: Number(row.parkId), effectiveOn: row.effectiveOn },
    ...{ plus: Number(row.plus), minus: Number(row.minus) },
  }));
}

async function parkOf(reads: Reads, ventureId: number, month: Month): Promise<number | null> {
  const stay = await reads.residency.findFirst({
    where: { ventureId, beganOn: { lte: endOfMonth(month) } },
    orderBy: { beganOn: 'desc' },
  });
  return stay && monthOf(stay.beganOn) <= month ? stay.parkId : null;
}
