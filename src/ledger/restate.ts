import type { Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { rentRecordsAndEntries } from './causes/lease-records.js';
import { linesOfLeases } from './causes/leases.js';
import { linesOfSubsidy, subsidiesAndEntries } from './causes/subsidies.js';
import { linesOfWaiverMonth, waivedRecordsAndEntries } from './causes/waiver-months.js';
import { linesOf } from './lines-of.js';
import type { Line } from './measures.js';
import { type Posting, postEntries } from './post-entries.js';
import { type LiveEntry, recordsAndEntries } from './venture-records.js';

/**
 * Brings the ledger in line with the records of ventures from a day on, after a verb has changed them:
 * entries that the records no longer make are reversed, missing ones are added, nothing else is touched.
 * Records before that day must not have changed; '' looks at everything.
 */
export async function restateVentures(
  tx: Tx,
  by: Actor,
  ventureIds: number[],
  from: Day,
): Promise<void> {
  const { records, live } = await recordsAndEntries(tx, ventureIds, from);
  await postEntries(tx, by, difference(live, records.flatMap(linesOf)));
}

/**
 * The same for what leases make: rent forgone and who pays none. Every verb calls it that changes a residency, a lease, a
 * valuation or what is waived.
 */
export async function restateRent(tx: Tx, by: Actor, ventureIds: number[]): Promise<void> {
  if (ventureIds.length === 0) return;
  const { records, live } = await rentRecordsAndEntries(tx, ventureIds);
  await postEntries(tx, by, difference(live, records.flatMap(linesOfLeases)));
}

/**
 * The same for what is waived by decision, after a waiver has become another venture's: its months are entered for that one
 * from the first, and what of it was claimed and paid. What was taken back before stays where it was entered, as it comes
 * to nothing.
 */
export async function restateWaived(tx: Tx, by: Actor, ventureIds: number[]): Promise<void> {
  const { records, live } = await waivedRecordsAndEntries(tx, ventureIds);
  await postEntries(tx, by, difference(live, records.flatMap(linesOfWaiverMonth)));
  await restateSubsidies(tx, by, ventureIds);
}

/** The same for what is claimed and paid of subsidies. */
export async function restateSubsidies(tx: Tx, by: Actor, ventureIds: number[]): Promise<void> {
  const { records, live } = await subsidiesAndEntries(tx, ventureIds);
  await postEntries(tx, by, difference(live, records.flatMap(linesOfSubsidy)));
}

/** Reversals of what is no longer wanted, then what is wanted and not yet there, each in the order of days. */
export function difference(live: LiveEntry[], wanted: Line[]): Posting[] {
  const standing = new Map<string, LiveEntry>();
  for (const entry of live) standing.set(keyOf(entry), entry);
  const added: Posting[] = [];
  for (const line of wanted) {
    if (!standing.delete(keyOf(line))) added.push(line);
  }
  const reversed = [...standing.values()].map(({ position, ...line }) => ({
    ...line,
    amount: -line.amount,
    reverses: position,
  }));
  return [
    ...reversed,
    ...added.sort((a, b) =>
      a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0,
    ),
  ];
}

const keyOf = (line: Line): string =>
  [
    line.measure,
    line.ventureId,
    line.parkId,
    line.effectiveOn,
    line.amount,
    line.causeKind,
    line.causeId,
  ].join(' ');
