import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Figures, figuresOf, type Line } from './compare-sides.js';
import { openConnection } from './floor/connection.js';
import { copyOf, server } from './networks.js';
import { benchDriver, root, serve } from './processes.js';
import type { MeasuredWork } from './visit.js';

export const importName = 'import-a-list';
const rowsInAList = 1000;
const command = ['.config/run.cjs', 'src/imports/command.ts'];
const floorCommand = ['--import', 'tsx', 'tests/bench/floor/import.ts'];

/** A list of ventures of which none is like another, each with a founder and a phone, as text. */
export function listOfVentures(rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const signs = [...String(at).padStart(4, '0')].map(
      (digit) => '零壹贰叁肆伍陆柒捌玖'[Number(digit)],
    );
    const tail = String(at).padStart(5, '0');
    return `${signs.join('')}测速小组,团队,农、林、牧、渔业,王${signs.join('')},139776${tail},2025-01-01`;
  });
  return ['企业名称,类型,行业,负责人,联系电话,入驻时间', ...lines].join('\n');
}

type Ended = { cpuMs: number; statements: number; peakMb: number };

/** Runs a program to its end over a folder, and takes what it says it has worked. @throws Error when it fails */
function runMetered(
  { node, args, driver }: { node: string; args: string[]; driver: string },
  folder: string,
): Promise<Ended & { ms: number }> {
  const told = path.join(folder, 'work.json');
  const began = performance.now();
  const child = spawn(node, ['-r', './tests/bench/meter.cjs', ...args], {
    cwd: root,
    env: {
      ...process.env,
      LOG_LEVEL: 'silent',
      DATA_DIR: folder,
      METERED_END: told,
      METERED_DRIVER: driver,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      if (code !== 0) return reject(new Error(`${args.join(' ')} ended with ${code}`));
      const work = JSON.parse(readFileSync(told, 'utf8')) as Ended;
      resolve({ ...work, ms: performance.now() - began });
    });
  });
}

/** How many ventures a file has. */
async function venturesIn(folder: string): Promise<number> {
  const reader = await openConnection(path.join(folder, 'parks.db'), 'read');
  const row = await reader.one<{ n: number }>('SELECT COUNT(*) AS n FROM Venture');
  await reader.close();
  return Number(row?.n);
}

/** Bringing a list in at the terminal, beside a program that writes the same ventures without a look at them. */
export async function measureImport(
  file: string,
  ventures: number,
  { rounds, floorNode }: { rounds: number; floorNode: string | null },
): Promise<Line> {
  // A start applies what a network that was kept may lack.
  const started = copyOf(file);
  await (await serve(server, { DATA_DIR: started })).stop();
  const lists = mkdtempSync(path.join(tmpdir(), 'parks-list-'));
  const list = path.join(lists, 'list.csv');
  writeFileSync(list, listOfVentures(rowsInAList));
  const sides = {
    product: {
      node: process.execPath,
      args: [...command, '--park', 'P01', '--json', list],
      driver: benchDriver,
    },
    floor: { node: floorNode ?? process.execPath, args: [...floorCommand, list], driver: 'node' },
  };
  const taken: Record<keyof typeof sides, MeasuredWork[]> = { product: [], floor: [] };
  const peaks = { product: 0, floor: 0 };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ['product', 'floor'] as const) {
      const folder = copyOf(path.join(started, 'parks.db'));
      const before = await venturesIn(folder);
      const { ms, cpuMs, statements, peakMb } = await runMetered(sides[name], folder);
      const came = (await venturesIn(folder)) - before;
      rmSync(folder, { recursive: true });
      if (came !== rowsInAList)
        throw new Error(`${name}: ${came} of ${rowsInAList} ventures were brought in`);
      peaks[name] = Math.max(peaks[name], peakMb);
      taken[name].push({ times: [ms], seconds: ms / 1000, wrong: 0, bytes: 0, cpuMs, statements });
    }
  }
  for (const folder of [lists, started]) rmSync(folder, { recursive: true });
  const figures = (name: keyof typeof sides): Figures => figuresOf(taken[name], peaks[name]);
  return {
    name: importName,
    ventures,
    atOnce: 1,
    product: figures('product'),
    floor: figures('floor'),
    where: null,
  };
}
