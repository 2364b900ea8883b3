import type { Reads } from '../database/database.js';
import { type Sql, sql } from '../database/sql.js';
import { linesOfParks, linesOfVentures } from './causes.js';

const VENTURES_A_READ = 500;
/** The least number that an id could be, if somebody wrote one by hand. */
const LEAST_ID = -(2 ** 31);

type Placed = { ventureId: number | null; measure: string; parkId: number; effectiveOn: string };
type Summed = Placed & { amount: number | bigint };

/** Where the entries come to something else than the records they come from make, in words. */
export async function compareRecords(reads: Reads): Promise<string[]> {
  const problems = await compareParks(reads);
  let last = LEAST_ID;
  for (;;) {
    const ventures = await reads.venture.findMany({
      where: { id: { gt: last } },
      orderBy: { id: 'asc' },
      take: VENTURES_A_READ,
      select: { id: true },
    });
    const ids = ventures.map((venture) => venture.id);
    const to = ids.at(-1);
    // Also the entries of a venture that is not there, before, between or after those that are.
    const range =
      to === undefined
        ? sql`"ventureId" > ${last}`
        : sql`"ventureId" > ${last} AND "ventureId" <= ${to}`;
    const made = await linesOfVentures(reads, ids);
    problems.push(...differences(await sumsOf(reads, range), made));
    if (to === undefined) return problems;
    last = to;
  }
}

async function compareParks(reads: Reads): Promise<string[]> {
  return differences(await sumsOf(reads, sql`"ventureId" IS NULL`), await linesOfParks(reads));
}

const sumsOf = (reads: Reads, condition: Sql): Promise<Summed[]> =>
  reads.$queryRaw`SELECT "ventureId", "measure", "parkId", "effectiveOn", SUM("amount") AS "amount"
    FROM "LedgerEntry" WHERE ${condition}
    GROUP BY "ventureId", "measure", "parkId", "effectiveOn"
    ORDER BY "ventureId", "effectiveOn", "measure", "parkId"`;

function differences(entries: Summed[], made: Summed[]): string[] {
  const left = new Map<string, number>();
  const add = (line: Placed, amount: number) => {
    const key = nameOf(line);
    left.set(key, (left.get(key) ?? 0) + amount);
  };
  for (const entry of entries) add(entry, Number(entry.amount));
  for (const line of made) add(line, -Number(line.amount));
  return [...left]
    .filter(([, sum]) => sum !== 0)
    .map(([key, sum]) => `records of ${key}: the ledger differs by ${sum > 0 ? '+' : ''}${sum}`);
}

const nameOf = ({ ventureId, measure, parkId, effectiveOn }: Placed): string =>
  `${ventureId === null ? '' : `venture ${ventureId}, `}park ${parkId}, ${measure} on ${effectiveOn}`;
