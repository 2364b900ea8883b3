import { type Day, endOfMonth, type Month } from '../calendar/days.js';
import { workerMeasures } from './measures/workers.js';
import type { Line } from './measures.js';

export type ResidencyRecord = { id: number; parkId: number; beganOn: Day; endedOn: Day | null };
/** What a return states of one month's end: the headcount, and of each kind of worker how many, null where it does not say. */
export type ReturnRecord = { id: number; month: Month; stated: Stated };
/** In the order of `levelMeasures`. */
export type Stated = readonly [headcount: number, ...workers: (number | null)[]];

/** What a return states and what is carried forward until the next one does. */
export const levelMeasures = ['jobs', ...workerMeasures] as const;

/** What is known of one venture, from a day on. Residencies and returns rise by date. */
export type VentureRecords = {
  ventureId: number;
  /** Lines before this day are not made; '' for all. */
  from: Day;
  /** The level of each of `levelMeasures` just before that day. */
  levelsBefore: readonly number[];
  residencies: ResidencyRecord[];
  returns: ReturnRecord[];
};

const covers = (residency: ResidencyRecord, day: Day): boolean =>
  residency.beganOn <= day && (residency.endedOn === null || day < residency.endedOn);

/**
 * The lines that a venture's records make: the whole rule of how records become totals.
 * Presence: +1 on a residency's first day, −1 on the day it ended.
 * Jobs, and workers of each kind: the numbers as a series of differences, each at its month's last day. An end takes the
 * level away, a residency that begins on the day the one before ended carries it over. A kind that a return does not
 * state stays what it was, but no more than the headcount.
 * Returns: +1 at the last day of each month with a return. A return at whose month's end
 * the venture is in no park makes no line.
 */
export function linesOf(records: VentureRecords): Line[] {
  const { ventureId, from, residencies } = records;
  const lines: Line[] = [];
  const add = (residency: ResidencyRecord, line: Omit<Line, 'parkId' | 'ventureId'>) => {
    if (line.effectiveOn >= from && line.amount !== 0) {
      lines.push({ ...line, parkId: residency.parkId, ventureId });
    }
  };
  const addLevels = (
    residency: ResidencyRecord,
    line: Omit<Line, 'parkId' | 'ventureId' | 'measure' | 'amount'>,
    amountOf: (place: number) => number,
  ) => {
    levelMeasures.forEach((measure, place) => {
      add(residency, { ...line, measure, amount: amountOf(place) });
    });
  };
  let levels = records.levelsBefore;
  residencies.forEach((residency, index) => {
    const cause = { causeKind: 'residency', causeId: residency.id } as const;
    const { beganOn, endedOn } = residency;
    add(residency, { effectiveOn: beganOn, measure: 'ventures', amount: 1, ...cause });
    if (beganOn >= from) {
      if (residencies[index - 1]?.endedOn !== beganOn) levels = nobody;
      addLevels(residency, { effectiveOn: beganOn, ...cause }, levelIn(levels));
    }
    for (const filed of records.returns.filter((r) => covers(residency, endOfMonth(r.month)))) {
      const line = {
        effectiveOn: endOfMonth(filed.month),
        causeKind: 'jobs-return',
        causeId: filed.id,
      } as const;
      if (line.effectiveOn < from) continue;
      const next = levelsAfter(filed, levels);
      addLevels(residency, line, (place) => levelIn(next)(place) - levelIn(levels)(place));
      add(residency, { ...line, measure: 'returns', amount: 1 });
      levels = next;
    }
    if (endedOn !== null && endedOn >= from) {
      add(residency, { effectiveOn: endedOn, measure: 'ventures', amount: -1, ...cause });
      addLevels(residency, { effectiveOn: endedOn, ...cause }, (place) => -levelIn(levels)(place));
    }
  });
  return lines;
}

const nobody: readonly number[] = levelMeasures.map(() => 0);
const levelIn =
  (levels: readonly number[]) =>
  (place: number): number =>
    levels[place] ?? 0;

function levelsAfter({ stated }: ReturnRecord, before: readonly number[]): number[] {
  const [headcount] = stated;
  return before.map((level, place) => stated[place] ?? Math.min(level, headcount));
}
