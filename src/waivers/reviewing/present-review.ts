import { lastDayOf } from '../../calendar/last-day.js';
import { shownDay } from '../../calendar/shown-day.js';
import type { IdentityKind } from '../../identities/kinds.js';
import { day, month, number, time } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import { isWordKey } from '../../language/say.js';
import { personHref } from '../../people/kept-person.js';
import { canSeePrivate } from '../../people/permissions.js';
import type { Viewer } from '../../people/viewer.js';
import type { MonthLevel } from '../../ventures/headcount-series.js';
import { parkName, ventureHref } from '../../ventures/residency-present.js';
import type { CaseFile } from '../find-case.js';
import { answerBy } from '../notice.js';
import type { Ground } from '../objections.js';
import { canResolveObjections } from '../permissions.js';

type Row = { label: string; value: string; href?: string };

/** Whose case it is, under which policy, and its days. */
export function topRows(application: CaseFile, voice: Voice): Row[] {
  const { say, lang } = voice;
  const { policyVersion, venture, person, park, submittedAt, determineBy } = application;
  const version = say('policies.version', { n: policyVersion.number });
  const row = (key: Parameters<typeof say>[0], value: string, href?: string): Row => ({
    label: say(key),
    value,
    ...(href ? { href } : {}),
  });
  return [
    row(
      'waivers.review.policy',
      `${application.rules.name[lang]} · ${version}`,
      `/policies/${policyVersion.policy.code}?version=${policyVersion.number}`,
    ),
    row('waivers.review.venture', `${venture.number} ${venture.name}`, ventureHref(venture)),
    row('waivers.review.park', `${park.number} ${parkName(park, lang)}`, `/parks/${park.number}`),
    row('waivers.review.applicant', `${person.number} ${person.name}`, personHref(person)),
    ...(submittedAt ? [row('waivers.review.submitted', time(submittedAt, lang))] : []),
    ...(determineBy
      ? [row('waivers.review.determine-by', shownDay(application.calendar, determineBy, voice))]
      : []),
    ...(application.noticeFrom && application.noticeTo
      ? [
          row(
            'waivers.review.notice',
            say('waivers.review.notice-text', noticeDays(application, voice)),
          ),
        ]
      : []),
    ...(application.waiver
      ? [
          row(
            'waivers.review.waiver',
            application.waiver.number,
            `/waivers/${application.number}#letters`,
          ),
        ]
      : []),
  ];
}

const noticeDays = ({ noticeFrom, noticeTo, calendar }: CaseFile, voice: Voice) => ({
  from: day(noticeFrom ?? '', voice.lang),
  to: shownDay(calendar, lastDayOf(noticeTo ?? ''), voice),
});

/** The number of the applicant's document, masked, for who may see what is private. */
export function identityRow({ person }: CaseFile, viewer: Viewer, { say }: Voice): Row[] {
  const { identity } = person;
  if (identity === null || !canSeePrivate(viewer, person)) return [];
  return [
    { label: say(`identities.kind.${identity.kind as IdentityKind}`), value: identity.masked },
  ];
}

/** The headcounts of half a year, the newest first. */
export const headcountRows = (series: MonthLevel[], { say, lang }: Voice) =>
  series
    .slice(-6)
    .reverse()
    .map(({ month: of, jobs, source }) => [
      month(of, lang),
      jobs === null ? '—' : number(jobs, lang),
      say(`ventures.headcount.${source}`),
    ]);

export const editionRows = (
  { number: of, editions }: CaseFile,
  names: Map<number, string>,
  { say, lang }: Voice,
) =>
  editions.toReversed().map(({ edition, madeAt, madeById, basis }) => ({
    name: say('waivers.review.edition.n', { n: edition }),
    when: time(madeAt, lang),
    who: madeById === null ? '' : (names.get(madeById) ?? ''),
    basis: say(`waivers.review.edition.${basis as 'self' | 'paper'}`),
    compareHref: edition > 1 ? `/waivers/${of}/editions?from=${edition - 1}&to=${edition}` : null,
  }));

export const letterRows = ({ number: of, letters }: CaseFile, { say, lang }: Voice) =>
  letters.map(({ number, kind, madeAt }) => ({
    href: `/waivers/${of}/letters/${number}`,
    name: letterName(kind, say),
    number,
    when: time(madeAt, lang),
  }));

export function letterName(kind: string, say: Voice['say']): string {
  const key = `waivers.letter.${kind}`;
  return isWordKey(key) ? say(key) : kind;
}

/**
 * Objections, each with by when it is to be answered. Who it was that objected, only those of the bureau read who may answer.
 * @param isBarred whether the viewer may not judge the case
 */
export const objectionRows = (
  application: CaseFile,
  {
    viewer,
    names,
    isBarred,
    hasLink,
  }: { viewer: Viewer; names: Map<number, string>; isBarred: boolean; hasLink: boolean },
  voice: Voice,
) => {
  const { say, lang } = voice;
  const mayAnswer = canResolveObjections(viewer) && !isBarred;
  return application.objections.map((objection) => ({
    number: objection.number,
    when: time(objection.at, lang),
    who: objectorText(objection, mayAnswer, voice),
    ground: say(`waivers.ground.${objection.ground as Ground}`),
    by: termText(application, objection, voice),
    text: objection.text,
    stops:
      isToAnswer(application, objection) && objection.stops === 1
        ? say('waivers.review.objection.stops')
        : null,
    state: say(`waivers.review.objection.${objection.state as 'open' | 'dismissed' | 'upheld'}`),
    isOpen: objection.state === 'open',
    answer: objection.answer === '' ? null : objection.answer,
    answeredBy: objection.resolvedById === null ? '' : (names.get(objection.resolvedById) ?? ''),
    answerHref:
      isToAnswer(application, objection) && hasLink && mayAnswer
        ? `/waivers/${application.number}/objections/${objection.id}/answer`
        : null,
  }));
};

type OfCase = CaseFile['objections'][number];

function objectorText(
  { provenAt, name, phone }: OfCase,
  mayAnswer: boolean,
  { say }: Voice,
): string {
  if (provenAt === null) return say('waivers.review.objection.nameless');
  if (!mayAnswer) return say('waivers.review.objection.somebody');
  return say('waivers.review.objection.who', { name, phone });
}

/** One that is open where the case is over, by a withdrawal, waits for nobody. */
const isToAnswer = ({ state }: CaseFile, objection: OfCase): boolean =>
  state === 'notice' && objection.state === 'open';

function termText(application: CaseFile, objection: OfCase, voice: Voice): string | null {
  const { noticeTo, calendar, rules } = application;
  if (noticeTo === null || !isToAnswer(application, objection)) return null;
  const by = answerBy(calendar, { ...application, noticeTo }, rules.limits, objection.at);
  return voice.say('waivers.review.objection.by', { day: shownDay(calendar, by, voice) });
}

export const commentRows = (
  { comments }: CaseFile,
  names: Map<number, string>,
  { say, lang }: Voice,
) =>
  comments.map(({ at, byId, audience, text }) => ({
    when: time(at, lang),
    who: byId === null ? '' : (names.get(byId) ?? ''),
    audience: say(`waivers.review.comment.${audience as 'inside' | 'founder'}`),
    isInside: audience === 'inside',
    text,
  }));
