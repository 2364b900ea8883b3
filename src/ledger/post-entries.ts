import { monthOf } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { changeRows } from '../database/direct-sql.js';
import { insertRows } from '../database/insert-rows.js';
import { sentFields, sentRows } from '../database/sent-rows.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { refuseClosed, touchedBy } from './closed-months.js';
import { entryHash } from './entry-hash.js';
import { HEAD, headOf, moveHead } from './known-in-act.js';
import type { Line } from './measures.js';

/** A line to post; with `reverses`, the position that it takes back. */
export type Posting = Line & { reverses?: number };

/**
 * Adds entries at the end of the ledger, in the order given, and their amounts to the balances.
 * Nothing else writes either. Amounts are signed whole numbers in the measure's unit.
 * @throws Refusal when they would move a month that is closed
 */
export async function postEntries(tx: Tx, by: Actor, postings: Posting[]): Promise<void> {
  if (postings.length === 0) return;
  await refuseClosed(tx, by, touchedBy(postings));
  await appendEntries(tx, by, postings);
}

/** The same, closed months too: only for a measure that begins, of which no closing has stated anything. */
export async function appendEntries(tx: Tx, by: Actor, postings: Posting[]): Promise<void> {
  if (postings.length === 0) return;
  let { position, hash } = await headOf(tx);
  const entries = postings.map((posting) => {
    position += 1;
    const { effectiveOn, measure, parkId, ventureId, causeKind, causeId } = posting;
    const entry = {
      effectiveOn,
      measure,
      parkId,
      ventureId,
      causeKind,
      causeId,
      position,
      recordedAt: by.at,
      amount: BigInt(posting.amount),
      reverses: posting.reverses ?? null,
      actorId: by.accountId,
    };
    hash = entryHash(hash, entry);
    return { ...entry, hash: Buffer.from(hash, 'hex') };
  });
  await insertRows(tx, 'LedgerEntry', entries);
  await changeRows(
    tx,
    sql`UPDATE "LedgerHead" SET "position" = ${position}, "hash" = ${hash} WHERE "id" = ${HEAD}`,
  );
  moveHead(tx, { position, hash });
  await addToBalances(tx, postings);
}

async function addToBalances(tx: Tx, postings: Posting[]): Promise<void> {
  const sums = new Map<
    string,
    { measure: string; parkId: number; month: string; amount: number }
  >();
  for (const { measure, parkId, effectiveOn, amount } of postings) {
    const month = monthOf(effectiveOn);
    const key = `${measure} ${parkId} ${month}`;
    const sum = sums.get(key) ?? { measure, parkId, month, amount: 0 };
    sum.amount += amount;
    sums.set(key, sum);
  }
  const rows = [...sums.values()].filter((sum) => sum.amount !== 0);
  const sent = rows.map((row) => [row.measure, row.parkId, row.month, row.amount]);
  await changeRows(
    tx,
    sql`INSERT INTO "LedgerBalance" ("measure", "parkId", "month", "amount")
      SELECT ${sentFields('r', 4)} FROM ${sentRows(sent)} r WHERE TRUE
      ON CONFLICT ("measure", "parkId", "month")
      DO UPDATE SET "amount" = "LedgerBalance"."amount" + excluded."amount"`,
  );
}
