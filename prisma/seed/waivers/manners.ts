/**
 * Where the demonstration deviates on purpose, so that the audit of one policy for all parks has something to find:
 * - two decisions differ from their assessment: one is granted to a founder of no key group for hardship
 *   (path `against`), one is refused though every condition holds (path `refused-against`);
 * - 新城 (P05) takes four working days more than others at its own desk and at the county's;
 * - 六横 (P03) returns most of its cases for correction;
 * - P07 refuses far more than others: its founders are let apply for a subsidy that is not theirs.
 */
export const slowPark = 4;
export const returningPark = 2;
export const refusingPark = 6;
