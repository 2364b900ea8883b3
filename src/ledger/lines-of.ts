import { type Day, endOfMonth, type Month } from '../calendar/days.js';
import type { Line } from './measures.js';

export type ResidencyRecord = { id: number; parkId: number; beganOn: Day; endedOn: Day | null };
export type ReturnRecord = { id: number; month: Month; headcount: number };

/** What is known of one venture, from a day on. Residencies and returns rise by date. */
export type VentureRecords = {
  ventureId: number;
  /** Lines before this day are not made; '' for all. */
  from: Day;
  /** The jobs level just before that day. */
  levelBefore: number;
  residencies: ResidencyRecord[];
  returns: ReturnRecord[];
};

const covers = (residency: ResidencyRecord, day: Day): boolean =>
  residency.beganOn <= day && (residency.endedOn === null || day < residency.endedOn);

/**
 * The lines that a venture's records make: the whole rule of how records become totals.
 * Presence: +1 on a residency's first day, −1 on the day it ended.
 * Jobs: the headcounts as a series of differences, each at its month's last day. An end takes the level away,
 * a residency that begins on the day the one before ended carries it over.
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
  let level = records.levelBefore;
  residencies.forEach((residency, index) => {
    const cause = { causeKind: 'residency', causeId: residency.id } as const;
    const { beganOn, endedOn } = residency;
    add(residency, { effectiveOn: beganOn, measure: 'ventures', amount: 1, ...cause });
    if (beganOn >= from) {
      if (residencies[index - 1]?.endedOn !== beganOn) level = 0;
      add(residency, { effectiveOn: beganOn, measure: 'jobs', amount: level, ...cause });
    }
    for (const filed of records.returns.filter((r) => covers(residency, endOfMonth(r.month)))) {
      const line = {
        effectiveOn: endOfMonth(filed.month),
        causeKind: 'jobs-return',
        causeId: filed.id,
      } as const;
      if (line.effectiveOn < from) continue;
      add(residency, { ...line, measure: 'jobs', amount: filed.headcount - level });
      add(residency, { ...line, measure: 'returns', amount: 1 });
      level = filed.headcount;
    }
    if (endedOn !== null && endedOn >= from) {
      add(residency, { effectiveOn: endedOn, measure: 'ventures', amount: -1, ...cause });
      add(residency, { effectiveOn: endedOn, measure: 'jobs', amount: -level, ...cause });
    }
  });
  return lines;
}
