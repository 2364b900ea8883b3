import type { Figures, Line } from './compare-sides.js';

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

/** How a case grows from the smallest to the largest size measured, one at a time; null with one size. */
export function growthOf(lines: Line[], name: string): number | null {
  const own = lines
    .filter((line) => line.name === name && line.atOnce === 1)
    .sort((a, b) => a.ventures - b.ventures);
  const [smallest, largest] = [own[0], own.at(-1)];
  if (!smallest || !largest || smallest === largest) return null;
  return largest.product.median / smallest.product.median;
}
