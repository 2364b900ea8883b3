import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { withdrawConsent } from '../../src/consents/withdraw-consent.js';
import { transact } from '../../src/database/database.js';
import { newestText } from '../../src/identities/consent-text.js';
import { giveConsent } from '../../src/identities/give-consent.js';
import { enterPeople } from '../../src/people/enter-people.js';
import { addProof } from '../../src/proofs/add-proof.js';
import { pathOf, readStored, storeFile } from '../../src/proofs/file-store.js';
import { needForCase } from '../../src/proofs/need-for-case.js';
import { BrokenSeal } from '../../src/vault/seal.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { someRing } from '../vault/rings.js';
import { somePdf } from './samples.js';

const keys = someRing();
const by = { accountId: null, at: new Date('2025-02-14T02:00:00Z') };
let scratch: Scratch;
let folder = '';
let personId = 0;
beforeAll(async () => {
  scratch = await scratchDatabase();
});
afterAll(() => scratch.close());
beforeEach(async () => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'proofs-')), 'proofs');
  const person = { name: '陈海', phone: null, graduatedOn: null, categories: [] };
  await transact(scratch.db, async (tx) => {
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

const store = (bytes = somePdf()) => storeFile(folder, keys, { personId, bytes });
const add = async (bytes = somePdf()) => {
  const stored = await store(bytes);
  const proof = { personId, item: 'lease', name: 'a.pdf', mediaType: 'application/pdf' } as const;
  return transact(scratch.db, (tx) => addProof(tx, by, { ...proof, stored }));
};
const fileOf = (id: number) => scratch.db.proofFile.findUniqueOrThrow({ where: { id } });

it('a file comes back as it was, and lies sealed, for its owner only', async () => {
  const bytes = somePdf('租赁合同 330903199001010019');
  const stored = await store(bytes);
  expect((await readStored(folder, keys, { ...stored, personId })).equals(bytes)).toBe(true);
  const file = pathOf(folder, stored.storedAs);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const [onDisk] = readdirSync(path.dirname(file));
  expect(onDisk).toBe(stored.storedAs);
  for (const part of ['%PDF', '330903', 'trailer']) {
    expect(readFileSync(file).includes(part), part).toBe(false);
  }
});

it('a file that was altered, cut, exchanged or given to somebody else fails loudly', async () => {
  const stored = await store();
  const other = await store(somePdf('other'));
  const file = pathOf(folder, stored.storedAs);
  const sealed = readFileSync(file);
  const read = (who = personId) => readStored(folder, keys, { ...stored, personId: who });
  await expect(read(personId + 1)).rejects.toThrow(BrokenSeal);
  const altered = Buffer.from(sealed);
  altered[40] = (altered[40] ?? 0) ^ 1;
  const wrong = [altered, sealed.subarray(0, -1), readFileSync(pathOf(folder, other.storedAs))];
  for (const bytes of wrong) {
    writeFileSync(file, bytes);
    await expect(read()).rejects.toThrow(BrokenSeal);
  }
  rmSync(file);
  await expect(read()).rejects.toThrow('ENOENT');
});

it('the same file for the same item is there already', async () => {
  await add();
  await expect(add()).rejects.toThrow('proofs.file.same');
  await add(somePdf('another'));
});

it('without a standing consent no file is recorded', async () => {
  const withdrawal = { personId, purpose: 'proof' } as const;
  const kept = await add(somePdf('kept'));
  const gone = await add(somePdf('gone'));
  const caseNumber = 'W2025-0001';
  await transact(scratch.db, (tx) => needForCase(tx, { personId, proofIds: [kept], caseNumber }));
  const names = await transact(scratch.db, (tx) => withdrawConsent(tx, by, withdrawal));
  expect(names).toEqual([(await fileOf(gone)).storedAs]);
  expect(await fileOf(gone)).toMatchObject({ name: '', sha256: '', removedAt: by.at });
  expect(await fileOf(kept)).toMatchObject({ removedAt: null, neededFor: caseNumber });
  await expect(add()).rejects.toThrow('identities.consent.missing.proof');
});
