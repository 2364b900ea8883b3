import { type Day, daysBetween, monthOf } from '../calendar/days.js';
import { monthsLater } from '../calendar/months-later.js';
import type { Voice } from '../language/say.js';
import { duration } from './present-kinds.js';

/** Whole months from the first day to the second, as `monthsLater` counts them; negative where it is earlier. */
function monthsFrom(from: Day, to: Day): number {
  const [a, b] = [monthOf(from), monthOf(to)];
  let months = (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12;
  months += Number(b.slice(5)) - Number(a.slice(5));
  return monthsLater(from, months) > to ? months - 1 : months;
}

/** How long it has been, in whole months: 满 4 年 6 个月; 不足 1 个月. */
export function elapsed(from: Day, to: Day, voice: Voice): string {
  const { say } = voice;
  const months = monthsFrom(from, to);
  if (months < 1) return say('policies.elapsed.none');
  return say('policies.elapsed.full', { time: wholeText(months, voice) });
}

function wholeText(months: number, { say }: Voice): string {
  const rest = months % 12;
  if (months < 12 || rest === 0) return duration(months, say);
  const years = duration(months - rest, say);
  return say('policies.elapsed.both', { years, months: duration(rest, say) });
}

/** How long it is, to the day: 2 个月零 5 天; 20 天. */
export function remaining(from: Day, to: Day, voice: Voice): string {
  const { say } = voice;
  const months = monthsFrom(from, to);
  const days = daysBetween(monthsLater(from, Math.max(0, months)), to);
  const daysText = say('policies.elapsed.days', { n: days });
  if (months < 1) return daysText;
  const whole = wholeText(months, voice);
  return days === 0 ? whole : say('policies.elapsed.and-days', { whole, days: daysText });
}
