import { addDays, type Day, today } from '../../calendar/days.js';
import type { Fault } from '../../language/refusal.js';

/** For so many days a merge can be undone. */
export const daysToUndo = 30;

/** The last day on which a merge can be undone. */
export const lastDayToUndo = ({ mergedAt }: { mergedAt: Date }): Day =>
  addDays(today(mergedAt), daysToUndo);

export const tooLate: Fault = {
  field: '',
  key: 'ventures.merge.too-late',
  values: { days: daysToUndo },
};
