import { day } from '../language/format.js';
import type { Say } from '../language/say.js';
import type { Lang } from '../language/words.js';
import type { Day } from './days.js';
import { isProvisional, type WorkCalendar } from './working-days.js';

/** A last day in words, marked where it could still move (暂定). */
export function shownDay(
  calendar: WorkCalendar,
  on: Day,
  { say, lang }: { say: Say; lang: Lang },
): string {
  const text = day(on, lang);
  return isProvisional(calendar, on) ? say('calendar.provisional', { day: text }) : text;
}
