import type { Request } from 'express';
import type { Reads, Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { insertRows } from '../database/insert-rows.js';
import { sql } from '../database/sql.js';
import { notedHere } from '../history/noted-events.js';
import { writeEvents } from '../history/record.js';
import { BadRequest } from './errors.js';
import { eventsOfToken, tokenOfEvents } from './receipt-cookie.js';

/** The key that a form was given when its page was made, or null. @throws BadRequest for a strange one */
export function onceKeyOf(req: Request): string | null {
  const key: unknown = req.body?._key;
  if (key === undefined || key === '') return null;
  if (typeof key !== 'string' || !/^[\w-]{16,64}$/.test(key)) throw new BadRequest();
  return key;
}

/**
 * Acts once for a form, however often it is sent: the key is stored in the transaction of the act,
 * and the same form sent again is led to the same address. A form without a key simply acts.
 * @param act does the work and returns the local address to go to
 */
export async function once(
  tx: Tx,
  form: { key: string | null; accountId: number; at: Date },
  act: () => Promise<string>,
): Promise<string> {
  if (form.key === null) return act();
  const before = await answeredBefore(tx, form);
  if (before !== null) return before;
  const location = await act();
  await writeEvents(tx);
  const { accountId, at } = form;
  const events = tokenOfEvents(notedHere() ?? []);
  await insertRows(tx, 'AcceptedForm', [
    { key: ownKey(accountId, form.key), accountId, location, events, at },
  ]);
  return location;
}

/**
 * Where the account's form with this key led to, or null when it has not been accepted yet. What it recorded then is noted
 * again, as whoever sends it again has not seen the answer.
 */
export async function answeredBefore(
  reads: Reads,
  { key, accountId }: { key: string | null; accountId: number },
): Promise<string | null> {
  if (key === null) return null;
  const [accepted] = await rowsOf<{ location: string; events: string }>(
    reads,
    sql`SELECT "location", "events" FROM "AcceptedForm" WHERE "key" = ${ownKey(accountId, key)}`,
  );
  if (!accepted) return null;
  notedHere()?.push(...eventsOfToken(accepted.events));
  return accepted.location;
}

/** An account's own: nobody can look up another's answer by guessing a key. */
const ownKey = (accountId: number, key: string): string => `${accountId}/${key}`;
