import { readFileSync, rmSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.js';
import { checkCopy } from '../database/check-database.js';
import { contentsOf } from '../database/contents.js';
import type { Db } from '../database/database.js';
import { openExisting } from '../database/existing.js';
import { NO_HASH } from '../ledger/entry-hash.js';
import { HEAD } from '../ledger/known-in-act.js';
import { proofsFolder } from '../process/data-folders.js';
import { checkProofs } from '../proofs/check-proofs.js';
import { keysInUse } from '../vault/keys-in-use.js';
import { sealBytes } from '../vault/seal.js';
import { proofPath, recordedProofs } from './copy-proofs.js';
import { flushFolder, flushTree, markOf } from './durable-files.js';
import { databaseName, type Manifest, proofsName, writeManifest } from './manifest.js';
import { beginFolder } from './place-for-backup.js';
import { inWords, refuseWithoutRoom } from './room-for.js';
import { type Snapshot, takeSnapshot } from './take-snapshot.js';

type Request = { to: string; now: () => Date };

/**
 * Makes a backup of the database and of the sealed files that it names, beside the site at work: under a name that
 * ends in `.unfinished` until all of it is on the disk. Keys are never in it.
 * @returns its manifest; `faults` in it says what was wrong in the data already
 * @throws Misuse, NoDatabase; nothing is left behind then
 */
export async function makeBackup(config: Config, { to, now }: Request): Promise<Manifest> {
  const directory = path.join(config.root, 'prisma/migrations');
  const { db, close } = await openExisting({ file: config.databaseFile, directory });
  try {
    const target = path.resolve(to);
    const draft = await beginFolder(target, config.dataDir);
    const discard = () => rmSync(draft, { recursive: true, force: true });
    const ignore = discardWhenStopped(discard);
    try {
      await refuseWithoutRoom(draft, await sizeOf(db, config.databaseFile));
      const manifest = await writeInto(draft, db, config, now);
      await rename(draft, target);
      await flushFolder(path.dirname(target));
      return manifest;
    } catch (error) {
      discard();
      throw inWords(error, path.dirname(target));
    } finally {
      ignore();
    }
  } finally {
    await close();
  }
}

async function writeInto(
  draft: string,
  db: Db,
  config: Config,
  now: () => Date,
): Promise<Manifest> {
  const source = { db, databaseFile: config.databaseFile, proofs: proofsFolder(config) };
  const snapshot = await takeSnapshot(source, draft, now);
  try {
    const manifest = await manifestOf(snapshot, draft, config.root);
    await writeManifest(draft, manifest);
    await flushTree(draft);
    return manifest;
  } finally {
    await snapshot.close();
  }
}

async function manifestOf(
  { db, madeAt, copied }: Snapshot,
  draft: string,
  root: string,
): Promise<Manifest> {
  const file = path.join(draft, databaseName);
  const { migrations, tables } = await contentsOf(file);
  const head = await db.ledgerHead.findUnique({ where: { id: HEAD } });
  const proofs = [...copied].map(([storedAs, mark]) => [proofPath(storedAs), mark] as const);
  const files = [[databaseName, await markOf(file)] as const, ...proofs].sort(byName);
  // In a copy every record is current: nothing is removed from it.
  const folder = path.join(draft, proofsName);
  const isCurrent = async () => true;
  const check = await checkProofs(await recordedProofs(db), { folder, keys: null, isCurrent });
  return {
    format: 1,
    madeAt: madeAt.toISOString(),
    application: versionOf(root),
    migrations,
    tables,
    ledger: { position: head?.position ?? 0, hash: head?.hash ?? NO_HASH },
    keys: [...(await keysInUse(db))].sort(),
    files: Object.fromEntries(files),
    faults: [...(await checkCopy(file)).faults, ...check.faults],
  };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

const versionOf = (root: string): string =>
  String(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version);

/** What the backup will come to, in bytes. */
async function sizeOf(db: Db, databaseFile: string): Promise<number> {
  const bytesOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const proofs = await recordedProofs(db);
  const sealed = proofs.reduce((sum, { size }) => sum + size + sealBytes, 0);
  return bytesOf(databaseFile) + bytesOf(`${databaseFile}-wal`) + sealed;
}

/** Ctrl-C leaves nothing behind either. @returns how to stop listening */
function discardWhenStopped(discard: () => void): () => void {
  const stop = () => {
    discard();
    process.exit(1);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, stop);
  return () => {
    for (const signal of signals) process.removeListener(signal, stop);
  };
}
