import { addDays, type Day } from './days.js';

/**
 * A period is stored with the first day after it. People type and read the last day that is in it, as contracts have it
 * (2026-11-23 至 2027-11-22): these two turn one into the other, at forms and on whatever is shown.
 */
export const lastDayOf = (firstDayAfter: Day): Day => addDays(firstDayAfter, -1);

/** The first day after a period of which the last day was typed. */
export const dayAfter = (lastDay: Day): Day => addDays(lastDay, 1);
