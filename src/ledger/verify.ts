import { monthOf } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { entryHash, NO_HASH } from './entry-hash.js';
import { linesOf } from './lines-of.js';
import { HEAD } from './post-entries.js';
import { recordsOf } from './restate.js';

const ENTRIES_A_READ = 5000;
const VENTURES_A_READ = 500;

export type Verification = { entries: number; problems: string[] };

/**
 * Checks the whole ledger: positions without a gap, the hash chain, the head, every balance against the entries,
 * every reversal against what it takes back, and the entries against the records that they come from.
 * Returns how many entries were read and every problem found, in words; it writes nothing.
 */
export async function verifyLedger(reads: Reads): Promise<Verification> {
  const problems: string[] = [];
  const chain = await walkEntries(reads, problems);
  const head = await reads.ledgerHead.findUnique({ where: { id: HEAD } });
  if (head?.position !== chain.position || head.hash !== chain.hash) {
    problems.push(`head: stands at ${head?.position}, the last entry is ${chain.position}`);
  }
  await compareBalances(reads, chain.balances, problems);
  await compareRecords(reads, chain.byVenture, problems);
  return { entries: chain.position, problems };
}

type Chain = {
  position: number;
  hash: string;
  balances: Map<string, bigint>;
  byVenture: Map<string, number>;
};

async function walkEntries(reads: Reads, problems: string[]): Promise<Chain> {
  const chain: Chain = { position: 0, hash: NO_HASH, balances: new Map(), byVenture: new Map() };
  const amounts = new Map<number, bigint>();
  for (;;) {
    const entries = await reads.ledgerEntry.findMany({
      where: { position: { gt: chain.position } },
      orderBy: { position: 'asc' },
      take: ENTRIES_A_READ,
    });
    if (entries.length === 0) return chain;
    for (const entry of entries) {
      if (entry.position !== chain.position + 1)
        problems.push(`entry ${entry.position}: follows ${chain.position}`);
      if (entry.previous !== chain.hash)
        problems.push(`entry ${entry.position}: the chain is broken before it`);
      if (entryHash(entry.previous, entry) !== entry.hash)
        problems.push(`entry ${entry.position}: its hash does not fit its fields`);
      if (entry.reverses !== null && amounts.get(entry.reverses) !== -entry.amount) {
        problems.push(`entry ${entry.position}: does not take back entry ${entry.reverses}`);
      }
      amounts.set(entry.position, entry.amount);
      add(
        chain.balances,
        `${entry.measure} ${entry.parkId} ${monthOf(entry.effectiveOn)}`,
        entry.amount,
      );
      addNumber(chain.byVenture, lineKey(entry), Number(entry.amount));
      chain.position = entry.position;
      chain.hash = entry.hash;
    }
  }
}

type Placed = { ventureId: number | null; measure: string; parkId: number; effectiveOn: string };
const lineKey = (line: Placed): string =>
  `${line.ventureId} ${line.measure} ${line.parkId} ${line.effectiveOn}`;

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
): Promise<void> {
  const left = new Map(sums);
  for (const { measure, parkId, month, amount } of await reads.ledgerBalance.findMany()) {
    const key = `${measure} ${parkId} ${month}`;
    const sum = left.get(key) ?? 0n;
    if (sum !== amount) problems.push(`balance ${key}: is ${amount}, its entries come to ${sum}`);
    left.delete(key);
  }
  for (const [key, sum] of left)
    if (sum !== 0n) problems.push(`balance ${key}: is missing, its entries come to ${sum}`);
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
    if (sum !== 0) problems.push(`records of ${key}: the ledger is ${sum} over what they make`);
}
