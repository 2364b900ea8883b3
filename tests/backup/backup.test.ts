import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBackup } from '../../src/backup/check-backup.js';
import { makeBackup } from '../../src/backup/make-backup.js';
import { readManifest } from '../../src/backup/manifest.js';
import { restoreBackup } from '../../src/backup/restore-backup.js';
import { inWords, refuseWithoutRoom } from '../../src/backup/room-for.js';
import { verifyLive } from '../../src/backup/verify-live.js';
import type { Config } from '../../src/config.js';
import { openDatabase } from '../../src/database/database.js';
import { proofsFolder } from '../../src/process/data-folders.js';
import { holdData } from '../../src/process/hold-data.js';
import { pathOf, readStored } from '../../src/proofs/file-store.js';
import { newKeys } from '../../src/vault/key-ring.js';
import { replaceKeysFile } from '../../src/vault/keys-file.js';
import { somePdf } from '../proofs/samples.js';
import { someWorld, type World } from './world.js';

const now = () => new Date('2025-02-14T02:00:00Z');
let world: World;
let whole = '';
let tries = 0;
beforeAll(async () => {
  world = await someWorld();
  whole = path.join(world.shelf, 'whole');
  await makeBackup(world.config, { to: whole, now });
});
afterAll(() => world.close());

/** A copy of the backup, to be damaged. */
function copyOfBackup(): string {
  tries += 1;
  const folder = path.join(world.shelf, `copy-${tries}`);
  cpSync(whole, folder, { recursive: true });
  return folder;
}
function emptyPlace() {
  tries += 1;
  return world.emptyPlace(`place-${tries}`);
}
const restore = (from: string, config = emptyPlace(), despiteFaults = false) =>
  restoreBackup(config, { from, despiteFaults, tell: () => {} });
async function problemsOf(folder: string): Promise<string[]> {
  const { manifest } = await readManifest(folder);
  return (await verifyBackup(folder, manifest, world.keys)).problems;
}
/** Without the locks, by which a second process is kept off. */
const filesOf = ({ dataDir }: Config) =>
  readdirSync(dataDir)
    .filter((name) => !name.includes('.lock'))
    .sort();
const proofsIn = (folder: string) =>
  readdirSync(path.join(folder, 'proofs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

describe('a backup', () => {
  it('holds the database, its sealed files and a manifest, for its owner only, and no key', async () => {
    const { manifest, isAltered } = await readManifest(whole);
    const head = await world.db.ledgerHead.findFirstOrThrow();
    expect(isAltered).toBe(false);
    expect(manifest).toMatchObject({
      madeAt: now().toISOString(),
      ledger: { position: head.position, hash: head.hash },
      faults: [],
    });
    expect(manifest.tables).toMatchObject({ Venture: 5, ProofFile: 3, Identity: 1 });
    expect(Object.keys(manifest.files)).toHaveLength(4);
    expect(readdirSync(whole).sort()).toEqual([
      'manifest.json',
      'manifest.sha256',
      'parks.db',
      'proofs',
    ]);
    for (const file of [...proofsIn(whole), path.join(whole, 'parks.db')])
      expect(statSync(file).mode & 0o777).toBe(0o600);
    const secret = JSON.parse(readFileSync(world.config.keysFile, 'utf8')).sealing[0].key;
    expect(readFileSync(path.join(whole, 'manifest.json'), 'utf8')).not.toContain(secret);
    expect(await problemsOf(whole)).toEqual([]);
  });

  it('stays as it is to the byte when it is verified', async () => {
    const before = readFileSync(path.join(whole, 'parks.db'));
    await problemsOf(whole);
    expect(readFileSync(path.join(whole, 'parks.db')).equals(before)).toBe(true);
    expect(readdirSync(whole)).toHaveLength(4);
  });

  it('is never written over anything, nor into the data', async () => {
    const backup = (to: string) => makeBackup(world.config, { to, now });
    await expect(backup(whole)).rejects.toThrow('not an empty folder');
    await expect(backup(path.join(world.config.dataDir, 'b'))).rejects.toThrow('lie in each other');
    const begun = path.join(world.shelf, 'begun');
    mkdirSync(`${begun}.unfinished`);
    await expect(backup(begun)).rejects.toThrow('one was broken off');
    expect(existsSync(begun)).toBe(false);
  });

  it('says which file of proof the data lack or hold altered, and is made all the same', async () => {
    const [lost, altered] = [await world.addFile('lost'), await world.addFile('altered')];
    const file = await world.fileOf(altered);
    const sealed = readFileSync(file);
    rmSync(await world.fileOf(lost));
    writeFileSync(file, sealed.fill(1, 40, 41));
    const to = path.join(world.shelf, 'lacking');
    const { faults } = await makeBackup(world.config, { to, now });
    expect(faults).toEqual([
      expect.stringMatching(new RegExp(`^proof ${lost} .*is not there`)),
      expect.stringMatching(new RegExp(`^proof ${altered} .*was altered`)),
    ]);
    expect((await verifyLive(world.config, null)).problems).toEqual(faults);
    expect(await problemsOf(to)).toEqual(faults);
    await expect(restore(to)).rejects.toThrow('2 problem(s)');
    expect((await restore(to, emptyPlace(), true)).problems).toHaveLength(2);
    rmSync(file);
    await world.db.proofFile.deleteMany({ where: { id: { in: [lost, altered] } } });
  });
});

describe('a backup that was broken off or altered', () => {
  it('is none without its manifest, which is written last', async () => {
    const folder = copyOfBackup();
    rmSync(path.join(folder, 'manifest.json'));
    await expect(restore(folder)).rejects.toThrow('is not a backup');
    await expect(restore(path.join(world.shelf, 'nowhere'))).rejects.toThrow('is not a backup');
  });

  it.each<[string, (folder: string) => void, RegExp]>([
    [
      'a file of proof is missing',
      (folder) => rmSync(proofsIn(folder)[0] ?? ''),
      /is in the manifest and not there/,
    ],
    [
      'a file of proof was altered',
      (folder) => writeFileSync(proofsIn(folder)[0] ?? '', 'other'),
      /is not the file that was backed up/,
    ],
    [
      'a file came in',
      (folder) => writeFileSync(path.join(folder, 'keys.json'), '{}'),
      /^keys\.json: is not in the manifest/,
    ],
    [
      '200 bytes of a venture were flipped',
      (folder) => flip(path.join(folder, 'parks.db'), '海风民宿', 200),
      /^parks\.db: is not the file that was backed up/,
    ],
    [
      'the manifest counts otherwise',
      (folder) => alterManifest(folder, '"Venture": 5', '"Venture": 6'),
      /^Venture: has 5 rows, the manifest says 6/,
    ],
    [
      'the manifest names another position',
      (folder) => alterManifest(folder, '"position": 6', '"position": 5'),
      /the ledger ends at 6 with \w+, the manifest says 5/,
    ],
  ])('is found when %s, and not restored', async (_what, damage, problem) => {
    const folder = copyOfBackup();
    damage(folder);
    expect((await problemsOf(folder)).join('\n')).toMatch(new RegExp(problem.source, 'm'));
    const place = emptyPlace();
    if (folder && !problem.source.includes('keys')) {
      await expect(restore(folder, place)).rejects.toThrow(/problem|not as it was made/);
      expect(existsSync(place.databaseFile)).toBe(false);
      expect(filesOf(place)).toEqual([]);
    }
  });

  it('is found by the hash of its manifest when nothing else would tell', async () => {
    const folder = copyOfBackup();
    alterManifest(folder, '2025-02-14', '2025-02-15');
    expect((await readManifest(folder)).isAltered).toBe(true);
    await expect(restore(folder)).rejects.toThrow('manifest.json: is not the one');
  });
});

describe('restoring', () => {
  it('puts everything back, and the files open with the keys', async () => {
    const place = emptyPlace();
    expect(await restore(whole, place)).toMatchObject({ problems: [], proofs: 3 });
    expect(filesOf(place)).toEqual(['parks.db', 'proofs']);
    const { db, close } = await openDatabase({ file: place.databaseFile });
    const files = await db.proofFile.findMany({ orderBy: { id: 'asc' } });
    const folder = proofsFolder(place);
    for (const [i, file] of files.entries()) {
      const bytes = await readStored(folder, world.keys, file);
      expect(bytes.equals(somePdf(`lease ${i + 1}`))).toBe(true);
    }
    await close();
    expect((await verifyLive(place, world.keys)).problems).toEqual([]);
  });

  it('goes into an empty place only, and says what is in the way', async () => {
    const place = emptyPlace();
    await restore(whole, place);
    await expect(restore(whole, place)).rejects.toThrow(`there is ${place.databaseFile}`);
    const other = emptyPlace();
    mkdirSync(other.dataDir);
    writeFileSync(`${other.databaseFile}-wal`, 'of another database');
    await expect(restore(whole, other)).rejects.toThrow('parks.db-wal');
  });

  it('keeps off a place that another process holds', async () => {
    const place = emptyPlace();
    mkdirSync(place.dataDir);
    const release = await holdData(place, now());
    await expect(restore(whole, place)).rejects.toThrow('Another server is running');
    await release();
    expect((await restore(whole, place)).problems).toEqual([]);
  });

  it('asks for the keys, and refuses those of another system', async () => {
    const place = emptyPlace();
    const without = { ...place, keysFile: path.join(place.dataDir, 'keys.json') };
    await expect(restore(whole, without)).rejects.toThrow(/The keys are not at .*chmod 600/s);
    expect(existsSync(place.dataDir)).toBe(false);
    mkdirSync(place.dataDir);
    replaceKeysFile(without.keysFile, newKeys(now()));
    await expect(restore(whole, without)).rejects.toThrow('file of another system');
    cpSync(world.config.keysFile, without.keysFile);
    expect((await restore(whole, without)).problems).toEqual([]);
  });
});

it('a disk that is too full is told of before anything is written, and in words when it fills up', async () => {
  await expect(refuseWithoutRoom(world.shelf, 1e18)).rejects.toThrow(/too full: \d+ MB are needed/);
  for (const code of ['ENOSPC', 'SQLITE_FULL'])
    expect(String(inWords(Object.assign(new Error(), { code }), '/b'))).toContain('/b is full');
  const other = new Error('other');
  expect(inWords(other, '/b')).toBe(other);
});

it('files whose hash was never recorded are checked by size, or with the keys', async () => {
  const { db, config } = world;
  const { id, storedAs } = await db.proofFile.findFirstOrThrow();
  const { sealedSha256 } = await db.proofFile.findUniqueOrThrow({ where: { id } });
  await db.proofFile.update({ where: { id }, data: { sealedSha256: null } });
  const file = pathOf(proofsFolder(config), storedAs);
  const sealed = readFileSync(file);
  expect((await verifyLive(config, null)).notes.join()).toContain(
    'Of 1 files of proof only the size',
  );
  writeFileSync(file, Buffer.from(sealed).fill(1, 40, 60));
  expect((await verifyLive(config, null)).problems).toEqual([]);
  expect((await verifyLive(config, world.keys)).problems.join()).toContain('was altered');
  writeFileSync(file, sealed);
  await db.proofFile.update({ where: { id }, data: { sealedSha256 } });
});

/** Flips every bit of so many bytes where a text begins. */
function flip(file: string, text: string, count: number): void {
  const bytes = readFileSync(file);
  const start = bytes.indexOf(text);
  for (let i = start; i < start + count; i += 1) bytes[i] = (bytes[i] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);
}

function alterManifest(folder: string, from: string, to: string): void {
  const file = path.join(folder, 'manifest.json');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}
