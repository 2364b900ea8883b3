import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Case, Forms, readingCases } from './cases.js';
import { compareSides, type Effort, figuresOf, type Line } from './compare-sides.js';
import { type Growth, measureGrowth } from './growth.js';
import { assessName, measureAssess } from './measure-assess.js';
import { caseNames, measureWaivers } from './measure-cases.js';
import { importName, measureImport } from './measure-import.js';
import { measureQueue, queueName } from './measure-queue.js';
import { copyOf, network, timeToReady } from './networks.js';
import { type Options, understand, usage } from './options.js';
import { run } from './processes.js';
import { behind, promisedRatios } from './promised.js';
import { grew, growthText, tableOf, whereText } from './report.js';
import { type Sides, serveSides } from './sides.js';
import { measureSubmitting, submitName } from './submit-a-month.js';
import { ask, compare, load, type MeasuredWork } from './visit.js';

const tell = (text: string) => process.stderr.write(text);
/** Each is filed for in every month since it came, so that no form is sent twice. */
const preparedVentures = 800;
const afterWrite = 'dashboard-after-write';

function effortOf({ isQuick }: Options): Effort {
  const exports = (ventures: number, atOnce: number) =>
    atOnce > 1 ? 16 : ventures > 5000 ? 2 : 10;
  return isQuick ? { rounds: 1, seconds: 1, exports } : { rounds: 3, seconds: 2, exports };
}

async function measureSize(ventures: number, file: string, options: Options): Promise<Line[]> {
  const folder = copyOf(file);
  const { sides, file: served, stop } = await serveSides(folder, options.floorNode);
  try {
    const lines = await measureCases(sides, ventures, options);
    const isWanted = (name: string) => options.only === null || options.only.includes(name);
    if (!caseNames.some(isWanted)) return lines;
    tell(`  ${caseNames.join(', ')}\n`);
    const effort = effortOf(options);
    return [...lines, ...(await measureWaivers(sides, served, { ventures, effort, isWanted }))];
  } finally {
    await stop();
    rmSync(folder, { recursive: true });
  }
}

async function measureCases(sides: Sides, ventures: number, options: Options): Promise<Line[]> {
  const isWanted = (name: string) => options.only === null || options.only.includes(name);
  const effort = effortOf(options);
  const lines: Line[] = [];
  // In a month that is not closed.
  const forms = new Forms(1, '2025-01-01');
  const reading = readingCases('V2023-0007').filter(({ name }) => isWanted(name));
  for (const one of reading) await compare(sides.product, sides.floor, one);
  const measure = async (one: Case) => {
    for (const atOnce of [1, 16]) {
      if (one.kind === 'export' && atOnce > 1 && options.isQuick) continue;
      tell(`  ${one.name}, ${atOnce} at once\n`);
      lines.push(await compareSides(sides, one, { ventures, atOnce, effort }));
    }
  };
  for (const one of reading) await measure(one);
  if (isWanted('log-a-venture')) await measure(forms.logging);
  if (isWanted('file-a-headcount') || isWanted(afterWrite)) {
    tell(`  logging ${preparedVentures} ventures to file for\n`);
    const made: string[] = [];
    for (let count = 0; count < preparedVentures; count += 1) {
      const { location } = await ask(sides.floor, forms.logging);
      made.push(String(location).replace('/ventures/', ''));
    }
    forms.offer(made);
  }
  if (isWanted('file-a-headcount')) await measure(forms.filing);
  if (isWanted(afterWrite)) lines.push(await measureAfterWrite(sides, ventures, forms, options));
  if (isWanted(submitName)) {
    tell(`  ${submitName}\n`);
    lines.push(await measureSubmitting(sides, ventures, options));
  }
  return lines;
}

/** The first look at the dashboard after something was written: what is kept by state must be counted again. */
async function measureAfterWrite(
  sides: Sides,
  ventures: number,
  forms: Forms,
  { isQuick }: Options,
): Promise<Line> {
  tell(`  ${afterWrite}\n`);
  const one = { ...(readingCases('')[0] as Case), name: afterWrite };
  const taken: Record<'product' | 'floor', MeasuredWork[]> = { product: [], floor: [] };
  for (let round = 0; round < (isQuick ? 5 : 21); round += 1) {
    await ask(sides.product, forms.filing);
    for (const side of ['product', 'floor'] as const)
      taken[side].push(await load(sides[side], one, { connections: 1, amount: 1 }));
  }
  const figures = (side: 'product' | 'floor') => {
    const figures = figuresOf(taken[side], null);
    return { ...figures, perSecond: 1000 / figures.median };
  };
  return {
    name: afterWrite,
    ventures,
    atOnce: 1,
    product: figures('product'),
    floor: figures('floor'),
    where: null,
  };
}

/** @returns the exit code */
async function main(options: Options): Promise<number> {
  await run(['.config/build.mjs'], {});
  const folder = options.keep ?? mkdtempSync(path.join(tmpdir(), 'parks-networks-'));
  mkdirSync(folder, { recursive: true });
  const lines: Line[] = [];
  tell('Starting from an empty folder, and again\n');
  const ready = await timeToReady();
  const files: string[] = [];
  for (const ventures of options.sizes) {
    tell(`${ventures} ventures\n`);
    const file = await network(folder, ventures);
    files.push(file);
    lines.push(...(await measureSize(ventures, file, options)));
    const { isQuick, floorNode } = options;
    if (options.only === null || options.only.includes(assessName)) {
      tell(`  ${assessName}\n`);
      lines.push(measureAssess(ventures, isQuick ? 3 : 9));
    }
    if (options.only === null || options.only.includes(importName)) {
      tell(`  ${importName}\n`);
      lines.push(await measureImport(file, ventures, { rounds: isQuick ? 1 : 3, floorNode }));
    }
    if (options.only === null || options.only.includes(queueName)) {
      tell(`  ${queueName}\n`);
      lines.push(
        ...(await measureQueue(file, ventures, {
          effort: effortOf(options),
          floorNode,
        })),
      );
    }
  }
  const growth = await growthBetween(options, files);
  if (options.keep === null) rmSync(folder, { recursive: true });
  const late = behind(lines, promisedRatios());
  if (options.isJson) console.log(JSON.stringify({ ready, lines, growth, behind: late }, null, 2));
  else print(ready, lines, options.sizes, growth);
  for (const line of late) tell(`${line}\n`);
  return late.length > 0 || (growth !== null && grew(growth).length > 0) ? 1 : 0;
}

function print(
  ready: { empty: number; later: number },
  lines: Line[],
  sizes: number[],
  growth: Growth | null,
): void {
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  console.log(
    `Ready ${seconds(ready.empty)} s after a start with an empty data folder, ${seconds(ready.later)} s after a later one (compiled).`,
  );
  for (const size of sizes) {
    const own = lines.filter((line) => line.ventures === size);
    console.log(`\n${size.toLocaleString('en')} ventures\n${tableOf(own)}\n\n${whereText(own)}`);
  }
  if (growth !== null) console.log(`\n${growthText(growth)}`);
}

/** From the first size to the last; null where there is one, or other cases were asked for. */
async function growthBetween(
  { sizes, only, isQuick }: Options,
  files: string[],
): Promise<Growth | null> {
  const [first, last, from, to] = [sizes[0], sizes.at(-1), files[0], files.at(-1)];
  if (!first || !last || !from || !to || first === last) return null;
  if (only !== null && !only.includes('dashboard') && !only.includes('growth')) return null;
  tell(`${first} beside ${last} ventures\n`);
  return measureGrowth([first, last], [from, to], isQuick ? 10 : 30);
}

const options = understand(process.argv.slice(2));
if (options.help) console.log(usage);
else process.exitCode = await main(options);
