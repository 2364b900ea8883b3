import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { newestText } from '../../src/identities/consent-text.js';
import { enterIdentity } from '../../src/identities/enter-identity.js';
import { giveConsent } from '../../src/identities/give-consent.js';
import { purposes } from '../../src/identities/kinds.js';
import { showIdentity } from '../../src/identities/show-identity.js';
import { enterPeople } from '../../src/people/enter-people.js';
import { proofsFolder } from '../../src/process/data-folders.js';
import { addProof } from '../../src/proofs/add-proof.js';
import { pathOf, readStored, sha256Of, storeFile } from '../../src/proofs/file-store.js';
import { sealedIfCurrent } from '../../src/proofs/sealed-if-current.js';
import { main } from '../../src/vault/command.js';
import { KeyRing } from '../../src/vault/key-ring.js';
import { readKeysFile } from '../../src/vault/keys-file.js';
import { openKeys } from '../../src/vault/open-keys.js';
import { BrokenSeal } from '../../src/vault/seal.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { someCitizen } from '../identities/numbers.js';
import { somePdf } from '../proofs/samples.js';

const by = { accountId: null, at: new Date('2025-02-14T02:00:00Z') };
let scratch: Scratch;
let file = '';
let folder = '';
let personId = 0;
const open = () => openKeys(scratch.db, { file, now: by.at, tell: () => {} });
const ring = () => new KeyRing(readKeysFile(file));

beforeEach(async () => {
  scratch = await scratchDatabase();
  file = path.join(scratch.folder, 'keys.json');
  folder = proofsFolder({ dataDir: scratch.folder });
  const keys = await open();
  const person = { name: '陈海', phone: null, graduatedOn: null, categories: [] };
  [personId = 0] = await transact(scratch.db, (tx) => enterPeople(tx, by, [person]));
  const stored = await storeFile(folder, keys, { personId, bytes: somePdf() });
  await transact(scratch.db, async (tx) => {
    for (const purpose of purposes) {
      const agreed = {
        textVersion: newestText(purpose).version,
        lang: 'zh',
        basis: 'paper',
      } as const;
      await giveConsent(tx, by, { personId, purpose, ...agreed });
    }
    const number = { kind: 'resident', number: someCitizen(), replaces: null } as const;
    await enterIdentity(tx, by, keys, { personId, ...number });
    const proof = { item: 'lease', name: 'a.pdf', mediaType: 'application/pdf' } as const;
    await addProof(tx, by, { personId, ...proof, stored });
  });
});
afterEach(() => scratch.close());

async function keysCommand(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const env = { DATA_DIR: scratch.folder };
  const code = await main(args, env, (line) => lines.push(line));
  return { code, text: lines.join('\n') };
}

it('a key is added, seals everything anew, and the old one can go', async () => {
  const [old] = readKeysFile(file).sealing;
  const lookup = (await scratch.db.identity.findFirstOrThrow()).lookup;
  expect((await keysCommand('list')).text).toMatch(/seals\tin use\n.*looks up\tin use/);
  expect((await keysCommand('add')).code).toBe(0);
  expect((await keysCommand('list')).text).toMatch(/opens\tin use\n.*seals\tnot in use/);
  expect((await keysCommand('forget', '--id', old?.id ?? '')).text).toContain('is in use');
  expect((await keysCommand('reseal')).text).toContain('Sealed 1 numbers and 1 files');
  expect((await keysCommand('reseal')).text).toContain('Sealed 0 numbers and 0 files');
  expect(await keysCommand('forget', '--id', old?.id ?? '')).toMatchObject({ code: 0 });
  const keys = await open();
  expect(keys.holds(old?.id ?? '')).toBe(false);
  const shown = await transact(scratch.db, (tx) =>
    showIdentity(tx, by, keys, { personId, reason: '核对' }),
  );
  expect(shown).toBe(someCitizen());
  const proof = await scratch.db.proofFile.findFirstOrThrow();
  expect((await readStored(folder, keys, proof)).equals(somePdf())).toBe(true);
  expect((await scratch.db.identity.findFirstOrThrow()).lookup).toBe(lookup);
});

it('the hash of a sealed file that has none is recorded once it has opened, and of an altered one never', async () => {
  const proof = await scratch.db.proofFile.findFirstOrThrow();
  const forget = () => scratch.db.proofFile.updateMany({ data: { sealedSha256: null } });
  const sealed = readFileSync(pathOf(folder, proof.storedAs));
  expect(proof.sealedSha256).toBe(sha256Of(sealed));
  await forget();
  expect((await keysCommand('record-hashes')).text).toContain('hashes of 1 files');
  expect((await keysCommand('record-hashes')).text).toContain('hashes of 0 files');
  expect(await scratch.db.proofFile.findFirstOrThrow()).toEqual(proof);
  await forget();
  writeFileSync(pathOf(folder, proof.storedAs), Buffer.from(sealed).fill(1, 40, 60));
  await expect(keysCommand('record-hashes')).rejects.toThrow(BrokenSeal);
  expect((await scratch.db.proofFile.findFirstOrThrow()).sealedSha256).toBeNull();
});

it('a file that is removed while others are sealed anew is passed over, and a missing one is not', async () => {
  const [file] = await scratch.db.proofFile.findMany();
  if (!file) throw new Error('no file');
  rmSync(pathOf(folder, file.storedAs));
  await expect(sealedIfCurrent(scratch.db, folder, file)).rejects.toThrow('ENOENT');
  await scratch.db.proofFile.updateMany({ data: { removedAt: by.at, name: '', sha256: '' } });
  expect(await sealedIfCurrent(scratch.db, folder, file)).toBeNull();
});

it('the key that seals is never taken out, nor one that is not there', async () => {
  const newest = ring().newest.id;
  expect(await keysCommand('forget', '--id', newest)).toMatchObject({ code: 2 });
  expect(await keysCommand('forget')).toMatchObject({ code: 2 });
  expect((await keysCommand('melt')).text).toContain('npm run keys -- list');
  expect(ring().newest.id).toBe(newest);
});

it('a lost file of keys stops the start, and no other is made in its place', async () => {
  rmSync(file);
  await expect(open()).rejects.toThrow('is not there, but the database holds');
  expect(await keysCommand('reseal')).toMatchObject({ code: 2 });
  const other = await scratchDatabase();
  await openKeys(other.db, { file, now: by.at, tell: () => {} });
  await expect(open()).rejects.toThrow(/lacks the key [0-9a-f]{16}, [0-9a-f]{16}/);
  await other.close();
});
