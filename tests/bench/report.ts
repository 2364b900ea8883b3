import type { Figures, Line } from './compare-sides.js';
import type { Growth } from './growth.js';

const heads = [
  'case',
  'at once',
  'median ms',
  'p95 ms',
  'a second',
  'floor ms',
  'p95 ms',
  'a second',
  'ratio',
  'peak MB',
  'floor MB',
];

/** The table of one size, right-aligned under its heads. */
export function tableOf(lines: Line[]): string {
  const rows = lines.map(({ name, atOnce, product, floor }) => [
    ...[name, String(atOnce), ...cells(product), ...cells(floor)],
    (product.median / floor.median).toFixed(1),
    ...[product.peakMb, floor.peakMb].map((peak) => (peak === null ? '-' : String(peak))),
  ]);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join(
    '\n',
  );
}

const cells = ({ median, p95, perSecond }: Figures): string[] => [
  short(median),
  short(p95),
  short(perSecond),
];

const short = (value: number): string =>
  value < 100 ? value.toFixed(1) : String(Math.round(value));

/** The most that the dashboard may grow from the smallest to the largest size. */
export const mostGrowth = 1.3;

/**
 * The most that the memory of an export may grow from the smallest to the largest size. More than 1, for what a large
 * file fills once and for all: the pages that each reading connection keeps.
 */
export const mostMemory = 1.15;

/** What must not grow, and did. */
export const grew = ({ dashboard, peaks }: Growth): string[] => [
  ...(dashboard.ratio > mostGrowth ? ['dashboard'] : []),
  ...peaks.filter(({ ratio }) => ratio !== null && ratio > mostMemory).map(({ name }) => name),
];

/** What grows from the smallest to the largest network, and what must not. */
export function growthText(growth: Growth): string {
  const { sizes, dashboard, peaks } = growth;
  const { medians, ratio } = dashboard;
  const grown = grew(growth);
  const verdictOf = (name: string) => (grown.includes(name) ? 'GROWS' : 'does not grow');
  const [from, to] = sizes.map((size) => size.toLocaleString('en'));
  return [
    `The dashboard ${verdictOf('dashboard')} with ventures: ${short(medians[0])} ms at ${from}, ${short(medians[1])} ms at ${to},`,
    `${ratio.toFixed(2)} times; at most ${mostGrowth}.`,
    ...peaks.map(
      ({ name, mb, ratio }) =>
        `The memory of a ${name} of all ${verdictOf(name)}: most ${mb[0] ?? '-'} MB at ${from}, ${mb[1] ?? '-'} MB at ${to}, ${ratio?.toFixed(2) ?? '-'} times; at most ${mostMemory}.`,
    ),
  ].join('\n');
}
