import { rmSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { systemClock } from '../calendar/days.js';
import type { Config } from '../config.js';
import { checkDatabase } from '../database/check-database.js';
import { openDatabase } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { proofsFolder } from '../process/data-folders.js';
import { holdData } from '../process/hold-data.js';
import type { KeyRing } from '../vault/key-ring.js';
import { contentFaults, fileFaults, ledgerFaults } from './check-backup.js';
import { copyThrough, filesIn, flushFolder, flushTree } from './durable-files.js';
import { keysForBackup } from './keys-for-backup.js';
import { BackupProblem, databaseName, type Manifest, readManifest } from './manifest.js';
import { refuseUsedPlace, stageName } from './place-for-restore.js';
import { inWords, refuseWithoutRoom } from './room-for.js';
import { type DataCheck, notReadable, verifyData } from './verify-data.js';

export type Restoring = {
  from: string;
  /** Uses the data although something is wrong with it: where there is no better backup. */
  despiteFaults: boolean;
  tell: (line: string) => void;
};

/**
 * Puts a backup into an empty place: copied, brought to this version, checked with the keys, and only then used.
 * @returns what was checked; with problems only where `despiteFaults` allows them
 * @throws BackupProblem, DataInUse, KeysProblem, MigrationProblem; the place is as it was before then
 */
export async function restoreBackup(
  config: Config,
  { from, despiteFaults, tell }: Restoring,
): Promise<DataCheck> {
  const { manifest, isAltered } = await readManifest(from);
  refuseUsedPlace(config);
  const keys = keysForBackup(manifest, config.keysFile);
  await mkdir(config.dataDir, { recursive: true });
  await mkdir(path.dirname(config.databaseFile), { recursive: true });
  const release = await holdData(config, systemClock.now());
  const stage = path.join(config.dataDir, stageName);
  try {
    // Once more: before this process held the place, another may have come first.
    refuseUsedPlace(config);
    await stageFiles(from, stage, manifest);
    const check = await checkStage(stage, { manifest, keys, config, tell });
    if (isAltered) check.problems.unshift('manifest.json: is not the one that was written');
    if (check.problems.length > 0 && !despiteFaults) throw new BackupProblem(refusal(from, check));
    await moveIntoPlace(stage, config);
    return check;
  } catch (error) {
    throw inWords(error, config.dataDir);
  } finally {
    rmSync(stage, { recursive: true, force: true });
    await release();
  }
}

async function stageFiles(from: string, stage: string, manifest: Manifest): Promise<void> {
  await mkdir(stage, { mode: 0o700 });
  const bytes = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0);
  await refuseWithoutRoom(stage, bytes);
  for (const name of await filesIn(from))
    if (name in manifest.files) await copyThrough(path.join(from, name), path.join(stage, name));
  await mkdir(proofsFolder({ dataDir: stage }), { recursive: true, mode: 0o700 });
}

type Staged = { manifest: Manifest; keys: KeyRing | null; config: Config; tell: Restoring['tell'] };

async function checkStage(
  stage: string,
  { manifest, keys, config, tell }: Staged,
): Promise<DataCheck> {
  const file = path.join(stage, databaseName);
  const faults = await fileFaults(stage, manifest);
  if (!(databaseName in manifest.files) || faults.some((fault) => fault.startsWith(databaseName)))
    throw new BackupProblem(
      `The database of the backup is not as it was made: ${faults.join('; ')}`,
    );
  faults.push(...(await contentFaults(file, manifest)));
  await migrate({ file, directory: path.join(config.root, 'prisma/migrations'), log: tell });
  const database = await checkDatabase(file);
  faults.push(...database.faults);
  if (!database.isReadable) return notReadable(faults);
  const { db, close } = await openDatabase({ file, readers: 1 });
  try {
    const isCurrent = async () => true;
    const sealing = { folder: proofsFolder({ dataDir: stage }), keys, isCurrent };
    const check = await verifyData(db, sealing);
    const problems = [...faults, ...check.problems, ...ledgerFaults(check, manifest)];
    return { ...check, problems: [...new Set(problems)] };
  } finally {
    await close();
  }
}

const refusal = (from: string, { problems }: DataCheck): string =>
  `${problems.join('\n')}\n${from} was not restored: ${problems.length} problem(s). Take another backup; where there ` +
  'is none, --despite-faults restores it as it is. Nothing was left in the place.';

/** The database comes last: until it is there, the place holds nothing that a start would use. */
async function moveIntoPlace(stage: string, config: Config): Promise<void> {
  await flushTree(stage);
  await rename(proofsFolder({ dataDir: stage }), proofsFolder(config));
  await flushFolder(config.dataDir);
  const file = path.join(stage, databaseName);
  try {
    await rename(file, config.databaseFile);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    // The database lies on another disk.
    const draft = `${config.databaseFile}.restoring`;
    await rm(draft, { force: true });
    await copyThrough(file, draft);
    await rename(draft, config.databaseFile);
  }
  await flushFolder(path.dirname(config.databaseFile));
}
