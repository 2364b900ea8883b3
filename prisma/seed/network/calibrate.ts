import { december, jobsOn, type PlannedReturn } from './headcounts.js';
import type { Random } from './random.js';
import { reportDay } from './shape.js';
import type { Stay } from './stays.js';

type Planned = { stay: Stay; returns: PlannedReturn[] };

/** Takes away the December return of so many ventures that stand at the report's day and have an earlier one. */
export function leaveOutDecember(random: Random, ventures: Planned[], count: number): void {
  const able = ventures.filter(
    ({ returns, stay }) =>
      stay.left === null && returns.some((filed) => filed.month < december) && hasDecember(returns),
  );
  for (const venture of random.shuffled(able).slice(0, count)) {
    venture.returns = venture.returns.filter((filed) => filed.month !== december);
  }
}

const hasDecember = (returns: PlannedReturn[]) => returns.some((filed) => filed.month === december);

/** No return is moved by more than a tenth, nor by less than one person where it must. */
const mostOf = (headcount: number): number => Math.max(1, Math.floor(headcount / 10));

/**
 * Brings the jobs of the report's day to a number, one person in a December return at a time, later months with it,
 * so that a curve stays a curve.
 * @throws Error when the number is out of reach
 */
export function calibrateJobs(random: Random, ventures: Planned[], wanted: number): void {
  let missing =
    wanted - ventures.reduce((sum, { stay, returns }) => sum + jobsOn(reportDay, stay, returns), 0);
  const step = Math.sign(missing);
  const counted = random.shuffled(
    ventures.filter(
      ({ stay, returns }) => hasDecember(returns) && jobsOn(reportDay, stay, returns) > 2,
    ),
  );
  const moved = new Map<Planned, number>();
  for (let isMoving = true; missing !== 0 && isMoving; ) {
    isMoving = false;
    for (const venture of counted) {
      const before = moved.get(venture) ?? 0;
      if (missing === 0 || before >= mostOf(jobsOn(reportDay, venture.stay, venture.returns)))
        continue;
      for (const filed of venture.returns) {
        if (filed.month >= december) filed.headcount = Math.max(0, filed.headcount + step);
      }
      moved.set(venture, before + 1);
      missing -= step;
      isMoving = true;
    }
  }
  if (missing !== 0) throw new Error(`the jobs of ${reportDay} are ${missing} away from ${wanted}`);
}
