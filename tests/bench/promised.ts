import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Line } from './compare-sides.js';
import { assessName, mostAssessMs } from './measure-assess.js';
import { benchDriver, root } from './processes.js';
import { ratioOf } from './report.js';

/** The network that the README's ratios are of. */
export const promisedSize = 267;
/** The most that a ratio may be behind: a machine at work on other things gives as much by itself. */
const mostBehind = 0.2;

/** What the README says that each case reaches, one at a time: by the default library, or by Node's own on Node 24. */
export function promisedRatios(
  text = readFileSync(path.join(root, 'README.md'), 'utf8'),
  driver = benchDriver,
) {
  const from = text.indexOf('| case | ratio |');
  if (from < 0) throw new Error('the README has no table of ratios');
  const table = text.slice(from, text.indexOf('\n\n', from));
  const rows = [...table.matchAll(/^\| `([\w-]+)` \| (\d*\.\d+) \|(?: (\d*\.\d+) \|)?/gm)];
  return new Map(
    rows
      .map(([, name = '', byDefault, byNode]) => [name, driver === 'node' ? byNode : byDefault])
      .filter((row): row is [string, string] => row[1] !== undefined)
      .map(([name, ratio]) => [name, Number(ratio)]),
  );
}

/** The cases that are behind what the README says by more than a fifth, and an assessment of more than a millisecond, as they are said. */
export function behind(lines: Line[], promised: Map<string, number>): string[] {
  return lines.flatMap((line) => {
    const ratio = promised.get(line.name);
    if (ratio === undefined || line.ventures !== promisedSize || line.atOnce > 1) return [];
    const reached = ratioOf(line);
    const isSlow = line.name === assessName && line.product.cpuMs > mostAssessMs;
    return [
      ...(reached < ratio * (1 - mostBehind)
        ? [`${line.name} is BEHIND: ${reached.toFixed(3)} of the floor, the README says ${ratio}`]
        : []),
      ...(isSlow
        ? [`${line.name} takes ${line.product.cpuMs.toFixed(2)} ms, more than ${mostAssessMs}`]
        : []),
    ];
  });
}
