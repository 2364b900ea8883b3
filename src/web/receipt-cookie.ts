import { createHash } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';
import { cookieOf } from './cookies.js';
import { frameOf } from './frame.js';

/** A page that takes longer to come than this says nothing of the act. */
const LIFE_MS = 2 * 60 * 1000;
/** More events than these are not counted. */
const MOST_IDS = 3000;
const PREFIX = 'done-';
/** Stands for this site where only paths are compared. */
const ORIGIN = 'http://site.invalid';

/** The numbers of the events of an act, in few characters; or what is said of one that history does not record. */
export type ReceiptToken = string;

/** What is said of acts that make no event: `receipts.plain.<name>`. */
export const plainReceipts = [
  'unchanged',
  'session-ended',
  'messages-read',
  'message-read',
  'grid-saved',
  'grid-copied',
  'grid-taken-over',
  'audit-run',
  'paper-attached',
  'paper-detached',
] as const;
export type PlainReceipt = (typeof plainReceipts)[number];

export const tokenOfPlain = (plain: PlainReceipt): ReceiptToken => `-${plain}`;
export const plainOfToken = (token: ReceiptToken): PlainReceipt | null =>
  plainReceipts.find((plain) => tokenOfPlain(plain) === token) ?? null;

/**
 * Leaves at the address where an act leads what it recorded. The cookie names nothing but numbers of events, which the
 * next page reads only as its own viewer's; it is bound to that one address, so that each of two tabs shows its own.
 */
export function leaveReceipt(res: Response, location: string, token: ReceiptToken): void {
  const address = addressOf(location);
  if (address === null) return;
  res.cookie(nameFor(address), token, Object.assign({ maxAge: LIFE_MS }, optionsFor(res, address)));
}

/** What was left at this address, taken away; null where nothing was. */
export function takeReceipt(req: Request, res: Response): ReceiptToken | null {
  if (req.method !== 'GET' || !req.headers.cookie?.includes(PREFIX)) return null;
  const address = addressOf(req.originalUrl);
  if (address === null) return null;
  const token = cookieOf(req, nameFor(address));
  if (token !== null) res.clearCookie(nameFor(address), optionsFor(res, address));
  return token;
}

/** Those in a row stand as their first and last. */
export function tokenOfEvents(ids: number[]): ReceiptToken {
  const rows: [number, number][] = [];
  for (const id of ids) {
    const last = rows.at(-1);
    if (last && id === last[1] + 1) last[1] = id;
    else rows.push([id, id]);
  }
  const few = rows.slice(0, 50);
  return few.map(([from, to]) => `${from.toString(36)}-${to.toString(36)}`).join('.');
}

/** The numbers in a token; none in one that this system did not make. */
export function eventsOfToken(token: ReceiptToken): number[] {
  const ids: number[] = [];
  for (const row of token.split('.')) {
    const [, from = '', to = ''] = /^([0-9a-z]{1,10})-([0-9a-z]{1,10})$/.exec(row) ?? [];
    if (from === '') return [];
    const last = Number.parseInt(to, 36);
    for (let id = Number.parseInt(from, 36); id <= last && ids.length < MOST_IDS; id += 1)
      ids.push(id);
  }
  return ids;
}

/** An address of this site as browsers send it, without its fragment; null for any other. */
function addressOf(location: string): string | null {
  if (!URL.canParse(location, ORIGIN)) return null;
  const { origin, pathname, search } = new URL(location, ORIGIN);
  return origin === ORIGIN ? pathname + search : null;
}

const nameFor = (address: string): string =>
  PREFIX + createHash('sha256').update(address).digest('hex').slice(0, 12);

/** Sent to the page alone, and to what lies under it. */
function optionsFor(res: Response, address: string): CookieOptions {
  const [path = '/'] = address.split('?', 1);
  return { path, httpOnly: true, sameSite: 'lax', secure: frameOf(res).secureCookies };
}
