import type { Reads } from '../database/database.js';
import { parksOn } from '../ledger/parks-on.js';
import { foundersCategories } from '../ledger/record-list.js';
import { ofSpaceOn } from '../ledger/space-on.js';
import { type Question, recordsSql } from './question.js';

/** A record of a number, by the names that it is known by. */
export type Listed = {
  parkNumber: string;
  parkZh: string;
  parkEn: string;
  ventureNumber: string | null;
  ventureName: string | null;
  spaceNumber: string | null;
  spaceName: string | null;
  amount: number;
};

/** How many records make a number, and the number. */
export async function summaryOf(reads: Reads, question: Question) {
  const [row] = await reads.$queryRaw<{ count: number | bigint; sum: number | bigint | null }[]>`
    SELECT COUNT(*) AS "count", SUM("amount") AS "sum" FROM (${recordsSql(question)}) AS "records"`;
  return { count: Number(row?.count ?? 0), sum: Number(row?.sum ?? 0) };
}

/** The number, park by park; a park without any is absent. */
export async function sumsByPark(reads: Reads, question: Question): Promise<Map<number, number>> {
  const rows = await reads.$queryRaw<{ parkId: number | bigint; amount: number | bigint }[]>`
    SELECT "parkId", SUM("amount") AS "amount" FROM (${recordsSql(question)}) AS "records" GROUP BY "parkId"`;
  return new Map(rows.map(({ parkId, amount }) => [Number(parkId), Number(amount)]));
}

type ListedRow = Omit<Listed, 'parkNumber' | 'parkZh' | 'parkEn' | 'amount'> & {
  parkId: number | bigint;
  amount: number | bigint;
};

/** Some of the records, the largest first, in parks and spaces as they were called on the last day. */
export async function listedRecords(
  reads: Reads,
  question: Question,
  { offset, limit }: { offset: number; limit: number },
): Promise<Listed[]> {
  const rows = await reads.$queryRaw<ListedRow[]>`
    SELECT x."parkId", v."number" AS "ventureNumber", v."name" AS "ventureName",
      s."number" AS "spaceNumber", ${ofSpaceOn('name', question.asOf)} AS "spaceName", x."amount"
    FROM (SELECT * FROM (${recordsSql(question)}) AS "records"
      ORDER BY "amount" DESC, "parkId", "ventureId", "spaceId" LIMIT ${limit} OFFSET ${offset}) AS x
    LEFT JOIN "Venture" v ON v."id" = x."ventureId" LEFT JOIN "Space" s ON s."id" = x."spaceId"
    ORDER BY x."amount" DESC, x."parkId", x."ventureId", x."spaceId"`;
  const parkOf = new Map((await parksOn(reads, question.asOf)).map((park) => [park.id, park]));
  return rows.map(({ parkId, amount, ...row }) => {
    const park = parkOf.get(Number(parkId));
    if (!park) throw new Error(`there is no park ${parkId}`);
    const { number: parkNumber, nameZh: parkZh, nameEn: parkEn } = park;
    return { ...row, parkNumber, parkZh, parkEn, amount: Number(amount) };
  });
}

/** The records as they are written to a file, a batch at a time. */
export async function* everyRecord(reads: Reads, question: Question): AsyncGenerator<Listed[]> {
  const limit = 5000;
  for (let offset = 0; ; offset += limit) {
    const rows = await listedRecords(reads, question, { offset, limit });
    if (rows.length > 0) yield rows;
    if (rows.length < limit) return;
  }
}

/** The number by a kind of its ventures; one with several categories counts in each. */
export async function sumsByCategory(reads: Reads, question: Question) {
  const rows = await reads.$queryRaw<
    { parkId: number | bigint; category: string; amount: number | bigint }[]
  >`SELECT x."parkId", c."category", SUM(x."amount") AS "amount"
    FROM (${recordsSql(question)}) AS x
    JOIN (${foundersCategories(question.asOf)}) AS c ON c."ventureId" = x."ventureId"
    GROUP BY x."parkId", c."category"`;
  return rows.map((row) => ({ ...row, parkId: Number(row.parkId), amount: Number(row.amount) }));
}
