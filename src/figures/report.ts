import type { Coverage } from '../ledger/coverage.js';
import { alignColumns } from './columns.js';
import { intervalText } from './interval.js';
import type { ReproducedFigure, Verdict } from './reproduce.js';

const heads = ['figure', 'printed', 'interval', 'computed', 'coverage', 'verdict'];
const COMPUTED = 3;

/** The figures as the lines of a terminal: a table, then how many came out how. */
export function reportLines(figures: ReproducedFigure[]): string[] {
  const rows = figures.map((figure) => [
    figure.code,
    `${figure.printed}${figure.unitZh}`,
    intervalText(figure.interval),
    figure.computed === null ? '-' : String(figure.computed),
    figure.coverage ? coverageText(figure.coverage) : '-',
    verdictText(figure.verdict),
  ]);
  return [...alignColumns([heads, ...rows], [COMPUTED]), '', summaryLine(figures)];
}

export function verdictText(verdict: Verdict): string {
  if (verdict.is === 'recorded') return 'recorded only';
  if (verdict.is === 'reproduced') return 'reproduced';
  return `differs by ${verdict.by > 0 ? '+' : ''}${verdict.by}`;
}

export function coverageText({ parksReporting, parks, filed, due, carried }: Coverage): string {
  return `${parksReporting} of ${parks} parks, ${filed} of ${due} returns, ${carried} missing`;
}

export type Tally = { tracked: number; reproduced: number; differing: number; recorded: number };

export function tally(figures: ReproducedFigure[]): Tally {
  const count = (is: Verdict['is']) => figures.filter(({ verdict }) => verdict.is === is).length;
  const [reproduced, differing] = [count('reproduced'), count('differs')];
  return { tracked: reproduced + differing, reproduced, differing, recorded: count('recorded') };
}

function summaryLine(figures: ReproducedFigure[]): string {
  const { tracked, reproduced, recorded } = tally(figures);
  const days = new Set(figures.filter((figure) => figure.measure).map((figure) => figure.asOf));
  return (
    `As of ${[...days].join(', ')}: ${reproduced} of ${tracked} tracked figures reproduced; ` +
    `${recorded} recorded only, as other systems keep them.`
  );
}
