import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { type Coverage, coverageOf } from '../ledger/coverage.js';
import { coverageKind } from '../ledger/measures.js';
import { levelsByPark, parkIdsOf } from '../ledger/totals.js';
import { distance, type Interval } from './interval.js';
import { readPrinted } from './printed.js';
import { isTracked, type TrackedMeasure, trackedMeasures } from './register.js';

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
  const counts = new Map<Day, Counts>();
  const figures: ReproducedFigure[] = [];
  for (const row of rows) {
    const day = dayOf(row, asOf);
    if (day !== null && !counts.has(day)) counts.set(day, await countAt(reads, day));
    figures.push(reproduceOne(row, day === null ? null : (counts.get(day) ?? null)));
  }
  return figures;
}

type RegisteredFigure = Awaited<ReturnType<Reads['reportedFigure']['findFirstOrThrow']>>;

/** The day to compute a figure at; null for one that is only recorded. */
function dayOf(
  { code, measure, asOf: own }: RegisteredFigure,
  requested: Day | undefined,
): Day | null {
  if (!isTracked(measure)) return null;
  const day = requested ?? own;
  if (day === null) throw new Error(`the tracked figure ${code} has no day to compute it at`);
  return day;
}

type Counts = { asOf: Day; of: Map<TrackedMeasure, number>; coverage: Coverage };

/** What the whole network's ledger says at a day: all measures from one reading of it. */
async function countAt(reads: Reads, asOf: Day): Promise<Counts> {
  const scope = { kind: 'network' } as const;
  const parkIds = await parkIdsOf(reads, scope, asOf);
  const levels = await levelsByPark(reads, asOf);
  const of = new Map(trackedMeasures.map((each) => [each, levels.sum(each, parkIds)]));
  return { asOf, of, coverage: await coverageOf(reads, { scope, asOf }) };
}

function reproduceOne(row: RegisteredFigure, counts: Counts | null): ReproducedFigure {
  const { code, system, printed, unitZh, unitEn, subjectZh, subjectEn, period, note } = row;
  const facts = { code, system, printed, unitZh, unitEn, subjectZh, subjectEn, period, note };
  const interval = readPrinted(printed, unitZh);
  const measure = isTracked(row.measure) ? row.measure : null;
  const computed = measure && counts ? (counts.of.get(measure) ?? null) : null;
  return {
    ...facts,
    interval,
    measure,
    asOf: counts?.asOf ?? row.asOf,
    computed,
    coverage: measure && coverageKind(measure) === 'returns' ? (counts?.coverage ?? null) : null,
    verdict: judge(interval, computed),
  };
}
