import '../words.js';
import '../between-rooms.js';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isMonth, systemClock, today } from '../calendar/days.js';
import type { Db } from '../database/database.js';
import { openExisting } from '../database/existing.js';
import type { Actor } from '../history/actor.js';
import { Conflict, Refusal } from '../language/refusal.js';
import { makeSay, type Voice } from '../language/say.js';
import { programConfig } from '../process/program-config.js';
import { Misuse, Told, understood } from '../told.js';
import { batchWith } from './batch.js';
import { beginImport } from './begin-import.js';
import { planImport } from './plan-import.js';
import { planList } from './plan-list.js';
import { isBacklog, outcomes, type Planned, spacesMade } from './planned.js';
import { listIn, placesIn, type ReadList, readTable, rememberedHeads } from './read-list.js';
import { restWorkbook } from './rest-workbook.js';
import { whyText } from './row-text.js';
import { runImport } from './run-import.js';
import { summaryOf } from './summary.js';

const usage = `npm run import -- --park P01 [--dry-run] [--json] [--month YYYY-MM] [--rest FILE.xlsx] [--lang zh|en] FILE
Brings a list of ventures (.xlsx or .csv, a row each) into a park. With --dry-run nothing is written, and what each row
would do is shown. Without it what is certain is run, and the rows that were rejected or have to be decided are written
with the reason beside each to --rest, or beside the file. A space that the park lacks is added where a row gives its
name, kind and area. --month says of which month the headcounts are: else the
month that the title of the list names, or the last that is over.`;

type Options = {
  park: string;
  file: string;
  isDry: boolean;
  isJson: boolean;
  month: string | null;
  rest: string | null;
  voice: Voice;
};
type Print = (line: string) => void;

/** Runs the command. @returns the exit code: 0 done, 1 refused, 2 not understood */
export async function main(
  args: string[],
  env: Record<string, string | undefined>,
  print: Print,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    print(usage);
    return 0;
  }
  try {
    const options = optionsOf(args);
    const config = programConfig(env);
    const directory = path.join(config.root, 'prisma/migrations');
    const { db, close } = await openExisting({ file: config.databaseFile, directory });
    try {
      await bringIn(db, options, print);
    } finally {
      await close();
    }
    return 0;
  } catch (error) {
    return explain(error);
  }
}

function optionsOf(args: string[]): Options {
  return understood(usage, () => {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean', default: false } as const;
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { park: text, month: text, rest: text, lang: text, json: flag, 'dry-run': flag },
    });
    const [file, ...others] = positionals;
    if (values.park === undefined) throw new Misuse('Into which park? --park P01');
    if (file === undefined || others.length > 0) throw new Misuse('Which file?');
    if (!existsSync(file)) throw new Misuse(`There is no file ${file}.`);
    const { month = null, rest = null, lang = 'en' } = values;
    if (month !== null && !isMonth(month)) throw new Misuse(`${month} is no month: YYYY-MM`);
    const voice = voiceOf(lang);
    return {
      park: values.park,
      file,
      isDry: values['dry-run'],
      isJson: values.json,
      month,
      rest,
      voice,
    };
  });
}

function voiceOf(lang: string): Voice {
  if (lang !== 'zh' && lang !== 'en') throw new Misuse('--lang is zh or en');
  return { say: makeSay(lang), lang };
}

async function bringIn(db: Db, options: Options, print: Print): Promise<void> {
  const park = await db.park.findUnique({ where: { number: options.park.toUpperCase() } });
  if (!park) throw new Misuse(`There is no park ${options.park}.`);
  const by: Actor = { accountId: null, at: systemClock.now() };
  const list = await listOf(db, park.id, by, options);
  if (options.isDry) {
    const { month, rows } = list;
    const plan = await planList(db, by, {
      parkId: park.id,
      rows,
      month,
      choices: {},
      batchId: null,
      reason: path.basename(options.file),
    });
    return report(plan.rows, options, print);
  }
  const batchId = await beginImport(db, by, {
    parkId: park.id,
    fileName: path.basename(options.file),
    list,
  });
  await runImport(db, by, { id: batchId, fingerprint: await planImport(db, by, batchId) });
  const batch = await batchWith(db, batchId);
  report(batch.plan.rows, options, print);
  const bytes = await restWorkbook(batch, options.voice);
  if (bytes === null) return;
  const rest = options.rest ?? `${options.file.replace(/\.\w+$/, '')}-rest.xlsx`;
  await writeFile(rest, bytes);
  if (!options.isJson) print(`Rejected and undecided rows: ${rest}`);
}

async function listOf(db: Db, parkId: number, by: Actor, options: Options): Promise<ReadList> {
  const { voice, month } = options;
  const remembered = await rememberedHeads(db, parkId);
  const table = await readTable(readFileSync(options.file), voice.say, { remembered });
  const places = placesIn(table, voice.say, remembered);
  if (places === null)
    throw new Misuse(
      'No row of the file has a heading for the name of a venture. Map its columns once on the page of imports; the park’s headings are then known here too.',
    );
  const list = listIn(table, places, today(by.at));
  return month === null ? list : Object.assign(list, { month });
}

function report(rows: readonly Planned[], { isJson, voice }: Options, print: Print): void {
  const lines = rows.map(({ row, name, outcome, why }) => ({
    row,
    name,
    outcome,
    why: whyText(why, voice),
  }));
  const counts = summaryOf(rows);
  if (isJson) {
    print(JSON.stringify(Object.assign(counts, { rows: lines }), null, 2));
    return;
  }
  for (const { row, name, outcome, why } of lines) {
    const said = why === '' ? '' : `  (${why})`;
    print(`${String(row).padStart(5)}  ${outcome.padEnd(9)}  ${name}${said}`);
  }
  const said = [outcomes.map((outcome) => `${outcome} ${counts[outcome]}`).join(', ')];
  const [waiting, spaces] = [rows.filter(isBacklog).length, spacesMade(rows)];
  if (waiting > 0) said.push(voice.say('imports.line.waiting', { n: waiting }));
  if (spaces > 0) said.push(voice.say('imports.line.spaces', { n: spaces }));
  print(said.join('; '));
}

function explain(error: unknown): number {
  const say = makeSay('en');
  if (error instanceof Told) process.stderr.write(`${error.message}\n`);
  else if (error instanceof Conflict) process.stderr.write(`${say(error.key, error.values)}\n`);
  else if (error instanceof Refusal)
    for (const { key, values } of error.faults) process.stderr.write(`${say(key, values)}\n`);
  else throw error;
  return error instanceof Told ? 2 : 1;
}

if (process.argv[1] === import.meta.filename) {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  process.exitCode = await main(process.argv.slice(2), process.env, print);
}
