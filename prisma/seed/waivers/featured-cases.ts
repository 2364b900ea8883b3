import type { Day } from '../../../src/calendar/days.js';
import type { WorkCalendar } from '../../../src/calendar/working-days.js';
import type { PlannedLetting } from '../network/lettings.js';
import type { PlannedVenture } from '../network/plan.js';
import { stepsOf } from './paths.js';
import type { CaseStep, PlannedCase } from './planned-case.js';

type Own = Omit<PlannedCase, 'index'>;

const lettingOn = ({ lettings }: PlannedVenture, day: Day): PlannedLetting =>
  lettings.findLast(({ beganOn }) => beganOn <= day) as PlannedLetting;

/**
 * The cases of the people who sign in as founder1 and founder2, whose ventures come first in the plan: one granted and running
 * after an objection to its notice was answered, one returned for correction with its fields open, one that is a draft.
 */
export function ownCases([first, second]: PlannedVenture[], calendar: WorkCalendar): Own[] {
  if (!first || !second) return [];
  const all = [
    own(first, 'founder1', 'rent-free', '2026-02-01', [
      ...stepsOf('objected', '2026-02-09', {
        isReturned: true,
        isSlow: false,
        notice: 5,
        calendar,
      }),
    ]),
    own(first, 'founder1', 'rent-subsidy', '2026-11-01', [{ what: 'begin', on: '2026-11-24' }]),
    own(second, 'founder2', 'rent-free', '2026-11-01', [
      { what: 'begin', on: '2026-11-19' },
      { what: 'submit', on: '2026-11-20' },
      { what: 'return', on: '2026-11-24' },
    ]),
    own(second, 'founder2', 'rent-subsidy', '2026-11-01', [{ what: 'begin', on: '2026-11-23' }]),
  ];
  // In a network that renews no tenancy it may have run out by then, and nothing is left to waive.
  return all.filter(({ letting, from }) => letting.termEndOn > from);
}

function own(
  venture: PlannedVenture,
  username: string,
  policyCode: Own['policyCode'],
  from: Day,
  steps: CaseStep[],
): Own {
  const letting = lettingOn(venture, from);
  const { park } = venture.stay;
  return {
    venture,
    letting,
    policyCode,
    from,
    months: 12,
    park,
    username,
    steps,
    hasOwnFiles: true,
  };
}
