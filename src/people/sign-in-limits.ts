import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Reads, Tx } from '../database/database.js';

const minute = 60_000;
const freeTries = 5;
const longestWait = 15 * minute;
const remembered = 60 * minute;
const addressTries = 50;
const addressWindow = 15 * minute;

/** What failures are counted by. `name`: of one username from one place; `address`: of a place altogether. */
export type Tally = { kind: 'name' | 'address'; key: string };

/**
 * A browser that the account has signed in from before is counted by itself, so that nobody else's
 * failures stand in its way. Any other is counted by address and username, and by address.
 */
export function talliesOf(attempt: {
  username: string;
  address: string;
  knownDevice: string | null;
}): Tally[] {
  if (attempt.knownDevice !== null) {
    return [{ kind: 'name', key: keyOf('device', attempt.knownDevice, attempt.username) }];
  }
  const place = placeOf(attempt.address);
  return [
    { kind: 'name', key: keyOf('address', place, attempt.username) },
    { kind: 'address', key: keyOf('address', place) },
  ];
}

/** For the own password asked again in a session: by the account alone, as only its owner gets there. */
export function tallyOfAccount(accountId: number): Tally {
  return { kind: 'name', key: keyOf('account', String(accountId)) };
}

/** An address as it is counted where a code is asked for. */
export const placeHash = (address: string): string => keyOf('address', placeOf(address));

/** How long a try by these tallies has to wait, in whole seconds; 0 for not at all. */
export async function secondsToWait(reads: Reads, tallies: Tally[], now: Date): Promise<number> {
  let wait = 0;
  for (const { kind, key } of tallies) {
    const tally = await reads.signInTally.findUnique({ where: { key } });
    if (tally) wait = Math.max(wait, openAt(kind, tally) - now.getTime());
  }
  return Math.ceil(wait / 1000);
}

/** Counts a try as failed. Done before the password is checked: many at once cannot slip through. */
export async function countFailure(tx: Tx, tallies: Tally[], now: Date): Promise<void> {
  for (const { kind, key } of tallies) {
    const before = await tx.signInTally.findUnique({ where: { key } });
    const goesOn = before !== null && before.expiresAt > now;
    const failures = goesOn ? before.failures + 1 : 1;
    const expiresAt =
      kind === 'address' && goesOn
        ? before.expiresAt
        : new Date(now.getTime() + (kind === 'address' ? addressWindow : remembered));
    await tx.signInTally.upsert({
      where: { key },
      create: { key, failures, expiresAt },
      update: { failures, expiresAt },
    });
  }
}

/** Takes the count back after a success: the name's altogether, the address's by this one try. */
export async function forgiveFailure(tx: Tx, tallies: Tally[]): Promise<void> {
  for (const { kind, key } of tallies) {
    if (kind === 'name') await tx.signInTally.deleteMany({ where: { key } });
    else {
      const where = { key, failures: { gt: 0 } };
      await tx.signInTally.updateMany({ where, data: { failures: { decrement: 1 } } });
    }
  }
}

/** When the next try is open: after five failures a minute, twice that after each further, 15 at most. */
function openAt(kind: Tally['kind'], tally: { failures: number; expiresAt: Date }): number {
  const expires = tally.expiresAt.getTime();
  if (kind === 'address') return tally.failures >= addressTries ? expires : 0;
  if (tally.failures < freeTries) return 0;
  const wait = Math.min(minute * 2 ** (tally.failures - freeTries), longestWait);
  return expires - remembered + wait;
}

/** A household or office holds a whole /64 of IPv6, so that is one place. */
function placeOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('%')[0]?.split('::') ?? [];
  const front = head.split(':').filter(Boolean);
  const back = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  return [...front, ...zeros, ...back].slice(0, 4).join(':');
}

function keyOf(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
