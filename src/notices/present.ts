import type { Day } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { shownDay } from '../calendar/shown-day.js';
import type { WorkCalendar } from '../calendar/working-days.js';
import { day, month, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { PolicyRules } from '../policies/rules.js';
import { stands } from '../waivers/notice.js';
import { lastDecision } from '../waivers/outcome.js';
import { maskName } from './mask-name.js';
import type { NoticedCase } from './queries.js';

/** What a public notice tells of a case: no name of a person, and a venture's only where it agreed to be named. */
export function presentNotice(item: NoticedCase, calendar: WorkCalendar, voice: Voice) {
  const { say, lang } = voice;
  const { number, noticeFrom, noticeTo, person, venture, park } = item;
  const months = lastDecision(item.steps)?.outcome.months ?? [];
  const total = months.reduce((sum, { fen }) => sum + fen, 0);
  const first = months[0]?.month;
  const last = months.at(-1)?.month;
  return {
    number,
    href: `/notices/${number}`,
    venture: venture.isNamed ? venture.name : maskName(venture.name),
    person: maskName(person.name),
    park: lang === 'zh' ? park.nameZh : park.nameEn,
    policy: PolicyRules.parse(item.policyVersion.rules).name[lang],
    policyHref: `/policies/${codeOf(item)}`,
    months:
      first && last
        ? say('notices.months', {
            from: month(first, lang),
            to: month(last, lang),
            n: months.length,
          })
        : '—',
    total: say('notices.yuan', { yuan: yuan(total, lang) }),
    before: beforeText(item, voice),
    period: say('notices.period', {
      from: day(noticeFrom as Day, lang),
      to: shownDay(calendar, lastDayOf(noticeTo as Day), voice),
    }),
    stands: stands(item),
  };
}

/** Where more is given on reconsideration, what had been given before; null of a first decision. */
function beforeText({ steps }: NoticedCase, { say, lang }: Voice): string | null {
  const at = steps.findLastIndex(({ move }) => move === 'reconsider');
  if (steps.findLast(({ toState }) => toState === 'notice')?.move !== 'amend') return null;
  const total = lastDecision(steps.slice(0, at))?.outcome.total ?? 0;
  return say('notices.before', { yuan: yuan(total, lang) });
}

const codeOf = ({ policyVersion }: NoticedCase): string => policyVersion.policy.code;
