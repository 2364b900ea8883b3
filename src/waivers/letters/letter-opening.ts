import { type Day, monthOf } from '../../calendar/days.js';
import { lastDayOf } from '../../calendar/last-day.js';
import { day, yuan } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import { reasonText } from '../reviewing/reason-text.js';
import { totalOf } from '../waiver-months.js';
import type { Block, LetterValues } from './letter-content.js';

/** @param hasRent whether what is given is measured by a rent */
type Opening = (values: LetterValues, voice: Voice, hasRent: boolean) => string[];

/** The letter stays as it is, so a day that could move is marked for ever. */
const lastDay = ({ isProvisional }: LetterValues, on: Day, { say, lang }: Voice): string =>
  isProvisional ? say('letter.provisional', { day: day(on, lang) }) : day(on, lang);

/** What each kind of letter says first: what was looked at, what was decided, by which clauses, and why. */
const openings: Record<LetterValues['kind'], Opening> = {
  correction: (values, voice) => [
    voice.say('letter.correction', about(values, voice)),
    ...note(values, voice),
  ],
  supplement: (values, voice) => [
    voice.say('letter.supplement', about(values, voice)),
    ...note(values, voice),
  ],
  'non-acceptance': (values, voice) => [
    voice.say(
      'letter.non-acceptance',
      Object.assign(about(values, voice), { clauses: clausesOf(values, voice) }),
    ),
    ...refusedSum(values, voice),
    ...why(values, voice),
    voice.say('letter.decline-anew'),
  ],
  acceptance: (values, voice) => [
    voice.say('letter.acceptance', about(values, voice)),
    ...(values.determineBy
      ? [voice.say('letter.determine-by', { day: lastDay(values, values.determineBy, voice) })]
      : []),
  ],
  refusal: (values, voice) => [
    voice.say(
      'letter.refusal',
      Object.assign(about(values, voice), { clauses: clausesOf(values, voice) }),
    ),
    ...refusedSum(values, voice),
    ...correctedFirst(values, voice),
    ...why(values, voice),
  ],
  grant: (values, voice, hasRent) => [
    voice.say('letter.grant', {
      ...about(values, voice),
      ...termOf(values, voice),
      clauses: clausesOf(values, voice),
      yuan: yuan(totalOf(values.months), voice.lang),
      waiver: values.waiver?.number ?? '',
    }),
    ...lessThanAsked(values, voice),
    ...endedBefore(values, voice),
    ...why(values, voice),
    voice.say(hasRent ? 'letter.grant-duty' : 'letter.grant-duty-granted'),
  ],
  revocation: (values, voice) => [
    voice.say('letter.revocation', takenValues(values, voice)),
    ...takenPast(values, voice),
    ...why(values, voice),
  ],
  reconsideration: (values, voice) => [
    voice.say(
      `letter.${values.outcome ?? 'uphold'}.${values.of ?? 'refused'}` as 'letter.uphold.refused',
      Object.assign(about(values, voice), { waiver: values.waiver?.number ?? '' }),
    ),
    ...onNotice(values, voice),
    ...lessThanAsked(values, voice),
    ...refusedSum(values, voice),
    ...endedBefore(values, voice),
    ...why(values, voice),
  ],
  ending: (values, voice) => [
    voice.say(endingWord(values), takenValues(values, voice)),
    ...takenPast(values, voice),
    voice.say('letter.why', { text: voice.say(`waivers.end-reason.${values.reason as 'left'}`) }),
    ...note(values, voice),
  ],
  lapse: (values, voice) => [
    voice.say(
      'letter.lapse',
      Object.assign(about(values, voice), { clauses: clausesOf(values, voice) }),
    ),
    ...refusedSum(values, voice),
    voice.say('letter.lapse-anew'),
  ],
};

export const openingOf = (values: LetterValues, voice: Voice, hasRent: boolean): Block[] => {
  const text: Block[] = openings[values.kind](values, voice, hasRent).map((text) => ({
    kind: 'text',
    text,
  }));
  if (values.items.length === 0) return text;
  const list: Block = { kind: 'list', items: values.items.map((item) => item[voice.lang]) };
  const due = values.dueOn
    ? [
        voice.say(values.kind === 'supplement' ? 'letter.supply-by' : 'letter.correct-by', {
          day: lastDay(values, values.dueOn, voice),
        }),
      ]
    : [];
  return [...text.slice(0, 1), list, ...text.slice(1), ...due.map(textBlock)];
};

const textBlock = (text: string): Block => ({ kind: 'text', text });

/** Which application, under which version of which policy. */
const about = ({ caseNumber, submittedOn, policy }: LetterValues, { lang }: Voice) => ({
  number: caseNumber,
  day: day(submittedOn, lang),
  policy: policy.name[lang],
  version: policy.version,
  source: policy.source[lang].replace(/[。.]$/, ''),
});

const termOf = ({ waiver }: LetterValues, { lang }: Voice) => ({
  from: waiver ? day(waiver.beganOn, lang) : '',
  to: waiver ? day(lastDayOf(waiver.termEndOn), lang) : '',
});

const takenValues = (values: LetterValues, voice: Voice) =>
  Object.assign(about(values, voice), {
    clauses: clausesOf(values, voice),
    ended: values.endedOn ? day(values.endedOn, voice.lang) : '',
    waiver: values.waiver?.number ?? '',
    yuan: yuan(totalOf(values.taken), voice.lang),
  });

/** What of it was waived already when the letter was made, and is to be paid after all. */
function takenPast({ taken, madeOn }: LetterValues, { say, lang }: Voice): string[] {
  const past = totalOf(taken.filter(({ month }) => month <= monthOf(madeOn)));
  return past === 0 ? [] : [say('letter.taken-past', { yuan: yuan(past, lang) })];
}

/** That more is given only after the public notice of it. */
const onNotice = ({ noticeTo }: LetterValues, { say, lang }: Voice): string[] =>
  noticeTo === null ? [] : [say('letter.amend-notice', { day: day(lastDayOf(noticeTo), lang) })];

/** That what is granted or changed had ended before. */
const endedBefore = ({ endedOn }: LetterValues, { say, lang }: Voice): string[] =>
  endedOn === null ? [] : [say('letter.ended-before', { day: day(endedOn, lang) })];

const endingWord = ({ reason, taken }: LetterValues) => {
  if (reason === 'surrendered') return 'letter.ending-own';
  return taken.length === 0 ? 'letter.ending-nothing' : 'letter.ending';
};

/** What is given beside what was asked for, where desks corrected a fact, and under which clauses. */
function lessThanAsked({ difference }: LetterValues, { say, lang }: Voice): string[] {
  if (difference === null) return [];
  const { asked, given, rows } = difference;
  const clauses = [...new Set(rows.flatMap((row) => row.clauses))];
  const values = {
    asked: yuan(asked, lang),
    given: yuan(given, lang),
    yuan: yuan(Math.abs(asked - given), lang),
    clauses:
      clauses.length === 0
        ? say('letter.no-clause')
        : say('letter.clauses', { n: clauses.length, list: clauses.join(say('letter.comma')) }),
  };
  if (asked === given) return [say('letter.as-much', values)];
  return [say(given < asked ? 'letter.less' : 'letter.more', values)];
}

/** That a refusal rests on facts which desks corrected. */
const correctedFirst = ({ difference }: LetterValues, { say }: Voice): string[] =>
  difference === null ? [] : [say('letter.corrected-first')];

const refusedSum = ({ refused }: LetterValues, { say, lang }: Voice): string[] =>
  refused === null || refused === 0
    ? []
    : [say('letter.refused-sum', { yuan: yuan(refused, lang) })];

/** The clauses that a decision rests on: of a refusal those that were not met, where there are any. */
function clausesOf({ kind, findings, clauses: own }: LetterValues, { say }: Voice): string {
  const missed = findings.filter(({ held }) => !held);
  const told = kind === 'refusal' && missed.length > 0 ? missed : findings;
  const rested = told.map(({ clause }) => clause).filter((text) => text !== null);
  const clauses = [...new Set([...own, ...rested])];
  if (clauses.length === 0) return say('letter.no-clause');
  return say('letter.clauses', { n: clauses.length, list: clauses.join(say('letter.comma')) });
}

const note = (values: LetterValues, { say }: Voice): string[] =>
  values.note === '' ? [] : [say('letter.note', { text: values.note })];

/** That it is as assessed goes without saying. */
function why(values: LetterValues, voice: Voice): string[] {
  const { reason } = values;
  const told = reason === '' || reason === 'as-assessed' ? [] : [reasonText(reason, voice)];
  return [...told.map((text) => voice.say('letter.why', { text })), ...note(values, voice)];
}
