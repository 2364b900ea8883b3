import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { today } from '../../src/calendar/days.js';
import { withdrawConsent } from '../../src/consents/withdraw-consent.js';
import { transact } from '../../src/database/database.js';
import { newestText } from '../../src/identities/consent-text.js';
import { giveConsent } from '../../src/identities/give-consent.js';
import { enterPeople } from '../../src/people/enter-people.js';
import { addProof } from '../../src/proofs/add-proof.js';
import { deleteRemoved } from '../../src/proofs/delete-removed.js';
import { deleteStored, pathOf, storeFile } from '../../src/proofs/file-store.js';
import { markRemoved } from '../../src/proofs/mark-removed.js';
import { lookAtProofs, sweepProofs } from '../../src/proofs/sweep-proofs.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { someRing } from '../vault/rings.js';
import { somePdf } from './samples.js';

const keys = someRing();
const hourMs = 3_600_000;
let scratch: Scratch;
let empty: Scratch;
let folder = '';
let personId = 0;
let now = new Date();
const ago = (hours: number) => new Date(now.getTime() - hours * hourMs);
const inDays = (days: number) => new Date(now.getTime() + days * 24 * hourMs);

beforeAll(async () => {
  [scratch, empty] = [await scratchDatabase(), await scratchDatabase()];
});
afterAll(async () => {
  await scratch.close();
  await empty.close();
});
beforeEach(async () => {
  now = new Date();
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'proofs-')), 'proofs');
  const by = { accountId: null, at: ago(1000) };
  await transact(scratch.db, async (tx) => {
    const person = { name: '陈海', phone: null, graduatedOn: null, categories: [] };
    [personId = 0] = await enterPeople(tx, by, [person]);
    const agreed = {
      textVersion: newestText('proof').version,
      lang: 'zh',
      basis: 'paper',
    } as const;
    await giveConsent(tx, by, { personId, purpose: 'proof', ...agreed });
  });
});
afterEach(async () => {
  rmSync(path.dirname(folder), { recursive: true, force: true });
  await scratch.db.proofFile.deleteMany();
});

/** A stored file, written so many hours ago, that no record refers to. @returns its name */
async function store(hours: number): Promise<string> {
  const { storedAs } = await storeFile(folder, keys, { personId, bytes: somePdf(`${hours}`) });
  utimesSync(pathOf(folder, storedAs), ago(hours), ago(hours));
  return storedAs;
}

/** A file with its record. @returns its name */
async function add(hours: number): Promise<string> {
  const stored = await storeFile(folder, keys, {
    personId,
    bytes: somePdf(`${hours} ${Math.random()}`),
  });
  utimesSync(pathOf(folder, stored.storedAs), ago(hours), ago(hours));
  const proof = { personId, item: 'lease', name: 'a.pdf', mediaType: 'application/pdf' } as const;
  const by = { accountId: null, at: ago(hours) };
  await transact(scratch.db, (tx) => addProof(tx, by, { ...proof, stored }));
  return stored.storedAs;
}

const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
const placeOf = (name: string) => path.join(name.slice(0, 2), name);
const asideOf = (name: string) => path.join('set-aside', today(now), name);

describe('a file to which no record refers', () => {
  it('is set aside once it is an hour old, and deleted after 30 days', async () => {
    const [young, old] = [await store(0.5), await store(50)];
    writeFileSync(path.join(folder, old.slice(0, 2), 'half.draft'), 'half');
    utimesSync(path.join(folder, old.slice(0, 2), 'half.draft'), ago(50), ago(50));
    const recorded = await add(2);
    const after = [placeOf(young), placeOf(recorded), asideOf(old), asideOf('half.draft')].sort();
    expect(await sweepProofs(scratch.db, folder, now)).toMatchObject({
      files: 4,
      unreferenced: 2,
      setAside: 2,
      deleted: 0,
      doubt: null,
      missing: [],
    });
    expect(files()).toEqual(after);
    utimesSync(pathOf(folder, young), ago(-24 * 40), ago(-24 * 40));
    expect(await sweepProofs(scratch.db, folder, inDays(29))).toMatchObject({ deleted: 0 });
    expect(await sweepProofs(scratch.db, folder, inDays(30))).toMatchObject({ deleted: 2 });
    expect(files()).toEqual([placeOf(young), placeOf(recorded)].sort());
    expect(existsSync(path.join(folder, 'set-aside', today(now)))).toBe(false);
  });

  it('is put back when a record refers to it again, at a start too', async () => {
    const names = [await add(60), await add(50), await add(2)];
    const [first = ''] = names;
    const before = files();
    const { id } = await scratch.db.proofFile.findFirstOrThrow({ where: { storedAs: first } });
    // Another database, of which the same is true but for one record.
    await scratch.db.proofFile.update({ where: { id }, data: { storedAs: 'elsewhere' } });
    expect(await sweepProofs(scratch.db, folder, now)).toMatchObject({
      setAside: 1,
      missing: ['elsewhere'],
    });
    expect(files()).toContain(asideOf(first));
    await scratch.db.proofFile.update({ where: { id }, data: { storedAs: first } });
    const found = await lookAtProofs(scratch.db, folder, now);
    expect(found).toMatchObject({ putBack: 1, unreferenced: 0, missing: [] });
    expect(files()).toEqual(before);
  });
});

describe('nothing is moved or deleted', () => {
  it('for a new database, to which no file belongs', async () => {
    const names = [await add(3), await add(2)];
    const swept = await sweepProofs(empty.db, folder, now);
    expect(swept).toMatchObject({ setAside: 0, unreferenced: 2, doubt: 'database-is-older' });
    expect(files()).toEqual(names.map(placeOf).sort());
  });

  it('for an older copy, which does not know the newest files', async () => {
    const known = [await add(40), await add(30)];
    const later = [await store(20), await store(10)];
    const swept = await sweepProofs(scratch.db, folder, now);
    expect(swept).toMatchObject({ setAside: 0, unreferenced: 2, doubt: 'database-is-older' });
    expect(files()).toEqual([...known, ...later].map(placeOf).sort());
  });

  it('for another database, to which more than a few files and 5 % do not belong', async () => {
    for (let i = 0; i < 6; i += 1) await store(50 + i);
    await add(2);
    const before = files();
    expect(await sweepProofs(scratch.db, folder, now)).toMatchObject({
      setAside: 0,
      unreferenced: 6,
      doubt: 'too-many',
    });
    expect(files()).toEqual(before);
    // What is aside already stays too: it may belong to the right database.
    expect(await sweepProofs(scratch.db, folder, inDays(60))).toMatchObject({ deleted: 0 });
  });

  it('by a look, as at a start', async () => {
    await store(50);
    await add(2);
    const before = files();
    expect(await lookAtProofs(scratch.db, folder, now)).toMatchObject({
      setAside: 0,
      unreferenced: 1,
    });
    expect(files()).toEqual(before);
  });
});

describe('a file that was removed', () => {
  it('goes by its own record, from its place and from aside, in an older database too', async () => {
    const [removed, kept] = [await add(60), await add(50)];
    const by = { accountId: null, at: now };
    await transact(scratch.db, (tx) => markRemoved(tx, by, { storedAs: removed }));
    expect(await sweepProofs(scratch.db, folder, now)).toMatchObject({ setAside: 1 });
    const names = await transact(scratch.db, (tx) =>
      withdrawConsent(tx, by, { personId, purpose: 'proof' }),
    );
    expect(names).toEqual([kept]);
    // The process ended before it could delete them.
    expect(files()).toEqual([placeOf(kept), asideOf(removed)].sort());
    expect(await deleteRemoved(empty.db, folder)).toBe(0);
    expect(await deleteRemoved(scratch.db, folder)).toBe(2);
    expect(files()).toEqual([]);
  });

  it('that is missing although a record refers to it is named', async () => {
    const storedAs = await add(2);
    await deleteStored(folder, [storedAs]);
    await deleteStored(folder, [storedAs]);
    expect((await sweepProofs(scratch.db, folder, now)).missing).toEqual([storedAs]);
  });
});
