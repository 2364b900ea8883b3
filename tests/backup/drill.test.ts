import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { makeBackup } from '../../src/backup/make-backup.js';
import { restoreBackup } from '../../src/backup/restore-backup.js';
import { verifyLive } from '../../src/backup/verify-live.js';
import { openDatabase } from '../../src/database/database.js';
import { proofsFolder } from '../../src/process/data-folders.js';
import { KeyRing } from '../../src/vault/key-ring.js';
import { readKeysFile } from '../../src/vault/keys-file.js';
import { startChild } from '../database/child.js';
import { someWorld } from './world.js';

it('the drill: backed up while people work, destroyed, restored, and nothing acknowledged before is lost', async () => {
  const world = await someWorld({ files: 20 });
  const { databaseFile, dataDir, keysFile } = world.config;
  const { personId } = await world.db.identity.findFirstOrThrow();
  await world.stop();
  const who = [String(world.parkId), String(personId)];
  const site = [databaseFile, proofsFolder(world.config), keysFile, ...who];
  const child = startChild('../backup/busy-child.ts', site);
  try {
    await child.firstLine;
    const backups: { to: string; acknowledged: string[] }[] = [];
    for (const name of ['first', 'second', 'third']) {
      await pause(1500);
      const to = path.join(world.shelf, name);
      const acknowledged = [...child.lines];
      const { faults } = await makeBackup(world.config, { to, now: () => new Date() });
      expect(faults).toEqual([]);
      expect(child.lines.length).toBeGreaterThan(acknowledged.length);
      backups.push({ to, acknowledged });
    }
    child.kill();
    expect((await child.ended).errors).toBe('');
    rmSync(dataDir, { recursive: true });

    for (const { to, acknowledged } of backups) {
      const place = world.emptyPlace(`after-${path.basename(to)}`);
      const check = await restoreBackup(place, { from: to, despiteFaults: false, tell: () => {} });
      expect(check.problems).toEqual([]);
      expect(check.proofs).toBeGreaterThanOrEqual(20);
      const keys = new KeyRing(readKeysFile(place.keysFile));
      expect((await verifyLive(place, keys)).problems).toEqual([]);
      expect(await lostOf(place.databaseFile, acknowledged)).toEqual([]);
    }
  } finally {
    child.kill();
    await world.close();
  }
});

/** The acknowledged acts that a database does not hold. */
async function lostOf(file: string, lines: string[]): Promise<string[]> {
  const { db, close } = await openDatabase({ file });
  const done = new Set([
    ...(await db.venture.findMany()).map(({ id }) => `logged ${id}`),
    ...(await db.residency.findMany()).map((it) => `settled ${it.ventureId}`),
    ...(await db.jobsReturn.findMany()).map((it) => `filed ${it.ventureId}`),
    ...(await db.proofFile.findMany()).map(({ id }) => `uploaded ${id}`),
    'sealed anew',
  ]);
  await close();
  return lines.filter((line) => !done.has(line));
}

it('a backup that is killed in the middle leaves nothing that could be taken for one', async () => {
  const world = await someWorld({ files: 1 });
  const to = path.join(world.shelf, 'cut');
  try {
    // A pipe that nobody writes to in place of the file: the backup waits there for ever.
    const file = await world.fileOf(1);
    rmSync(file);
    execFileSync('mkfifo', [file]);
    const child = startChild('../../src/backup/command.ts', ['backup', '--to', to], {
      DATA_DIR: world.config.dataDir,
    });
    while (!existsSync(`${to}.unfinished`)) await pause(50);
    child.kill();
    expect(await child.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(existsSync(to)).toBe(false);
    const restoring = { from: `${to}.unfinished`, despiteFaults: true, tell: () => {} };
    await expect(restoreBackup(world.emptyPlace('p'), restoring)).rejects.toThrow('not a backup');
    const again = makeBackup(world.config, { to, now: () => new Date() });
    await expect(again).rejects.toThrow('one was broken off');
  } finally {
    await world.close();
  }
});
