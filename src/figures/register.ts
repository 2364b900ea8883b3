import type { Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { definitionOfMeasure, type Listed, listed } from '../ledger/measures.js';
import { readPrinted } from './printed.js';
import { type FigureRow, reportedFigures } from './reported-figures.js';

/** What this system counts itself. All other figures are recorded as reported, never reproduced. */
export type TrackedMeasure = Listed;
export const trackedMeasures: readonly TrackedMeasure[] = listed.filter(
  (measure) => definitionOfMeasure(measure).isTracked,
);

export const isTracked = (measure: string | null): measure is TrackedMeasure =>
  trackedMeasures.some((tracked) => tracked === measure);

/** The day of a stock figure, where the report gives one. A flow, or a month alone, has none. */
const dayOfPeriod: Record<string, Day> = {
  'as of 2025-01-21': '2025-01-21',
  'end of 2024': '2024-12-31',
};

/**
 * One figure as the register keeps it, with the interval of its printed text.
 * @throws UnreadableNumber when the printed text is no number by the rules.
 */
export function registerRow(row: FigureRow, index: number) {
  const [code, system, printed, unitZh, unitEn, subjectZh, subjectEn, period, note = ''] = row;
  const { low, high, highOpen } = readPrinted(printed, unitZh);
  const facts = { code, system, printed, unitZh, unitEn, subjectZh, subjectEn, period, note };
  return {
    ...facts,
    sequence: index + 1,
    low,
    high,
    highOpen,
    asOf: dayOfPeriod[period] ?? null,
    measure: isTracked(code) ? code : null,
  };
}

/** Writes the whole register. Run again it leaves the same rows, and none that are no longer listed. */
export async function loadRegister(tx: Tx): Promise<number> {
  await tx.reportedFigure.deleteMany({});
  const { count } = await tx.reportedFigure.createMany({ data: reportedFigures.map(registerRow) });
  return count;
}
