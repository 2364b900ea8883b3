import type { Day, Month } from '../../../src/calendar/days.js';

/** The day of the public report, by which the demonstration stands at its figures. */
export const reportDay: Day = '2025-01-21';
/** The last day of the story that the demonstration tells; the returns of that month are filed after it. */
export const lastDay: Day = '2026-10-31';

/** How many ventures do what. Those that arrive by the report's day less those that leave by it stand at it. */
export type Shape = {
  arriveBefore: number;
  /** Of them, how many arrive, and how many others leave, in the January of the report, up to its day. */
  inJanuary: number;
  leaveBefore: number;
  arriveAfter: number;
  leaveAfter: number;
  move: number;
  /** Logged at the end, and in no park yet. */
  unsettled: number;
  /** Ventures that file no return for the December before the report. */
  withoutDecember: number;
  /** What the jobs of the report's day come to; null leaves them as they fall. */
  jobs: number | null;
  /** Up to this month returns are filed only for the last month of a quarter; '' for all months. */
  quarterlyUntil: Month | '';
  /** Whether tenancies that run out are renewed (or held over) in the story. */
  renews: boolean;
  /** Cases of waivers that are over by the end of the story, at most; those that are open come on top. */
  waivers: number;
  /** Granted waivers beyond those, and cases at the desks, made without their history for measurements. */
  waiversInBulk: number;
};

/** 313 − 46 = 267 ventures on the report's day, 16 of them without a return for December. */
export const demonstration: Shape = {
  arriveBefore: 313,
  inJanuary: 3,
  leaveBefore: 46,
  arriveAfter: 124,
  leaveAfter: 68,
  move: 14,
  unsettled: 3,
  withoutDecember: 16,
  jobs: 3446,
  quarterlyUntil: '',
  renews: true,
  waivers: 48,
  waiversInBulk: 0,
};

/**
 * A network of so many ventures for measurements. Leaving, moving and renewing go one by one,
 * so there are no more of them than in five demonstrations; beyond that size, earlier returns come by the quarter.
 */
export function shapeOf(ventures: number): Shape {
  const { arriveBefore, arriveAfter, unsettled } = demonstration;
  const scale = ventures / (arriveBefore + arriveAfter + unsettled);
  const few = (count: number) => Math.round(count * Math.min(scale, 5));
  const before = Math.round(arriveBefore * scale);
  const waiting = few(unsettled);
  return {
    ...demonstration,
    arriveBefore: before,
    inJanuary: few(demonstration.inJanuary),
    leaveBefore: few(demonstration.leaveBefore),
    arriveAfter: ventures - before - waiting,
    leaveAfter: few(demonstration.leaveAfter),
    move: few(demonstration.move),
    unsettled: waiting,
    withoutDecember: Math.round(demonstration.withoutDecember * scale),
    jobs: null,
    quarterlyUntil: scale <= 5 ? '' : '2026-09',
    renews: scale <= 5,
    waivers: 48,
    waiversInBulk: Math.round(demonstration.waivers * scale),
  };
}
