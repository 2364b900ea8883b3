import { monthOf } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { compareRecords } from '../ledger/compare-records.js';
import { entryHash, hashOf, NO_HASH } from '../ledger/entry-hash.js';
import { HEAD } from '../ledger/known-in-act.js';
import { compareSchedules } from '../waivers/compare-schedules.js';

const ENTRIES_A_READ = 5000;

/** The newest entry's hash is `head`; `problems` is empty where all fits. */
export type Verification = { entries: number; balances: number; head: string; problems: string[] };

/**
 * Checks the whole ledger: positions without a gap, the hash chain, the head, every balance against the entries,
 * every reversal against what it takes back, the entries against the records that they come from, and the months of
 * every waiver against its schedule.
 * Returns what was read and every problem found, in words; it writes nothing.
 */
export async function verifyLedger(reads: Reads): Promise<Verification> {
  const problems: string[] = [];
  const chain = await walkEntries(reads, problems);
  const head = await reads.ledgerHead.findUnique({ where: { id: HEAD } });
  if (head?.position !== chain.position) {
    const stands = head ? `stands at ${head.position}` : 'is missing';
    problems.push(`head: ${stands}, the last entry is ${chain.position}`);
  } else if (head.hash !== chain.hash) {
    problems.push(`head: its hash is not that of entry ${chain.position}`);
  }
  problems.push(...(await falseReversals(reads)));
  const balances = await compareBalances(reads, chain.balances, problems);
  problems.push(...(await compareRecords(reads)));
  problems.push(...(await compareSchedules(reads)));
  return { entries: chain.count, balances, head: chain.hash, problems };
}

type Chain = {
  count: number;
  position: number;
  /** Of the last entry: as it stands there, and as its fields give it. */
  hash: string;
  computed: string;
  balances: Map<string, bigint>;
};
type Entry = Awaited<ReturnType<Reads['ledgerEntry']['findFirstOrThrow']>>;

async function walkEntries(reads: Reads, problems: string[]): Promise<Chain> {
  const chain: Chain = {
    count: 0,
    position: 0,
    hash: NO_HASH,
    computed: NO_HASH,
    balances: new Map(),
  };
  for (;;) {
    const entries = await reads.ledgerEntry.findMany({
      where: { position: { gt: chain.position } },
      orderBy: { position: 'asc' },
      take: ENTRIES_A_READ,
    });
    if (entries.length === 0) return chain;
    for (const entry of entries) {
      const computed = entryHash(chain.hash, entry);
      for (const fault of faultsOf(entry, computed, chain))
        problems.push(`entry ${entry.position}: ${fault}`);
      follow(chain, entry, computed);
    }
  }
}

/** What is wrong with an entry, coming after those of the chain: it may be sound after what the last one should have been. */
function faultsOf(entry: Entry, computed: string, chain: Chain): string[] {
  const faults: string[] = [];
  if (entry.position !== chain.position + 1) faults.push(`follows ${chain.position}`);
  const hash = hashOf(entry);
  if (computed === hash) return faults;
  const isSound = faults.length > 0 || entryHash(chain.computed, entry) === hash;
  return [
    ...faults,
    isSound ? 'the chain is broken before it' : 'its hash does not fit its fields',
  ];
}

function follow(chain: Chain, entry: Entry, computed: string): void {
  const balance = `${entry.measure} ${entry.parkId} ${monthOf(entry.effectiveOn)}`;
  chain.balances.set(balance, (chain.balances.get(balance) ?? 0n) + entry.amount);
  chain.count += 1;
  chain.position = entry.position;
  chain.computed = computed;
  chain.hash = hashOf(entry);
}

/** Reversals that are not the opposite of an entry before them. */
async function falseReversals(reads: Reads): Promise<string[]> {
  const rows = await reads.$queryRaw<{ position: number; reverses: number }[]>`
    SELECT "later"."position", "later"."reverses" FROM "LedgerEntry" AS "later"
    LEFT JOIN "LedgerEntry" AS "first" ON "first"."position" = "later"."reverses"
      AND "first"."position" < "later"."position" AND "first"."amount" = -"later"."amount"
      AND "first"."measure" = "later"."measure" AND "first"."parkId" = "later"."parkId"
      AND "first"."effectiveOn" = "later"."effectiveOn"
    WHERE "later"."reverses" IS NOT NULL AND "first"."position" IS NULL
    ORDER BY "later"."position"`;
  return rows.map(
    ({ position, reverses }) => `entry ${position}: does not take back entry ${reverses}`,
  );
}

async function compareBalances(
  reads: Reads,
  sums: Map<string, bigint>,
  problems: string[],
): Promise<number> {
  const left = new Map(sums);
  const balances = await reads.ledgerBalance.findMany();
  for (const { measure, parkId, month, amount } of balances) {
    const key = `${measure} ${parkId} ${month}`;
    const sum = left.get(key) ?? 0n;
    if (sum !== amount) problems.push(`balance ${key}: is ${amount}, its entries come to ${sum}`);
    left.delete(key);
  }
  for (const [key, sum] of left)
    if (sum !== 0n) problems.push(`balance ${key}: is missing, its entries come to ${sum}`);
  return balances.length;
}
