import type { Day } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { shownDay } from '../calendar/shown-day.js';
import type { WorkCalendar } from '../calendar/working-days.js';
import type { Actor } from '../history/actor.js';
import { makeSay } from '../language/say.js';
import type { Lang } from '../language/words.js';
import type { Announcement } from '../outbox/announce.js';
import { daysWorth } from './announce-move.js';
import type { RedatedCase } from './redate-cases.js';
import { type StateName, states } from './states.js';

type DayKey = 'correct' | 'due' | 'determine' | 'notice' | 'reconsider';

/** The days of a case that have changed, each by what it is for. */
export function changedDays({ application, before, after }: RedatedCase): {
  key: DayKey;
  before: Day | null;
  after: Day | null;
}[] {
  const lastOf = (noticeTo: Day | null) => noticeTo && lastDayOf(noticeTo);
  const isFounders = states[application.state as StateName].desk === 'founder';
  const days = [
    { key: isFounders ? 'correct' : 'due', before: before.dueOn, after: after.dueOn },
    { key: 'determine', before: before.determineBy, after: after.determineBy },
    { key: 'notice', before: lastOf(before.noticeTo), after: lastOf(after.noticeTo) },
    { key: 'reconsider', before: before.reconsiderBy, after: after.reconsiderBy },
  ] as const;
  return days.filter((day) => day.before !== day.after && day.after !== null);
}

/** Tells the applicant, and who has the case in hand, which of its days have changed to what. */
export function redatedMessages(
  changed: RedatedCase,
  calendar: WorkCalendar,
  by: Actor,
): Announcement[] {
  const { application, rules } = changed;
  const message = {
    key: 'waivers.message.redated',
    href: `/waivers/${application.number}`,
    values: {
      number: application.number,
      policy: rules.name,
      days: { zh: daysText(changed, calendar, 'zh'), en: daysText(changed, calendar, 'en') },
    },
    expiresAt: new Date(by.at.getTime() + daysWorth * 86_400_000),
  } as const;
  const to = [{ personId: application.personId }, ...holderOf(application.claimedById)];
  return to.map((recipient) => Object.assign({}, recipient, message));
}

const holderOf = (accountId: number | null) => (accountId === null ? [] : [{ accountId }]);

function daysText(changed: RedatedCase, calendar: WorkCalendar, lang: Lang): string {
  const say = makeSay(lang);
  return changedDays(changed)
    .map(({ key, after }) =>
      say(`waivers.redated.${key}`, { day: shownDay(calendar, after as Day, { say, lang }) }),
    )
    .join(lang === 'zh' ? '；' : '; ');
}
