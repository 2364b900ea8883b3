import { parseArgs } from 'node:util';

export const usage = `npm run bench -- [--quick] [--only dashboard,list] [--sizes 267,26700] [--keep <folder>] [--json]
Measures pages, writes and exports of the compiled product, each beside a floor: the same page by Node's own server and
SQL by hand, from the same file, in the same run. Exits 1 when the dashboard at the largest size takes more than 1.3 times
that at the smallest, when an export takes more than 1.15 times the memory, or any answer has a wrong status.
  --quick   fewer seconds and one round
  --only    some cases, named as in the report; growth for what must not grow with the network
  --keep    a folder where the made networks are kept, and taken from the next time (making 26,700 ventures takes a while;
            from 100,000 on a network is a tenth of it, copied ten times: for what reads totals, tables and lists)
  --json    the results as JSON`;

export type Options = {
  isQuick: boolean;
  only: string[] | null;
  sizes: number[];
  keep: string | null;
  isJson: boolean;
  help: boolean;
};

/** @throws TypeError for what is not an option */
export function understand(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      sizes: { type: 'string', default: '267,26700' },
      keep: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    isQuick: values.quick,
    only: values.only?.split(',') ?? null,
    sizes: values.sizes.split(',').map(Number),
    keep: values.keep ?? null,
    isJson: values.json,
    help: values.help,
  };
}
