import { monthOf } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { entryHash, NO_HASH } from './entry-hash.js';
import { linesOf } from './lines-of.js';
import { HEAD } from './post-entries.js';
import { recordsOf } from './restate.js';

const ENTRIES_A_READ = 5000;
const VENTURES_A_READ = 500;

/** The newest entry's hash is `head`; `problems` is empty where all fits. */
export type Verification = { entries: number; balances: number; head: string; problems: string[] };

/**
 * Checks the whole ledger: positions without a gap, the hash chain, the head, every balance against the entries,
 * every reversal against what it takes back, and the entries against the records that they come from.
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
  const balances = await compareBalances(reads, chain.balances, problems);
  await compareRecords(reads, chain.byVenture, problems);
  return { entries: chain.count, balances, head: chain.hash, problems };
}

type Chain = {
  count: number;
  position: number;
  hash: string;
  amounts: Map<number, bigint>;
  balances: Map<string, bigint>;
  byVenture: Map<string, number>;
};
type Entry = Awaited<ReturnType<Reads['ledgerEntry']['findFirstOrThrow']>>;

async function walkEntries(reads: Reads, problems: string[]): Promise<Chain> {
  const start = { count: 0, position: 0, hash: NO_HASH };
  const chain: Chain = {
    ...start,
    amounts: new Map(),
    balances: new Map(),
    byVenture: new Map(),
  };
  for (;;) {
    const entries = await reads.ledgerEntry.findMany({
      where: { position: { gt: chain.position } },
      orderBy: { position: 'asc' },
      take: ENTRIES_A_READ,
    });
    if (entries.length === 0) return chain;
    for (const entry of entries) {
      for (const fault of faultsOf(entry, chain))
        problems.push(`entry ${entry.position}: ${fault}`);
      follow(chain, entry);
    }
  }
}

/** What is wrong with an entry, coming after those of the chain. */
function faultsOf(entry: Entry, chain: Chain): string[] {
  const faults: string[] = [];
  if (entry.position !== chain.position + 1) faults.push(`follows ${chain.position}`);
  if (entry.previous !== chain.hash) faults.push('the chain is broken before it');
  if (entryHash(entry.previous, entry) !== entry.hash) {
    faults.push('its hash does not fit its fields');
  }
  if (entry.reverses !== null && chain.amounts.get(entry.reverses) !== -entry.amount) {
    faults.push(`does not take back entry ${entry.reverses}`);
  }
  return faults;
}

function follow(chain: Chain, entry: Entry): void {
  const month = monthOf(entry.effectiveOn);
  chain.amounts.set(entry.position, entry.amount);
  add(chain.balances, `${entry.measure} ${entry.parkId} ${month}`, entry.amount);
  addNumber(chain.byVenture, lineKey(entry), Number(entry.amount));
  chain.count += 1;
  chain.position = entry.position;
  chain.hash = entry.hash;
}

type Placed = { ventureId: number | null; measure: string; parkId: number; effectiveOn: string };
const lineKey = ({ ventureId, measure, parkId, effectiveOn }: Placed): string =>
  `${ventureId === null ? '' : `venture ${ventureId}, `}park ${parkId}, ${measure} on ${effectiveOn}`;

function add(sums: Map<string, bigint>, key: string, amount: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + amount);
}

function addNumber(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
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

async function compareRecords(
  reads: Reads,
  sums: Map<string, number>,
  problems: string[],
): Promise<void> {
  const left = new Map(sums);
  const parks = await reads.park.findMany({ select: { id: true, openedOn: true, closedOn: true } });
  for (const park of parks) {
    const line = { ventureId: null, measure: 'parks', parkId: park.id };
    addNumber(left, lineKey({ ...line, effectiveOn: park.openedOn }), -1);
    if (park.closedOn !== null)
      addNumber(left, lineKey({ ...line, effectiveOn: park.closedOn }), 1);
  }
  let last = 0;
  for (;;) {
    const ventures = await reads.venture.findMany({
      where: { id: { gt: last } },
      orderBy: { id: 'asc' },
      take: VENTURES_A_READ,
      select: { id: true },
    });
    if (ventures.length === 0) break;
    const ids = ventures.map((venture) => venture.id);
    for (const line of (await recordsOf(reads, ids, '')).flatMap(linesOf))
      addNumber(left, lineKey(line), -line.amount);
    last = ids.at(-1) ?? last;
  }
  for (const [key, sum] of left)
    if (sum !== 0)
      problems.push(`records of ${key}: the ledger differs by ${sum > 0 ? '+' : ''}${sum}`);
}
