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

/** What grows from the smallest to the largest network, and what must not. */
export function growthText({ sizes, dashboard, peaks }: Growth): string {
  const { medians, ratio } = dashboard;
  const [from, to] = sizes.map((size) => size.toLocaleString('en'));
  const verdict = ratio <= mostGrowth ? 'does not grow' : 'GROWS';
  return [
    `The dashboard ${verdict} with ventures: ${short(medians[0])} ms at ${from}, ${short(medians[1])} ms at ${to},`,
    `${ratio.toFixed(2)} times; at most ${mostGrowth}.`,
    ...peaks.map(
      ({ name, mb }) =>
        `Most memory during a ${name} of all: ${mb[0] ?? '-'} MB at ${from}, ${mb[1] ?? '-'} MB at ${to}.`,
    ),
  ].join('\n');
}
