import { type Day, type Month, monthOf } from '../../calendar/days.js';
import { lastDayOf } from '../../calendar/last-day.js';
import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { type Sql, sql } from '../../database/sql.js';
import type { LeaseState } from './roll-filter.js';
import { rollOrder } from './roll-order.js';
import { casesOf, isChosen, type RollQuery, rollOf } from './roll-sql.js';

export const leasesOnAPage = 50;
const exportBatch = 500;

/** A lease of the roll. Money in fen a month; relief is what the ledger has of the day's month. */
export type RollLine = {
  id: number;
  parkId: number;
  spaceNumber: string;
  spaceName: string;
  ventureNumber: string;
  ventureName: string;
  beganOn: Day;
  termEndOn: Day;
  endedOn: Day | null;
  /** Hundredths of a m². */
  area: number;
  state: LeaseState;
  /** Null of a lease that does not run on the day; the market rent also where it is not known. */
  rent: number | null;
  market: number | null;
  forgone: number;
  waived: number;
  rentBasis: string | null;
  clause: string | null;
  contractNumber: string;
  /** The first day after the one for which notice to quit was given. */
  noticeFor: Day | null;
  /** The numbers of the cases by which rent is waived. */
  cases: string[];
};

export type RollTotals = {
  leases: number;
  /** Those that run on the day, and of which the market rent is known. */
  running: number;
  known: number;
  area: number;
  market: number;
  rent: number;
  forgone: number;
  waived: number;
};

/** The sums of all leases of a roll: of rents what runs on the day, of relief what the ledger has of its month. */
export async function sumRoll(reads: Reads, query: RollQuery): Promise<RollTotals> {
  const runs = sql`l."rent" IS NOT NULL`;
  const [row] = await rowsOf<RollTotals>(
    reads,
    sql`SELECT COUNT(*) AS "leases", COUNT(l."rent") AS "running", COUNT(l."market") AS "known",
        COALESCE(SUM(CASE WHEN ${runs} THEN l."area" END), 0) AS "area", COALESCE(SUM(l."market"), 0) AS "market",
        COALESCE(SUM(l."rent"), 0) AS "rent", COALESCE(SUM(l."forgone"), 0) AS "forgone",
        COALESCE(SUM(l."waived"), 0) AS "waived"
      FROM ${rollOf(query)} WHERE ${isChosen(query)}`,
  );
  if (!row) throw new Error('a sum has one row');
  return row;
}

const lineSql = (
  asOf: Day,
): Sql => sql`l."id", l."parkId", l."spaceNumber", l."spaceName", l."ventureNumber",
  l."ventureName", l."beganOn", l."termEndOn", l."endedOn", l."area", l."state", l."rent", l."market", l."forgone",
  l."waived", l."rentBasis", l."clause", l."contractNumber", l."noticeFor", ${casesOf(asOf)} AS "cases"`;

async function pageOf(
  reads: Reads,
  query: RollQuery,
  from: number,
  size: number,
): Promise<RollLine[]> {
  const rows = await rowsOf<Omit<RollLine, 'cases'> & { cases: string }>(
    reads,
    sql`SELECT ${lineSql(query.asOf)} FROM ${rollOf(query)} WHERE ${isChosen(query)}
      ORDER BY ${rollOrder(query)} LIMIT ${size} OFFSET ${from}`,
  );
  return rows.map((row) => Object.assign(row, { cases: JSON.parse(row.cases) }));
}

export const findRoll = (reads: Reads, query: RollQuery, page: number): Promise<RollLine[]> =>
  pageOf(reads, query, (page - 1) * leasesOnAPage, leasesOnAPage);

/** All leases of a roll in its order, a batch at a time. */
export async function* everyLease(reads: Reads, query: RollQuery): AsyncGenerator<RollLine[]> {
  for (let from = 0; ; from += exportBatch) {
    const rows = await pageOf(reads, query, from, exportBatch);
    if (rows.length > 0) yield rows;
    if (rows.length < exportBatch) return;
  }
}

export type MonthOfEnds = { month: Month; leases: number; rent: number; area: number };

/** How many terms of the leases that run on the day have their last day in each month, and what rent hangs on them. */
export async function endsByMonth(reads: Reads, query: RollQuery): Promise<MonthOfEnds[]> {
  const days = await rowsOf<{ termEndOn: Day; leases: number; rent: number; area: number }>(
    reads,
    sql`SELECT l."termEndOn", COUNT(*) AS "leases", SUM(l."rent") AS "rent", SUM(l."area") AS "area"
      FROM ${rollOf(query)} WHERE ${isChosen(query)} AND l."rent" IS NOT NULL
      GROUP BY l."termEndOn" ORDER BY l."termEndOn"`,
  );
  const months = new Map<Month, MonthOfEnds>();
  for (const { termEndOn, leases, rent, area } of days) {
    const month = monthOf(lastDayOf(termEndOn));
    const sum = months.get(month) ?? { month, leases: 0, rent: 0, area: 0 };
    months.set(month, {
      month,
      leases: sum.leases + leases,
      rent: sum.rent + rent,
      area: sum.area + area,
    });
  }
  return [...months.values()];
}
