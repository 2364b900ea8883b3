import type { Reads } from '../database/database.js';
import { type Sql, sql } from '../database/sql.js';
import { linesOf } from './lines-of.js';
import type { Line } from './measures.js';
import { recordsOf } from './venture-records.js';

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
    const made = (await recordsOf(reads, ids, '')).flatMap(linesOf);
    const waived = await waivedLines(reads, ids);
    problems.push(...differences(await sumsOf(reads, range), [...made, ...waived]));
    if (to === undefined) return problems;
    last = to;
  }
}

/** The months of waivers are records as they stand in the ledger, those that take one back too. */
async function waivedLines(reads: Reads, ventureIds: number[]): Promise<Line[]> {
  const months = await reads.waiverMonth.findMany({
    where: { waiver: { ventureId: { in: ventureIds } } },
    include: { waiver: { select: { parkId: true, ventureId: true } } },
  });
  return months.map(({ id, effectiveOn, fen, waiver }) => ({
    effectiveOn,
    measure: 'waived-rent',
    amount: fen,
    ...waiver,
    causeKind: 'waiver-month',
    causeId: id,
  }));
}

async function compareParks(reads: Reads): Promise<string[]> {
  const parks = await reads.park.findMany({ select: { id: true, openedOn: true, closedOn: true } });
  const made = parks.flatMap(({ id, openedOn, closedOn }) => {
    const line = { ventureId: null, measure: 'parks', parkId: id };
    const opened = { ...line, effectiveOn: openedOn, amount: 1 };
    return closedOn === null ? [opened] : [opened, { ...line, effectiveOn: closedOn, amount: -1 }];
  });
  return differences(await sumsOf(reads, sql`"ventureId" IS NULL`), made);
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
