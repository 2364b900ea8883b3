import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Db, Reads, Tx } from '../database/database.js';
import { type Fault, refuseIf } from '../language/refusal.js';
import type { Lang } from '../language/words.js';
import { announce } from '../outbox/announce.js';
import type { KeyRing } from '../vault/key-ring.js';
import { secondsToNextCode } from './code-limits.js';
import { codeOf } from './code-of.js';
import { isKnownDevice } from './known-devices.js';
import { placeHash } from './sign-in-limits.js';

const minute = 60_000;
const holdsMs = 10 * minute;
const keptMs = 24 * 60 * minute;
const mostTries = 5;

export const purposes = ['register', 'forgotten', 'phone', 'objection'] as const;
export type Purpose = (typeof purposes)[number];
export type CodeWanted = {
  purpose: Purpose;
  phone: string;
  /** Whose phone is to change; null for a visitor. */
  accountId: number | null;
  address: string;
  device: string | null;
  lang: Lang;
};

/**
 * Has a code sent to a phone. The same is done, and as much, whether the phone has an account or not.
 * @returns the ticket to which the code belongs: who does not hold it can do nothing with the code
 * @throws Refusal with the time to wait
 */
export async function sendCode(tx: Tx, at: Date, wanted: CodeWanted): Promise<string> {
  const { purpose, phone, accountId, address, device, lang } = wanted;
  const account = await tx.account.findUnique({ where: { phone }, select: { id: true } });
  const isKnown = await isKnownDevice(tx, device, account?.id ?? 0);
  const place = placeHash(address);
  const wait = await secondsToNextCode(tx, { phone, place, isKnown }, at);
  refuseIf([wait > 0 && waitFault(wait)]);
  const id = randomBytes(24).toString('base64url');
  const expiresAt = new Date(at.getTime() + holdsMs);
  await tx.phoneCode.create({
    data: { id, purpose, phone, accountId, place, isKnown, createdAt: at, expiresAt },
  });
  const message = { key: 'people.code-sent', values: { code: { code: id } } } as const;
  await announce(tx, { accountId: null, at }, { phone, ...message, lang, expiresAt });
  return id;
}

function waitFault(seconds: number): Fault {
  if (seconds <= 120) return { field: 'phone', key: 'people.code.wait', values: { n: seconds } };
  const minutes = Math.ceil(seconds / 60);
  return { field: 'phone', key: 'people.code.wait-minutes', values: { n: minutes } };
}

/** A ticket that can still be used, or null. */
export async function openTicket(
  reads: Reads,
  { id, purpose, at }: { id: string; purpose: Purpose; at: Date },
): Promise<{ id: string; phone: string; accountId: number | null } | null> {
  const row = await reads.phoneCode.findUnique({ where: { id } });
  const isOpen = row?.purpose === purpose && row.expiresAt > at && row.tries < mostTries;
  return isOpen && row.usedAt === null ? row : null;
}

export type Guess = { id: string; purpose: Purpose; code: string; at: Date };
export type Tried = { is: 'right' | 'used'; phone: string } | { is: 'wrong' | 'dead' };

/** Tries a code. A wrong one is counted in the same transaction, which therefore must be kept: it never throws. */
export async function tryCode(tx: Tx, keys: KeyRing, guess: Guess): Promise<Tried> {
  const { id, purpose, code, at } = guess;
  const row = await tx.phoneCode.findUnique({ where: { id } });
  if (!row || row.purpose !== purpose || row.expiresAt <= at || row.tries >= mostTries) {
    return { is: 'dead' };
  }
  if (!isSame(codeOf(keys, id), code)) {
    await tx.phoneCode.update({ where: { id }, data: { tries: { increment: 1 } } });
    return { is: 'wrong' };
  }
  return { is: row.usedAt === null ? 'right' : 'used', phone: row.phone };
}

function isSame(code: string, typed: string): boolean {
  return code.length === typed.length && timingSafeEqual(Buffer.from(code), Buffer.from(typed));
}

/** The code was right, and has been used already: by the same form, sent twice. */
export class CodeUsed extends Error {
  override name = 'CodeUsed';
}

/**
 * Takes a code for good, and every other that was asked for the same, for the verb that it is for.
 * @returns the phone that it proves
 * @throws Refusal for one that is wrong or no longer holds; CodeUsed
 */
export async function takeCode(tx: Tx, keys: KeyRing, guess: Guess): Promise<string> {
  const tried = await tryCode(tx, keys, guess);
  refuseIf([codeFault(tried)]);
  if (!('phone' in tried) || tried.is === 'used') throw new CodeUsed();
  const { purpose, at } = guess;
  const { phone } = tried;
  await tx.phoneCode.update({ where: { id: guess.id }, data: { usedAt: at } });
  const others = { phone, purpose, usedAt: null, expiresAt: { gt: at } };
  await tx.phoneCode.updateMany({ where: others, data: { expiresAt: at } });
  return phone;
}

export function codeFault({ is }: Tried): Fault | null {
  if (is === 'wrong') return { field: 'code', key: 'people.code.wrong' };
  return is === 'dead' ? { field: 'code', key: 'people.code.dead' } : null;
}

/** Removes what is older than a day, with the messages that told of it. */
export async function sweepCodes(db: Db, now: Date): Promise<void> {
  const old = { lte: new Date(now.getTime() - keptMs) };
  await db.phoneCode.deleteMany({ where: { createdAt: old } });
  await db.outboxMessage.deleteMany({ where: { key: 'people.code-sent', createdAt: old } });
}
