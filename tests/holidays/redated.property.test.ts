import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type Day } from '../../src/calendar/days.js';
import { addWorkingDays, isProvisional, workCalendar } from '../../src/calendar/working-days.js';
import { dueDays } from '../../src/waivers/clock.js';
import { noticeFrom } from '../../src/waivers/notice.js';
import { type DatedCase, redated } from '../../src/waivers/redated.js';
import type { StateName } from '../../src/waivers/states.js';

const limits = {
  accept: 2,
  correct: 5,
  parkReview: 3,
  countyReview: 5,
  determine: 20,
  notice: 7,
  deliver: 1,
  reconsider: 15,
  objection: 10,
  clause: '第十条',
};
const dayFrom = (first: Day, most: number) =>
  fc.integer({ min: 0, max: most }).map((days) => addDays(first, days));
const before = workCalendar('before', [{ year: 2026, off: [], worked: [] }]);
/** A notice of 2027 with any days off and any days worked, however late it comes. */
const notices = fc
  .record({
    off: fc.uniqueArray(dayFrom('2026-12-29', 90), { maxLength: 30 }),
    worked: fc.uniqueArray(dayFrom('2026-12-29', 90), { maxLength: 30 }),
  })
  .map((days) => {
    const year = { year: 2027, off: days.off, worked: days.worked };
    return workCalendar('now', [{ year: 2026, off: [], worked: [] }, year]);
  });
const states: StateName[] = [
  'submitted',
  'correction',
  'park-review',
  'bureau-review',
  'notice',
  'refused',
];

/** A case that enters a state on a day, with the days that it was given then. */
function caseSince(state: StateName, since: Day): DatedCase {
  const at = new Date(`${since}T02:00:00Z`);
  const onNotice = state === 'notice' ? noticeFrom(before, since, limits) : null;
  const due = dueDays(state, limits, { calendar: before, steps: [], on: since });
  return {
    state,
    stateSince: at,
    limits,
    steps: [],
    objections: [],
    reconsiderations: 0,
    dueOn: onNotice?.dueOn ?? due.dueOn,
    determineBy: due.determineBy,
    noticeFrom: onNotice?.noticeFrom ?? null,
    noticeTo: onNotice?.noticeTo ?? null,
    pausedFrom: null,
    pausedTo: null,
    reconsiderBy: state === 'refused' ? addWorkingDays(before, since, limits.reconsider) : null,
  };
}

it('no notice, however late, gives a day that has passed, takes one from the applicant or ends a case', () => {
  const cases = fc.constantFrom(...states);
  fc.assert(
    fc.property(
      cases,
      dayFrom('2026-11-20', 60),
      fc.nat(120),
      notices,
      (state, since, later, now) => {
        const one = caseSince(state, since);
        const on = addDays(since, later);
        const days = redated(one, { before, now, on });
        for (const key of ['dueOn', 'determineBy', 'noticeTo', 'reconsiderBy'] as const) {
          const [old, changed] = [one[key], days[key]];
          if (changed !== old) expect((changed as Day) >= on).toBe(true);
          expect(changed === null).toBe(old === null);
        }
        if (state === 'correction') {
          expect((days.dueOn as Day) >= (one.dueOn as Day)).toBe(true);
          // It lapses on the day after its last at the earliest: by a day that was final when it was stated, or is not over.
          const wasFinal = !isProvisional(before, one.dueOn as Day);
          expect(wasFinal || (days.dueOn as Day) >= on).toBe(true);
        }
        for (const key of ['noticeTo', 'reconsiderBy'] as const)
          expect((days[key] ?? '') >= (one[key] ?? '')).toBe(true);
        expect(redated({ ...one, ...days }, { before: now, now, on })).toEqual(days);
      },
    ),
    { numRuns: 2000 },
  );
});
