import { type Day, today } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { shownDay } from '../calendar/shown-day.js';
import { addWorkingDays, type WorkCalendar } from '../calendar/working-days.js';
import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { PolicyRules } from '../policies/rules.js';
import { stands } from './notice.js';
import { isTooLate, reconsiderUntil } from './reconsider-application.js';
import type { StateName } from './states.js';

/** What of a case tells what comes next. */
export type CaseMoment = {
  state: string;
  stateSince: Date;
  dueOn: Day | null;
  determineBy: Day | null;
  noticeTo: Day | null;
  pausedFrom: Day | null;
  pausedTo: Day | null;
  reconsiderBy: Day | null;
  calendar: WorkCalendar;
  reconsiderations: number;
  begunById: number | null;
  rules: PolicyRules;
  waiver: { beganOn: Day; termEndOn: Day; endedOn: Day | null } | null;
};

/** Whether reconsideration can be asked for on a day, and the last day of that; null where it cannot. */
export function reconsiderable(item: CaseMoment, on: Day): { until: Day } | null {
  if (!['refused', 'revoked', 'granted'].includes(item.state)) return null;
  if (item.reconsiderations > 0) return null;
  // Of what was granted only where it was told so: less than was asked for, or an end before the term.
  if (item.state === 'granted' && item.reconsiderBy === null) return null;
  return isTooLate(item, on) ? null : { until: reconsiderUntil(item) };
}

const tones: Partial<Record<StateName, 'sea' | 'heed' | 'stop'>> = {
  draft: 'heed',
  correction: 'heed',
  supplement: 'heed',
  granted: 'sea',
  refused: 'stop',
  revoked: 'stop',
  lapsed: 'stop',
  'not-accepted': 'stop',
};

export const stateTag = (state: string, { say }: Pick<Voice, 'say'>) => ({
  label: say(`waivers.state.${state as StateName}`),
  tone: tones[state as StateName] ?? null,
});

/** What the founder has to do, or who does it, and by when; in words. */
export function nextStep(
  item: CaseMoment,
  at: Date,
  voice: Voice,
): { text: string; by: string | null } {
  const { say } = voice;
  const state = item.state as StateName;
  const on = today(at);
  const until = (last: Day | null, key: 'do' | 'done' = 'done') =>
    last === null
      ? null
      : say(`waivers.next.by-${key}`, { day: shownDay(item.calendar, last, voice) });
  switch (state) {
    case 'draft':
      return {
        text: say(item.begunById === null ? 'waivers.next.draft' : 'waivers.next.confirm'),
        by: null,
      };
    case 'correction':
    case 'supplement':
      return { text: say(`waivers.next.${state}`), by: until(item.dueOn, 'do') };
    case 'submitted':
    case 'park-review':
    case 'county-review':
    case 'bureau-review':
    case 'reconsideration':
      return {
        text: say(`waivers.next.${state}`),
        by: lateText(item, on, voice) ?? until(item.dueOn),
      };
    case 'notice':
      return {
        text: say('waivers.next.notice'),
        by: lateText(item, on, voice) ?? noticeText(item, voice),
      };
    case 'granted':
      return grantedText(item, on, voice);
    case 'refused':
    case 'revoked': {
      const open = reconsiderable(item, on);
      return {
        text: say(open ? 'waivers.next.may-reconsider' : `waivers.next.${state}`),
        by: open ? until(open.until, 'do') : null,
      };
    }
    default:
      return { text: say(`waivers.next.${state}`), by: null };
  }
}

/** What the office should have done by a day that has passed; while a notice runs on, until when. */
function lateText({ dueOn, noticeTo, calendar, ...item }: CaseMoment, on: Day, voice: Voice) {
  if (dueOn === null || dueOn >= on) return null;
  const values = { day: shownDay(calendar, dueOn, voice) };
  if (item.state !== 'notice' || noticeTo === null || stands(item) || noticeTo <= on)
    return voice.say('waivers.next.late', values);
  const last = shownDay(calendar, lastDayOf(noticeTo), voice);
  return voice.say('waivers.next.late-on-notice', { ...values, last });
}

function noticeText(item: CaseMoment, voice: Voice): string | null {
  const { say } = voice;
  const { noticeTo, calendar } = item;
  if (noticeTo === null) return null;
  if (stands(item)) return say('waivers.next.notice-stands');
  const dueOn = addWorkingDays(calendar, lastDayOf(noticeTo), item.rules.limits.deliver);
  const last = shownDay(calendar, lastDayOf(noticeTo), voice);
  return say('waivers.next.notice-until', { last, due: shownDay(calendar, dueOn, voice) });
}

function grantedText({ waiver }: CaseMoment, on: Day, { say, lang }: Voice) {
  if (!waiver) return { text: say('waivers.next.granted'), by: null };
  const end = waiver.endedOn ?? waiver.termEndOn;
  const days = { from: day(waiver.beganOn, lang), to: day(lastDayOf(end), lang) };
  if (end <= waiver.beganOn) return { text: say('waivers.next.never'), by: null };
  return { text: say(end <= on ? 'waivers.next.ended' : 'waivers.next.runs', days), by: null };
}
