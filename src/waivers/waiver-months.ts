import { type Day, firstOf, type Month, monthOf } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { measureOfForm } from '../ledger/causes/waiver-months.js';
import { type Posting, postEntries } from '../ledger/post-entries.js';

/** A waiver as its months are posted: whose it is, and since when. */
export type PostedWaiver = {
  id: number;
  parkId: number;
  ventureId: number;
  beganOn: string;
  form: string;
};
/** What stands for a calendar month, in fen. */
export type MonthAmount = { month: Month; fen: number };

/** What some months come to, in fen. */
export const totalOf = (months: readonly Pick<MonthAmount, 'fen'>[]): number =>
  months.reduce((sum, { fen }) => sum + fen, 0);

/** The months of a waiver that were not taken back, the earliest first. */
export async function monthsInForce(tx: Tx, waiverId: number) {
  return rowsOf<MonthAmount & { id: number; effectiveOn: Day }>(
    tx,
    sql`SELECT "id", "month", "effectiveOn", "fen" FROM "WaiverMonth" w WHERE "waiverId" = ${waiverId}
      AND "reversesId" IS NULL AND NOT EXISTS (SELECT 1 FROM "WaiverMonth" WHERE "reversesId" = w."id")
      ORDER BY "month", "id"`,
  );
}

/**
 * Brings the months of a waiver to what its schedule says: a month that differs is taken back and entered anew, each
 * as a record of its own and an entry of the ledger, so that at all times their sum is the schedule's.
 */
export async function restateMonths(
  tx: Tx,
  by: Actor,
  waiver: PostedWaiver,
  wanted: MonthAmount[],
): Promise<void> {
  const current = await monthsInForce(tx, waiver.id);
  const wantedOf = new Map(wanted.map(({ month, fen }) => [month, fen]));
  const currentOf = new Map(current.map(({ month, fen }) => [month, fen]));
  const reversed = current.filter(({ month, fen }) => wantedOf.get(month) !== fen);
  const added = wanted.filter(({ month, fen }) => fen > 0 && currentOf.get(month) !== fen);
  const rows = reversed.map(({ id, month, effectiveOn, fen }) => ({
    waiverId: waiver.id,
    month,
    effectiveOn,
    fen: -fen,
    reversesId: id,
  }));
  await enterMonths(tx, by, waiver, [...rows, ...rowsOfMonths(waiver, added)]);
}

/** Enters the months of a waiver that has none yet. */
export const addMonths = (
  tx: Tx,
  by: Actor,
  waiver: PostedWaiver,
  wanted: MonthAmount[],
): Promise<void> =>
  enterMonths(
    tx,
    by,
    waiver,
    rowsOfMonths(
      waiver,
      wanted.filter(({ fen }) => fen > 0),
    ),
  );

type MonthRow = MonthAmount & { waiverId: number; effectiveOn: Day; reversesId: number | null };

/** An entry takes effect on the first day that it covers: rent is due at the beginning of a month. */
const rowsOfMonths = (waiver: PostedWaiver, months: MonthAmount[]): MonthRow[] =>
  months.map(({ month, fen }) => ({
    waiverId: waiver.id,
    month,
    effectiveOn: firstDay(waiver, month),
    fen,
    reversesId: null,
  }));

async function enterMonths(
  tx: Tx,
  by: Actor,
  { parkId, ventureId, form }: PostedWaiver,
  rows: MonthRow[],
): Promise<void> {
  const ids = await insertRowsForIds(tx, 'WaiverMonth', rows);
  const positions = await positionsOf(
    tx,
    rows.flatMap(({ reversesId }) => (reversesId === null ? [] : [reversesId])),
  );
  await postEntries(
    tx,
    by,
    rows.map(({ effectiveOn, fen, reversesId }, index): Posting => {
      const position = reversesId === null ? undefined : positions.get(reversesId);
      return {
        effectiveOn,
        measure: measureOfForm(form),
        amount: fen,
        causeKind: 'waiver-month',
        parkId,
        ventureId,
        causeId: ids[index] as number,
        ...(position === undefined ? {} : { reverses: position }),
      };
    }),
  );
}

const firstDay = ({ beganOn }: PostedWaiver, month: Month): string =>
  monthOf(beganOn) === month ? beganOn : firstOf(month);

/** Where in the ledger some months stand: of one that became another venture's, where it was entered for that one. */
async function positionsOf(tx: Tx, monthIds: number[]): Promise<Map<number, number>> {
  if (monthIds.length === 0) return new Map();
  const entries = await rowsOf<{ causeId: number; position: number }>(
    tx,
    sql`SELECT "causeId", "position" FROM "LedgerEntry" e WHERE "causeKind" = 'waiver-month'
      AND "causeId" IN ${listed(monthIds)} AND "reverses" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "LedgerEntry" WHERE "reverses" = e."position")`,
  );
  return new Map(entries.map(({ causeId, position }) => [causeId, position]));
}
