import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { withdrawConsent } from '../../src/consents/withdraw-consent.js';
import { transact } from '../../src/database/database.js';
import { newestText } from '../../src/identities/consent-text.js';
import { enterIdentity } from '../../src/identities/enter-identity.js';
import { giveConsent } from '../../src/identities/give-consent.js';
import { samePeople } from '../../src/identities/same-people.js';
import { showIdentity } from '../../src/identities/show-identity.js';
import { enterPeople } from '../../src/people/enter-people.js';
import { BrokenSeal } from '../../src/vault/seal.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { someRing } from '../vault/rings.js';
import { someCitizen } from './numbers.js';

const keys = someRing();
const by = { accountId: null, at: new Date('2025-02-14T02:00:00Z') };
let scratch: Scratch;
let personId = 0;
beforeAll(async () => {
  scratch = await scratchDatabase();
});
afterAll(() => scratch.close());
beforeEach(async () => {
  personId = await somebody('陈海');
});

async function somebody(name: string): Promise<number> {
  const person = { name, phone: null, graduatedOn: null, categories: [] };
  const [id = 0] = await transact(scratch.db, (tx) => enterPeople(tx, by, [person]));
  return id;
}
const agree = (who = personId, changes = {}) =>
  transact(scratch.db, (tx) =>
    giveConsent(tx, by, {
      personId: who,
      purpose: 'identity',
      textVersion: newestText('identity').version,
      lang: 'zh',
      basis: 'self',
      ...changes,
    }),
  );
const enter = (who = personId, number = someCitizen(), replaces: string | null = null) =>
  transact(scratch.db, (tx) =>
    enterIdentity(tx, by, keys, { personId: who, kind: 'resident', number, replaces }),
  );
const show = (reason = '核对申请表') =>
  transact(scratch.db, (tx) => showIdentity(tx, by, keys, { personId, reason }));
const withdraw = () =>
  transact(scratch.db, (tx) => withdrawConsent(tx, by, { personId, purpose: 'identity' }));
const identity = () => scratch.db.identity.findUnique({ where: { personId } });
const events = async () => {
  const where = { subjectKind: 'person', subjectId: personId, verb: { not: 'person.entered' } };
  return scratch.db.historyEvent.findMany({ where, orderBy: { id: 'asc' } });
};

it('takes a number only while a consent stands', async () => {
  await expect(enter()).rejects.toThrow('identities.consent.missing.identity');
  await agree();
  await enter();
  await withdraw();
  expect(await identity()).toBeNull();
  await expect(enter()).rejects.toThrow('identities.consent.missing.identity');
  await expect(withdraw()).rejects.toThrow('identities.consent.not-standing');
  await agree();
  await enter();
  expect((await events()).map(({ verb }) => verb)).toEqual([
    'consent.given',
    'identity.entered',
    'consent.withdrawn',
    'consent.given',
    'identity.entered',
  ]);
});

it('takes a consent to the newest text, once', async () => {
  await expect(agree(personId, { textVersion: 1 })).rejects.toThrow('newer-text');
  await agree();
  await expect(agree()).rejects.toThrow('identities.consent.stands');
});

it('keeps what was agreed to as it was, in the database itself', async () => {
  await agree();
  const where = { personId };
  await expect(scratch.db.consent.updateMany({ where, data: { textVersion: 3 } })).rejects.toThrow(
    'a consent is only ever withdrawn',
  );
  await expect(scratch.db.consent.deleteMany({ where })).rejects.toThrow('only ever added');
});

it('keeps no number in the clear: not in the file, not in the log beside it', async () => {
  await agree();
  const number = someCitizen(42);
  await enter(personId, number);
  await show();
  for (const file of [scratch.file, `${scratch.file}-wal`]) {
    const bytes = readFileSync(file);
    expect(bytes.length).toBeGreaterThan(0);
    // From the region to the sequence: no part of it that would give it away.
    for (const part of [number, number.slice(0, 14), number.slice(6), number.slice(-8)]) {
      expect(bytes.includes(part), `${part} in ${file}`).toBe(false);
    }
  }
  expect((await identity())?.masked).toBe(`3****************${number.at(-1)}`);
});

it('shows it for a reason, and records each time', async () => {
  await agree();
  await enter(personId, someCitizen(7));
  await expect(show(' ')).rejects.toThrow('reason: web.field.required');
  expect(await show()).toBe(someCitizen(7));
  expect(await show('电话核实')).toBe(someCitizen(7));
  const shown = (await events()).filter(({ verb }) => verb === 'identity.shown');
  expect(shown.map(({ reason }) => reason)).toEqual(['核对申请表', '电话核实']);
});

it('fails loudly when it was tampered with, or moved to somebody else', async () => {
  await agree();
  await enter();
  const own = await identity();
  const other = await somebody('林屿');
  await agree(other);
  await enter(other, someCitizen(8));
  const theirs = await scratch.db.identity.findUniqueOrThrow({ where: { personId: other } });
  const { sealed, keyId } = theirs;
  await scratch.db.identity.update({ where: { personId }, data: { sealed, keyId } });
  await expect(show()).rejects.toThrow(BrokenSeal);
  const altered = new Uint8Array(own?.sealed ?? []);
  altered[20] = (altered[20] ?? 0) ^ 1;
  await scratch.db.identity.update({ where: { personId }, data: { sealed: altered } });
  await expect(show()).rejects.toThrow(BrokenSeal);
});

it('finds the same person elsewhere by the keyed hash, and nobody else', async () => {
  const [same, other] = [await somebody('陈海'), await somebody('王屿')];
  for (const who of [personId, same, other]) await agree(who);
  await enter(personId, someCitizen(9));
  await enter(same, ` ${someCitizen(9)} `);
  await enter(other, someCitizen(10));
  const found = await samePeople(scratch.db, personId);
  expect(found.map(({ id }) => id)).toEqual([same]);
});

it('changes a number only where it was not changed meanwhile', async () => {
  await agree();
  await enter();
  await expect(enter(personId, someCitizen(2))).rejects.toThrow('web.409.lead');
  await enter(personId, someCitizen(2), by.at.toISOString());
  expect(await show()).toBe(someCitizen(2));
});

it('leaves a number that a decided case needs', async () => {
  await agree();
  await enter();
  await scratch.db.identity.update({ where: { personId }, data: { neededFor: 'W2025-0001' } });
  await withdraw();
  expect(await identity()).not.toBeNull();
});

it('the database refuses a mask that is the number', async () => {
  const hash = 'a'.repeat(64);
  const row = { personId, kind: 'resident', sealed: new Uint8Array(), keyId: 'k', lookup: hash };
  await expect(
    scratch.db.identity.create({
      data: { ...row, lookupKeyId: 'l', masked: someCitizen(), enteredAt: by.at },
    }),
  ).rejects.toThrow('Identity_masked');
});
