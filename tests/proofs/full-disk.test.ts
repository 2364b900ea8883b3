import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startChild } from '../database/child.js';

const canLimit = spawnSync('prlimit', ['--version']).status === 0;

it.runIf(canLimit)('a file that the disk does not take leaves nothing half-written', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'parks-full-'));
  const { lines, errors } = await startChild('../proofs/full-disk-child.ts', [folder]).ended;
  await rm(folder, { recursive: true, force: true });
  expect(errors).toBe('');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    ['EFBIG', 'EFBIG', 0, 'stored', 'stored', 2],
  ]);
});
