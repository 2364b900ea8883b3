import type { Day } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { shownDay } from '../calendar/shown-day.js';
import { isProvisional, type WorkCalendar, workingDaysTo } from '../calendar/working-days.js';
import type { Voice } from '../language/say.js';
import { stands } from './notice.js';
import { type StateName, states } from './states.js';

export type ClockOf = {
  state: string;
  dueOn: Day | null;
  noticeTo: Day | null;
  pausedFrom: Day | null;
  pausedTo: Day | null;
  /** Whether an objection to its notice waits for an answer. */
  isObjectedTo: boolean;
  calendar: WorkCalendar;
};
export type Clock = { text: string; tone: 'stop' | 'heed' | null };

/** A case that is due within so many working days is due soon. */
export const soonWithin = 2;

/** The clock of a case's present step in words: what is left of it, what it is over, or that it stands. */
export function clockOf(item: ClockOf, on: Day, voice: Voice): Clock {
  const { say } = voice;
  const { desk } = states[item.state as StateName];
  if (desk === 'nobody') return { text: say('waivers.clock.over'), tone: null };
  if (desk === 'founder') {
    if (item.dueOn === null) return { text: say('waivers.clock.stands'), tone: null };
    const key = item.dueOn < on ? 'waivers.clock.founder-late' : 'waivers.clock.founder';
    return { text: say(key, { day: shownDay(item.calendar, item.dueOn, voice) }), tone: null };
  }
  const isLate = item.dueOn !== null && item.dueOn < on;
  if (desk === 'public' && stands(item) && !isLate) {
    const by = item.dueOn === null ? '' : shownDay(item.calendar, item.dueOn, voice);
    const text =
      by === '' ? say('waivers.clock.objected') : say('waivers.clock.answer-by', { day: by });
    return { text, tone: 'heed' };
  }
  if (desk === 'public' && item.noticeTo !== null && on < item.noticeTo && !isLate) {
    const last = shownDay(item.calendar, lastDayOf(item.noticeTo), voice);
    return item.isObjectedTo
      ? { text: say('waivers.clock.notice-objected', { day: last }), tone: 'heed' }
      : { text: say('waivers.clock.notice', { day: last }), tone: null };
  }
  if (item.dueOn === null) return { text: say('waivers.clock.none'), tone: null };
  return leftText(item.calendar, item.dueOn, { on, voice });
}

function leftText(
  calendar: WorkCalendar,
  dueOn: Day,
  { on, voice: { say } }: { on: Day; voice: Voice },
): Clock {
  const left = workingDaysTo(calendar, on, dueOn);
  const said = (text: string) =>
    isProvisional(calendar, dueOn) ? say('calendar.provisional', { day: text }) : text;
  if (dueOn < on) {
    const text = left === 0 ? say('waivers.clock.past') : say('waivers.clock.late', { n: -left });
    return { text: said(text), tone: 'stop' };
  }
  if (left === 0) return { text: said(say('waivers.clock.today')), tone: 'heed' };
  const tone = left <= soonWithin ? 'heed' : null;
  return { text: said(say('waivers.clock.left', { n: left })), tone };
}
