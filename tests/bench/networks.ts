import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { enlarge } from './enlarge.js';
import { openConnection } from './floor/connection.js';
import { run, serve } from './processes.js';

export const server = ['.config/run.cjs', 'src/server.ts'];
/** The service does not start without the keys of what is sealed in its database. */
const keys = 'keys.json';

/** Makes a network of so many ventures, unless it is kept from before. @returns its database file */
export async function network(folder: string, ventures: number): Promise<string> {
  const data = path.join(folder, String(ventures));
  const file = path.join(data, 'parks.db');
  if (existsSync(file)) return file;
  if (ventures >= copiedFrom) return copies(folder, ventures);
  const making = path.join(folder, `making-${ventures}-${process.pid}`);
  await run(['.config/run.cjs', 'prisma/seed/command.ts', '--ventures', String(ventures)], {
    DATA_DIR: making,
  });
  mkdirSync(data, { recursive: true });
  copyFileSync(path.join(making, keys), path.join(data, keys));
  copyFileSync(path.join(making, 'parks.db'), file);
  rmSync(making, { recursive: true });
  return file;
}

/** From so many on, a network is a tenth of it, copied ten times: through the product's own verbs it would take hours. */
const copiedFrom = 100_000;
const times = 10;

async function copies(folder: string, ventures: number): Promise<string> {
  const from = await network(folder, Math.round(ventures / times));
  const data = path.join(folder, String(ventures));
  mkdirSync(data, { recursive: true });
  copyFileSync(path.join(path.dirname(from), keys), path.join(data, keys));
  const making = path.join(data, `making-${process.pid}.db`);
  await enlarge(from, making, times);
  renameSync(making, path.join(data, 'parks.db'));
  return path.join(data, 'parks.db');
}

/** A copy that may be written to. @returns its folder */
export function copyOf(file: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'parks-bench-'));
  copyFileSync(file, path.join(folder, 'parks.db'));
  copyFileSync(path.join(path.dirname(file), keys), path.join(folder, keys));
  return folder;
}

/** Waits until the service has done what it does once a day: it would be measured along with the pages. */
export async function untilAssessed(file: string): Promise<void> {
  const reader = await openConnection(file, 'read');
  for (;;) {
    const runs = await reader.one<{ count: number }>('SELECT COUNT(*) AS count FROM ParityRun');
    if (runs && runs.count > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Milliseconds to ready, compiled: with an empty data folder, and with the same one again. */
export async function timeToReady(): Promise<{ empty: number; later: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parks-bench-'));
  const start = async () => {
    const began = performance.now();
    const serving = await serve(server, { DATA_DIR: folder });
    const took = performance.now() - began;
    await serving.stop();
    return took;
  };
  const ready = { empty: await start(), later: await start() };
  rmSync(folder, { recursive: true });
  return ready;
}
