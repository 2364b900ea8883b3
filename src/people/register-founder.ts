import type { Tx } from '../database/database.js';
import { recordEvent } from '../history/record.js';
import { nameKey } from '../input/names.js';
import { refuseIf } from '../language/refusal.js';
import { adoptMessages, announce } from '../outbox/announce.js';
import type { KeyRing } from '../vault/key-ring.js';
import { enterPeople } from './enter-people.js';
import { isCurrentPerson } from './merged-people.js';
import { takeCode } from './phone-codes.js';
import { usernameFor } from './username-for.js';

/** The version of the notice that stands before the phone is asked for; a new wording is a new version. */
export const noticeVersion = 1;

export type NewFounder = {
  /** The ticket and the code that prove the phone. */
  id: string;
  code: string;
  name: string;
  passwordHash: string;
};

/**
 * Makes the account of a founder whose phone a code has proven, with a person: the one that the register has
 * under this phone, where it is the only one, has the same name and no account; otherwise a new one. Two records that
 * were merged are one. A phone
 * that staff have typed wrong, or that belonged to somebody else before, hands nobody's record over.
 * @throws Refusal for a code that does not hold or a phone that has an account; CodeUsed
 */
export async function registerFounder(
  tx: Tx,
  keys: KeyRing,
  { id: ticket, code, name, passwordHash, at }: NewFounder & { at: Date },
): Promise<{ id: number; role: string }> {
  const phone = await takeCode(tx, keys, { id: ticket, code, purpose: 'register', at });
  const isTaken = (await tx.account.findUnique({ where: { phone } })) !== null;
  refuseIf([isTaken && { field: '', key: 'people.register.has-account' }]);
  const username = await usernameFor(tx, name);
  const { id } = await tx.account.create({
    data: { username, name, role: 'founder', passwordHash, phone, createdAt: at },
  });
  const by = { accountId: id, at };
  const { linked, isApart } = await personOfPhone(tx, { phone, name });
  const personId = linked?.id ?? (await enterFounder(tx, by, { phone, name }));
  await tx.account.update({ where: { id }, data: { personId } });
  recordEvent(tx, by, {
    verb: 'account.registered',
    subjectKind: 'account',
    subjectId: id,
    detail: { username, name, personId, isLinked: linked !== null, notice: noticeVersion },
  });
  await adoptMessages(tx, { personId, accountId: id });
  const about = { accountId: id, href: '/people/me' };
  if (linked) {
    const values = { number: linked.number };
    await announce(tx, by, { ...about, key: 'people.registered-linked', values });
  } else {
    const key = isApart ? 'people.registered-apart' : 'people.registered';
    await announce(tx, by, { ...about, key });
  }
  return { id, role: 'founder' };
}

/** Whom the register has under a phone: to be joined, or only to be told that there is somebody. */
async function personOfPhone(tx: Tx, { phone, name }: { phone: string; name: string }) {
  const people = await tx.person.findMany({
    where: { AND: [isCurrentPerson.where, { phone }] },
    select: { id: true, number: true, name: true, account: { select: { id: true } } },
    take: 2,
  });
  const [only] = people;
  const isOne =
    people.length === 1 && only?.account === null && nameKey(only.name) === nameKey(name);
  // Somebody whose record went into one with another phone is not handed that record, and hears that there is one.
  const isThere = people.length > 0 || (await tx.person.count({ where: { phone } })) > 0;
  return { linked: isOne ? only : null, isApart: isThere && !isOne };
}

/** Entered without the phone, by which an equal name would be found instead of a new person. */
async function enterFounder(
  tx: Tx,
  by: { accountId: number; at: Date },
  { phone, name }: { phone: string; name: string },
): Promise<number> {
  const [id] = await enterPeople(tx, by, [
    { name, phone: null, graduatedOn: null, categories: [] },
  ]);
  const where = { id: id as number };
  await tx.person.update({ where, data: { phone } });
  return where.id;
}
