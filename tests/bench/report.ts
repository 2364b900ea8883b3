import type { Figures, Line } from './compare-sides.js';
import type { Growth } from './growth.js';
import type { Where } from './where.js';

const heads = [
  ...['case', 'at once', 'ratio', 'CPU ms', 'floor', 'statements', 'floor', 'KB', 'floor'],
  ...['median ms', 'p95 ms', 'a second', 'floor ms', 'p95 ms', 'a second', 'peak MB', 'floor MB'],
];

/** The floor's work over the product's: one where there is nothing to gain. */
export const ratioOf = ({ product, floor }: Line): number => floor.cpuMs / product.cpuMs;

/** The table of one size, right-aligned under its heads. */
export function tableOf(lines: Line[]): string {
  const rows = lines.map((line) => {
    const { name, atOnce, product, floor } = line;
    const works = [fine(product.cpuMs), fine(floor.cpuMs)];
    const asked = [short(product.statements), short(floor.statements)];
    const sent = [short(product.kb), short(floor.kb)];
    const peaks = [product.peakMb, floor.peakMb].map((peak) =>
      peak === null ? '-' : String(peak),
    );
    const head = [name, String(atOnce), ratioOf(line).toFixed(3)];
    return [...head, ...works, ...asked, ...sent, ...cells(product), ...cells(floor), ...peaks];
  });
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

const fine = (value: number): string => (value < 10 ? value.toFixed(2) : short(value));

/** Where the time of each case went: milliseconds of the main thread for each answer, the largest part first. */
export function whereText(lines: Line[]): string {
  return lines
    .flatMap(({ name, where }) => (where ? [`${name}: ${partsText(where)}`] : []))
    .join('\n');
}

function partsText({ parts, busyMs }: Where): string {
  const shares = [...parts].map(([part, ms]) => `${part} ${Math.round((100 * ms) / busyMs)} %`);
  return shares.join(', ');
}

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
