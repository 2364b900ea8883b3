import { addMonths, type Day } from '../calendar/days.js';

/** 创业者类别 */
export const founderCategories = [
  'student',
  'graduate',
  'unemployed',
  'hardship',
  'disabled',
  'veteran',
  'returnee',
  'other',
] as const;
export type FounderCategory = (typeof founderCategories)[number];

/** 毕业五年内: graduate status begins on the graduation day and ends five years after it. */
export function graduatePeriod(graduatedOn: Day): { beganOn: Day; endedOn: Day } {
  const month = addMonths(graduatedOn.slice(0, 7), 60);
  const date = graduatedOn.endsWith('-02-29') ? '28' : graduatedOn.slice(8);
  return { beganOn: graduatedOn, endedOn: `${month}-${date}` };
}

export const personRoles = ['founder', 'legal-representative', 'partner', 'employee'] as const;
export type PersonRoleName = (typeof personRoles)[number];
