import { type Day, monthOf } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { linesOf, type VentureRecords } from './lines-of.js';
import type { CauseKind, Line, Measure } from './measures.js';
import { type Posting, postEntries } from './post-entries.js';

/** The measures that a venture's records make. */
const OF_VENTURES: Measure[] = ['ventures', 'jobs', 'returns'];

type LiveEntry = Line & { position: number };

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
  const records = await recordsOf(tx, ventureIds, from);
  const wanted = records.flatMap(linesOf);
  const live = await liveEntries(tx, ventureIds, from);
  await postEntries(tx, by, difference(live, wanted));
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

/** Entries from the day on that have not been taken back. */
async function liveEntries(reads: Reads, ventureIds: number[], from: Day): Promise<LiveEntry[]> {
  const entries = await reads.ledgerEntry.findMany({
    where: {
      ventureId: { in: ventureIds },
      measure: { in: OF_VENTURES },
      effectiveOn: { gte: from },
    },
    orderBy: { position: 'asc' },
  });
  const taken = new Set(entries.map((entry) => entry.reverses));
  return entries
    .filter((entry) => entry.reverses === null && !taken.has(entry.position))
    .map(({ position, effectiveOn, measure, parkId, ventureId, amount, causeKind, causeId }) => ({
      position,
      effectiveOn,
      parkId,
      ventureId,
      causeId,
      measure: measure as Measure,
      causeKind: causeKind as CauseKind,
      amount: Number(amount),
    }));
}

/** What the records say of each venture from the day on, and the level that the ledger had before it. */
export async function recordsOf(
  reads: Reads,
  ventureIds: number[],
  from: Day,
): Promise<VentureRecords[]> {
  const among = { ventureId: { in: ventureIds } };
  const residencies = await reads.residency.findMany({ where: among, orderBy: { beganOn: 'asc' } });
  const returns = await reads.jobsReturn.findMany({
    where: { ...among, setAside: false, month: { gte: monthOf(from) } },
    orderBy: { month: 'asc' },
  });
  const levels =
    from === ''
      ? []
      : await reads.ledgerEntry.groupBy({
          by: ['ventureId'],
          where: { ...among, measure: 'jobs', effectiveOn: { lt: from } },
          _sum: { amount: true },
        });
  const levelOf = new Map(levels.map((row) => [row.ventureId, Number(row._sum.amount ?? 0)]));
  const residenciesOf = byVenture(residencies);
  const returnsOf = byVenture(returns);
  return ventureIds.map((ventureId) => ({
    ventureId,
    from,
    levelBefore: levelOf.get(ventureId) ?? 0,
    residencies: residenciesOf.get(ventureId) ?? [],
    returns: returnsOf.get(ventureId) ?? [],
  }));
}

function byVenture<T extends { ventureId: number }>(rows: T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.ventureId);
    if (group) group.push(row);
    else groups.set(row.ventureId, [row]);
  }
  return groups;
}
