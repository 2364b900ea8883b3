import '../words.js';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Day, isDay } from '../calendar/days.js';
import { openExisting } from '../database/existing.js';
import { programConfig } from '../process/program-config.js';
import { Misuse, Told, understood } from '../told.js';
import { reportLines, tally } from './report.js';
import { type ReproducedFigure, reproduce } from './reproduce.js';
import {
  countInexact,
  publishedLines,
  type ReproducedEdition,
  reproducePublished,
} from './reproduce-published.js';
import { type UnprintedFigure, unprintedFigures, unprintedLines } from './unprinted.js';

const usage = `npm run reproduce -- [--as-of YYYY-MM-DD] [--json]
Prints each figure of the public report beside what the ledger gives: at the figure's own day,
or at the day given; what this system knows and the report did not print; then every edition of every published figure, computed again at its own place in the ledger.
Exits 1 if a figure that this system tracks is not reproduced, or an edition does not come out exactly.`;

type Options = { asOf?: Day | undefined; json: boolean; help: boolean };

/** Runs the command. @returns the exit code: 0 all reproduced, 1 one is not, 2 could not be asked */
export async function main(
  args: string[],
  env: Record<string, string | undefined>,
  tell: (line: string) => void,
): Promise<number> {
  try {
    const { asOf, json, help } = understand(args);
    if (help) {
      tell(usage);
      return 0;
    }
    const { figures, known, published } = await readFigures(asOf, env);
    const { tracked, differing } = tally(figures);
    const inexact = countInexact(published);
    if (tracked === 0) throw new Misuse('No figures are loaded yet: run npm start once.');
    const counts = { ...tally(figures), editions: published.length, inexact };
    if (json)
      tell(JSON.stringify({ asOf: asOf ?? null, ...counts, figures, known, published }, null, 2));
    else {
      const parts = [reportLines(figures), unprintedLines(known), publishedLines(published)];
      for (const line of parts.flat()) tell(line);
    }
    return differing + inexact > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Told)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function understand(args: string[]): Options {
  return understood(usage, () => {
    const { values } = parseArgs({
      args,
      options: {
        'as-of': { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const asOf = values['as-of'];
    if (asOf !== undefined && !isDay(asOf)) {
      throw new Error(`--as-of takes a day such as 2025-01-21, not “${asOf}”`);
    }
    return { asOf, json: values.json, help: values.help };
  });
}

type Read = {
  figures: ReproducedFigure[];
  known: UnprintedFigure[];
  published: ReproducedEdition[];
};

async function readFigures(
  asOf: Day | undefined,
  env: Record<string, string | undefined>,
): Promise<Read> {
  const config = programConfig(env);
  const directory = path.join(config.root, 'prisma/migrations');
  const { db, close } = await openExisting({ file: config.databaseFile, directory });
  try {
    return {
      figures: await reproduce(db, { asOf }),
      known: await unprintedFigures(db, { asOf }),
      published: await reproducePublished(db),
    };
  } finally {
    await close();
  }
}

if (process.argv[1] === import.meta.filename) {
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  process.exitCode = await main(process.argv.slice(2), process.env, tell);
}
