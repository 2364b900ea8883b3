import { addDays, type Day } from '../calendar/days.js';
import { day } from '../language/format.js';
import type { Voice } from '../policies/present-kinds.js';
import { workingDaysTo } from './clock.js';
import { type StateName, states } from './states.js';

export type ClockOf = { state: string; dueOn: Day | null; noticeTo: Day | null };
export type Clock = { text: string; tone: 'stop' | 'heed' | null };

/** A case that is due within so many working days is due soon. */
export const soonWithin = 2;

/** The clock of a case's present step in words: what is left of it, what it is over, or that it stands. */
export function clockOf(one: ClockOf, on: Day, voice: Voice): Clock {
  const { say, lang } = voice;
  const { desk } = states[one.state as StateName];
  if (desk === 'nobody') return { text: say('waivers.clock.over'), tone: null };
  if (desk === 'founder') {
    if (one.dueOn === null) return { text: say('waivers.clock.stands'), tone: null };
    const key = one.dueOn < on ? 'waivers.clock.founder-late' : 'waivers.clock.founder';
    return { text: say(key, { day: day(one.dueOn, lang) }), tone: null };
  }
  if (desk === 'public' && one.dueOn === null)
    return { text: say('waivers.clock.objected'), tone: 'heed' };
  if (desk === 'public' && one.noticeTo !== null && on < one.noticeTo) {
    const last = day(addDays(one.noticeTo, -1), lang);
    return { text: say('waivers.clock.notice', { day: last }), tone: null };
  }
  if (one.dueOn === null) return { text: say('waivers.clock.none'), tone: null };
  return leftText(one.dueOn, on, voice);
}

function leftText(dueOn: Day, on: Day, { say }: Voice): Clock {
  const left = workingDaysTo(on, dueOn);
  if (left === null) return { text: say('waivers.clock.unknown', { day: dueOn }), tone: null };
  if (dueOn < on)
    return left === 0
      ? { text: say('waivers.clock.past'), tone: 'stop' }
      : { text: say('waivers.clock.late', { n: -left }), tone: 'stop' };
  if (left === 0) return { text: say('waivers.clock.today'), tone: 'heed' };
  return { text: say('waivers.clock.left', { n: left }), tone: left <= soonWithin ? 'heed' : null };
}
