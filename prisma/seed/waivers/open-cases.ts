import type { Day } from '../../../src/calendar/days.js';
import type { CaseStep, StepName } from './planned-case.js';

const upTo: StepName[] = ['begin', 'submit', 'accept', 'pass-park', 'pass-county', 'approve'];

/** One that goes the usual way, a day for each step from the submission on. */
const usual = (...days: Day[]): CaseStep[] =>
  upTo.slice(0, days.length + 1).map((what, i) => ({ what, on: days[Math.max(0, i - 1)] as Day }));

const also = (steps: CaseStep[], what: StepName, on: Day): CaseStep[] => [...steps, { what, on }];
const going = (steps: CaseStep[], ...more: [StepName, Day][]): CaseStep[] =>
  more.reduce((all, [what, on]) => also(all, what, on), steps);
const returned = (submitted: Day, on: Day): CaseStep[] => also(usual(submitted), 'return', on);

/**
 * The cases that are open on 2026-11-25: every desk has some that are due in time, soon, or overdue.
 * The demonstration is the same bytes every time, so the days are fixed; as time goes on, all become overdue.
 */
export const openCases: CaseStep[][] = [
  [{ what: 'begin', on: '2026-11-20' }],
  [{ what: 'begin', on: '2026-11-23' }],
  // 待受理: two working days to accept.
  usual('2026-11-24'),
  usual('2026-11-24'),
  // 不予受理
  also(usual('2026-11-19'), 'decline', '2026-11-20'),
  // 少于申请内容的批准: the county corrected the rent; it can still be reconsidered.
  going(
    usual('2026-10-20', '2026-10-21', '2026-10-23'),
    ['correct-rent', '2026-10-27'],
    ['pass-county', '2026-10-28'],
    ['approve', '2026-11-03'],
    ['grant', '2026-11-11'],
  ),
  usual('2026-11-23'),
  usual('2026-11-19'),
  usual('2026-11-17'),
  also(usual('2026-11-23'), 'claim', '2026-11-24'),
  // 补正: five working days to answer.
  returned('2026-11-20', '2026-11-24'),
  returned('2026-11-17', '2026-11-19'),
  returned('2026-11-16', '2026-11-18'),
  // 初审: three working days.
  usual('2026-11-20', '2026-11-24'),
  usual('2026-11-20', '2026-11-23'),
  usual('2026-11-19', '2026-11-20'),
  usual('2026-11-17', '2026-11-18'),
  usual('2026-11-11', '2026-11-12'),
  // 复审: five working days.
  usual('2026-11-18', '2026-11-20', '2026-11-24'),
  usual('2026-11-17', '2026-11-19', '2026-11-23'),
  // 补充材料: the clock of the whole stands.
  also(usual('2026-11-16', '2026-11-17', '2026-11-19'), 'ask-county', '2026-11-23'),
  usual('2026-11-13', '2026-11-16', '2026-11-18'),
  usual('2026-11-09', '2026-11-10', '2026-11-12'),
  // 认定: fifteen working days from the submission.
  usual('2026-11-12', '2026-11-13', '2026-11-17', '2026-11-23'),
  usual('2026-11-10', '2026-11-11', '2026-11-13', '2026-11-19'),
  usual('2026-11-06', '2026-11-09', '2026-11-11', '2026-11-16'),
  usual('2026-11-03', '2026-11-04', '2026-11-06', '2026-11-11'),
  // 部分批准: half of the months.
  going(
    usual('2026-10-21', '2026-10-22', '2026-10-26', '2026-10-30'),
    ['grant-part', '2026-11-04'],
    ['approve', '2026-11-05'],
    ['grant', '2026-11-13'],
  ),
  // 公示: five working days; one is objected to, one waits to be granted after a nameless objection was answered.
  usual('2026-11-05', '2026-11-06', '2026-11-10', '2026-11-16', '2026-11-23'),
  usual('2026-11-04', '2026-11-05', '2026-11-09', '2026-11-13', '2026-11-19'),
  also(
    usual('2026-11-03', '2026-11-04', '2026-11-06', '2026-11-12', '2026-11-18'),
    'object',
    '2026-11-20',
  ),
  going(
    usual('2026-10-27', '2026-10-28', '2026-10-30', '2026-11-05', '2026-11-12'),
    ['object-nameless', '2026-11-16'],
    ['dismiss-objection', '2026-11-18'],
  ),
  // 复核
  also(
    also(usual('2026-10-15', '2026-10-16', '2026-10-20', '2026-10-26'), 'refuse', '2026-10-30'),
    'reconsider',
    '2026-11-16',
  ),
];
