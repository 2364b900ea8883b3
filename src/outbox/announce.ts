import type { Tx } from '../database/database.js';
import { changeRows } from '../database/direct-sql.js';
import { sentField, sentOrder, sentRows } from '../database/sent-rows.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { makeSay } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { localPath } from '../web/addresses.js';
import { bodyOf, type MessageKey, type MessageValues, subjectOf } from './values.js';

/** Whom a message is for: who has an account, a person with or without one, or only a phone. */
export type Recipient = { accountId: number } | { personId: number } | { phone: string };

export type Announcement = Recipient & {
  /** Its words are `<key>.subject`, which takes no values, and `<key>.body`. */
  key: MessageKey;
  values?: MessageValues;
  /** The page of this site that it is about. */
  href?: string;
  /** In which language it is sent; on the site it is read in the reader's own. Chinese when not given. */
  lang?: Lang;
  /** After which it is worth nothing, and no longer sent. */
  expiresAt?: Date;
};

/**
 * Tells somebody of something, in the transaction in which it is done: kept with it or not at all. It stands
 * under /messages at once for who has an account, and is sent after the commit, at least once. A person
 * without an account reads it after registering.
 * @throws Error for words or values that are not there, in either language, and for an address elsewhere
 */
export const announce = (tx: Tx, by: Actor, announcement: Announcement): Promise<void> =>
  announceAll(tx, by, [announcement]);

/** The same for many, in one statement. */
export async function announceAll(tx: Tx, by: Actor, all: Announcement[]): Promise<void> {
  if (all.length === 0) return;
  for (const announcement of all) refuseUnsaid(announcement);
  const messages = all.map(({ values = {}, lang = 'zh', ...message }) => [
    'accountId' in message ? message.accountId : null,
    'personId' in message ? message.personId : null,
    'phone' in message ? message.phone : null,
    message.key,
    JSON.stringify(values),
    message.href ?? null,
    lang,
    message.expiresAt ?? null,
  ]);
  await changeRows(
    tx,
    sql`INSERT INTO "OutboxMessage" ("accountId", "personId", "phone", "key", "values", "href", "lang", "createdAt",
        "createdById", "nextTryAt", "expiresAt")
      SELECT COALESCE(${sentField('m', 0)}, a."id"), ${sentField('m', 1)}, ${sentField('m', 2)}, ${sentField('m', 3)},
        ${sentField('m', 4)}, ${sentField('m', 5)}, ${sentField('m', 6)}, ${by.at}, ${by.accountId}, ${by.at},
        ${sentField('m', 7)}
      FROM ${sentRows(messages)} m LEFT JOIN "Account" a ON a."personId" = ${sentField('m', 1)}
      ORDER BY ${sentOrder('m')}`,
  );
}

/** Gives an account what was told to its person before there was one. */
export async function adoptMessages(
  tx: Tx,
  { personId, accountId }: { personId: number; accountId: number },
): Promise<void> {
  await changeRows(
    tx,
    sql`UPDATE "OutboxMessage" SET "accountId" = ${accountId}
      WHERE "personId" = ${personId} AND "accountId" IS NULL`,
  );
}

/** A message that cannot be said is a fault of the verb, and must not wait for its reader to find it. */
function refuseUnsaid({ key, values = {}, href }: Announcement): void {
  for (const lang of ['zh', 'en'] as const) {
    const voice = { lang, say: makeSay(lang) };
    if (subjectOf({ key }, voice) === key) throw new Error(`no words for the message ${key}`);
    bodyOf({ key, values }, voice);
  }
  if (href !== undefined && localPath(href) === null) {
    throw new Error(`a message leads to a page of this site, not to ${href}`);
  }
}
