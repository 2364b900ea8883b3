import '../words.js';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Reads } from '../database/database.js';
import { openExisting } from '../database/existing.js';
import { programConfig } from '../process/program-config.js';
import { Told, understood } from '../told.js';
import { type Audit, audit } from './audit.js';
import { countDecided } from './decided-cases.js';

const usage = `npm run parity -- [--json]
Assesses every decided case again under the version it was decided by, in the name of each park, and compares outcome,
months, proof asked and working days across parks. Exits 1 if a case comes out differently from what was decided.`;

/** Runs the command. @returns the exit code: 0 all cases come out the same, 1 one differs, 2 could not be asked */
export async function main(args: string[], tell: (line: string) => void): Promise<number> {
  try {
    const { json, help } = understand(args);
    if (help) {
      tell(usage);
      return 0;
    }
    const { result, numberOf } = await auditNow();
    if (json) tell(JSON.stringify(result, null, 2));
    else for (const line of reportLines(result, numberOf)) tell(line);
    return result.differing.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Told)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function understand(args: string[]): { json: boolean; help: boolean } {
  return understood(usage, () => {
    const flag = { type: 'boolean', default: false } as const;
    return parseArgs({ args, options: { json: flag, help: { ...flag, short: 'h' } } }).values;
  });
}

async function auditNow() {
  const config = programConfig(process.env);
  const directory = path.join(config.root, 'prisma/migrations');
  const { db, close } = await openExisting({ file: config.databaseFile, directory });
  try {
    const parks = await db.park.findMany({ select: { id: true, number: true } });
    const numbers = new Map(parks.map(({ id, number }) => [id, number]));
    const result = await audit(db, await progressOf(db));
    if (process.stderr.isTTY) process.stderr.write('\n');
    return { result, numberOf: (parkId: number) => numbers.get(parkId) ?? String(parkId) };
  } finally {
    await close();
  }
}

/** Tells how far it is, where somebody looks at it: in a file or a pipe it would stand in the way. */
async function progressOf(db: Reads): Promise<(done: number) => void> {
  if (!process.stderr.isTTY) return () => {};
  const all = await countDecided(db);
  return (done) => process.stderr.write(`\r${done} of ${all} cases`);
}

function reportLines(result: Audit, numberOf: (parkId: number) => string): string[] {
  const { cases, replays, differing, parks, outliers, leases } = result;
  const cell = (text: string | number | null, width: number) => String(text ?? '–').padStart(width);
  return [
    `${cases} decided cases, assessed ${replays} times in the names of ${parks.length} parks.`,
    ...differing.map(
      ({ number, parkId, decision, differences }) =>
        `${number}  ${numberOf(parkId)}  ${decision}: ${differences.map(differenceText).join(', ')}`,
    ),
    `${differing.length} case(s) differ from what was decided.`,
    'park  cases  refused  corrected  median working days',
    ...parks.map(
      (park) =>
        `${numberOf(park.parkId).padEnd(4)}${cell(park.cases, 7)}${cell(park.refused, 9)}` +
        `${cell(park.corrected, 11)}${cell(park.medianDays, 21)}`,
    ),
    'park  pay no rent without a case  by a clause  by own agreement  at market  not stated  clause not met',
    ...(leases ?? []).map(
      (park) =>
        `${numberOf(park.parkId).padEnd(4)}${cell(park.ventures, 30)}${cell(park.policy, 13)}` +
        `${cell(park.agreement, 18)}${cell(park.market, 11)}${cell(park.unstated, 12)}${cell(park.unmet.length, 16)}`,
    ),
    ...outliers.map(({ parkId, what }) => `${numberOf(parkId)} stands out by its ${what}.`),
  ];
}

const differenceText = ({ what, park }: Audit['differing'][number]['differences'][number]) =>
  park === null ? what : `${what} in ${park}`;

if (process.argv[1] === import.meta.filename) {
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  process.exitCode = await main(process.argv.slice(2), tell);
}
