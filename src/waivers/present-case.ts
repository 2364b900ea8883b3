import { today } from '../calendar/days.js';
import { shownDay } from '../calendar/shown-day.js';
import { time } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { CaseFile } from './find-case.js';
import { nextStep, stateTag } from './next-step.js';

type Row = { label: string; value: string; href?: string };

export const policyName = ({ rules }: Pick<CaseFile, 'rules'>, { lang }: Voice): string =>
  rules.name[lang];

/** The head of every page about one case. */
export const aboutCase = (application: CaseFile, { say }: Pick<Voice, 'say'>) => ({
  over: application.number,
  crumbs: [
    { href: '/waivers', label: say('waivers.mine') },
    { href: `/waivers/${application.number}`, label: application.number },
  ],
  back: `/waivers/${application.number}`,
});

/** What a case is about. */
export function caseRows(application: CaseFile, voice: Voice): Row[] {
  const { say, lang } = voice;
  const { venture, person, park, policyVersion, submittedAt, determineBy } = application;
  const version = { name: policyName(application, voice), n: policyVersion.number };
  return [
    { label: say('waivers.case.number'), value: application.number },
    {
      label: say('waivers.case.policy'),
      value: say('waivers.case.policy-version', version),
      href: `/policies/${policyVersion.policy.code}?version=${policyVersion.number}`,
    },
    {
      label: say('waivers.case.venture'),
      value: `${venture.number} ${venture.name}`,
      href: `/ventures/${venture.number}`,
    },
    { label: say('waivers.case.person'), value: `${person.number} ${person.name}` },
    { label: say('waivers.case.park'), value: lang === 'zh' ? park.nameZh : park.nameEn },
    ...(application.begunById === null
      ? []
      : [{ label: say('waivers.case.behalf'), value: say('waivers.case.behalf-park') }]),
    ...(submittedAt
      ? [{ label: say('waivers.case.submitted-at'), value: time(submittedAt, lang) }]
      : []),
    ...(determineBy
      ? [
          {
            label: say('waivers.case.determine-by'),
            value: shownDay(application.calendar, determineBy, voice),
          },
        ]
      : []),
  ];
}

/** Where it stands and what comes next. */
export function caseState(application: CaseFile, at: Date, voice: Voice) {
  return {
    tag: stateTag(application.state, voice),
    next: nextStep(application, at, voice),
    on: today(at),
  };
}
