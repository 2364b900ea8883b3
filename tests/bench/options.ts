import { parseArgs } from 'node:util';

export const usage = `npm run bench -- [--quick] [--only dashboard,list] [--sizes 267,26700] [--keep <folder>] [--floor-node <program>] [--json]
Measures pages, writes and exports of the compiled product, each beside a floor: the same page by Node's own server and
SQL by hand, from the same file, in the same run. Milliseconds
of CPU are those of all threads of each process, asked of it before and after: other programs hardly touch them. The ratio is the
floor's over ours. Exits 1 when a ratio at 267 falls more than a fifth behind the README's, when the dashboard at the largest size takes more than 1.3 times
that at the smallest, when an export takes more than 1.15 times the memory, or any answer has a wrong status.
  --quick   fewer seconds and one round
  --only    some cases, named as in the report; growth for what must not grow with the network
  --keep    a folder where the made networks are kept, and taken from the next time (making 26,700 ventures takes a while;
            from 100,000 on a network is a tenth of it, copied ten times: for what reads totals, tables and lists)
  --floor-node  the program that runs the floor, such as that of Node 24: from there on its SQL is answered in the calling
            thread, which is the floor that the README's ratios are beside
  --json    the results as JSON`;

export type Options = {
  isQuick: boolean;
  only: string[] | null;
  sizes: number[];
  keep: string | null;
  floorNode: string | null;
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
      'floor-node': { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    isQuick: values.quick,
    only: values.only?.split(',') ?? null,
    sizes: values.sizes.split(',').map(Number),
    keep: values.keep ?? null,
    floorNode: values['floor-node'] ?? null,
    isJson: values.json,
    help: values.help,
  };
}
