import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { type Coverage, coverageOf } from '../ledger/coverage.js';
import { totalOf } from '../ledger/totals.js';
import { countParks } from '../parks/queries.js';
import { distance, type Interval } from './interval.js';
import { readPrinted } from './printed.js';
import { isTracked, type TrackedMeasure } from './register.js';

/** `by` is signed: 12 is twelve more than the printed text allows, -3 three fewer. */
export type Verdict = { is: 'reproduced' } | { is: 'differs'; by: number } | { is: 'recorded' };

export type ReproducedFigure = {
  code: string;
  system: string;
  printed: string;
  interval: Interval;
  unitZh: string;
  unitEn: string;
  subjectZh: string;
  subjectEn: string;
  period: string;
  note: string;
  measure: TrackedMeasure | null;
  /** The day computed at; for a figure that is only recorded, the day it was reported for. */
  asOf: Day | null;
  computed: number | null;
  /** Of what rests on returns; parks and ventures count every record and need none. */
  coverage: Coverage | null;
  verdict: Verdict;
};

/** @param computed a whole count in the interval's unit, null where nothing is computed. */
export function judge(interval: Interval, computed: number | null): Verdict {
  if (computed === null) return { is: 'recorded' };
  const by = Number(distance(interval, computed));
  return by === 0 ? { is: 'reproduced' } : { is: 'differs', by };
}

/**
 * Every figure of the register beside what this system's own records give, in the report's order.
 * @param asOf computes the tracked figures at this day instead of each one's own.
 */
export async function reproduce(
  reads: Reads,
  { asOf, code }: { asOf?: Day | undefined; code?: string | undefined } = {},
): Promise<ReproducedFigure[]> {
  const rows = await reads.reportedFigure.findMany({
    where: code === undefined ? {} : { code },
    orderBy: { sequence: 'asc' },
  });
  const figures: ReproducedFigure[] = [];
  for (const row of rows) figures.push(await reproduceOne(reads, row, asOf));
  return figures;
}

type RegisteredFigure = Awaited<ReturnType<Reads['reportedFigure']['findFirstOrThrow']>>;

async function reproduceOne(
  reads: Reads,
  row: RegisteredFigure,
  asOf: Day | undefined,
): Promise<ReproducedFigure> {
  const { code, system, printed, unitZh, unitEn, subjectZh, subjectEn, period, note } = row;
  const facts = { code, system, printed, unitZh, unitEn, subjectZh, subjectEn, period, note };
  const interval = readPrinted(printed, unitZh);
  if (!isTracked(row.measure)) {
    const nothing = { measure: null, computed: null, coverage: null, asOf: row.asOf };
    return { ...facts, interval, ...nothing, verdict: judge(interval, null) };
  }
  const day = asOf ?? row.asOf;
  if (day === null) throw new Error(`the tracked figure ${code} has no day to compute it at`);
  const { computed, coverage } = await compute(reads, row.measure, day);
  const verdict = judge(interval, computed);
  return { ...facts, interval, measure: row.measure, asOf: day, computed, coverage, verdict };
}

async function compute(
  reads: Reads,
  measure: TrackedMeasure,
  asOf: Day,
): Promise<{ computed: number; coverage: Coverage | null }> {
  const scope = { kind: 'network' } as const;
  if (measure === 'parks') {
    return { computed: await countParks(reads, asOf, scope), coverage: null };
  }
  const computed = await totalOf(reads, { measure, scope, asOf });
  const coverage = measure === 'jobs' ? await coverageOf(reads, { scope, asOf }) : null;
  return { computed, coverage };
}
