/**
 * What the ledger counts. A stock stands at a day and is the sum of all entries up to it;
 * a flow belongs to a period and is the sum of the entries in it.
 * - parks: parks open
 * - ventures: ventures in a park (入驻), one for each
 * - jobs: people employed as the newest return says, founders not counted
 * - returns: jobs returns that count, one for each venture and month, at the month's last day;
 *   coverage is ventures less returns
 * - waived-rent: rent waived since the beginning, in fen, on the first day that each month of a waiver covers
 */
export const measures = {
  parks: { kind: 'stock', unit: 'one' },
  ventures: { kind: 'stock', unit: 'one' },
  jobs: { kind: 'stock', unit: 'one' },
  returns: { kind: 'flow', unit: 'one' },
  'waived-rent': { kind: 'stock', unit: 'fen' },
} as const satisfies Record<string, { kind: 'stock' | 'flow'; unit: 'one' | 'fen' }>;

export type Measure = keyof typeof measures;
/** Whether a measure counts money; what is owed is no measure, and counts returns. */
export const isMoney = (measure: string): boolean =>
  isMeasure(measure) && measures[measure].unit === 'fen';
export const isMeasure = (text: string): text is Measure => Object.hasOwn(measures, text);

/** Which parks a total is over. A region holds its functional zones. */
export type Scope =
  | { kind: 'network' }
  | { kind: 'region'; code: string }
  | { kind: 'park'; id: number };

/** The kinds of record that make entries. */
export type CauseKind = 'park' | 'residency' | 'jobs-return' | 'waiver-month';

/** What one record adds to a total, at a day, in a park. */
export type Line = {
  effectiveOn: string;
  measure: Measure;
  parkId: number;
  ventureId: number | null;
  amount: number;
  causeKind: CauseKind;
  causeId: number;
};
