import { legalTerms } from '../../about/remedies.js';
import { day, month, yuan } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import { makeSay } from '../../language/say.js';
import type { Lang } from '../../language/words.js';
import type { PresentedAssessment } from '../../policies/present-assessment.js';
import { type MonthAmount, totalOf } from '../waiver-months.js';
import type { Block, LetterText, LetterValues } from './letter-content.js';
import { openingOf } from './letter-opening.js';

/** The voice of a letter: never the reader's own. */
export const letterVoice = (lang: Lang): Voice => ({ lang, say: makeSay(lang) });

/**
 * The words of a letter in one language, from its values and the assessment that it rests on.
 * @param assessed the findings and the schedule in the same language; null for a letter that rests on none
 */
export function letterText(
  values: LetterValues,
  assessed: PresentedAssessment | null,
  voice: Voice,
): LetterText {
  const { say, lang } = voice;
  const { applicant, venture, park, kind, number, madeOn } = values;
  const { issuer } = values;
  const byPark = issuer ? issuer.by === 'park' : kind === 'correction' || kind === 'acceptance';
  const office = issuer?.office[lang] ?? say('letter.office');
  return {
    office,
    title: say(`letter.title.${kind}`),
    number: say('letter.number', { number }),
    to: say('letter.to', { applicant, venture: venture.name, number: venture.number }),
    blocks: [
      ...openingOf(values, voice, assessed?.schedule.hasRent ?? true),
      ...(values.difference ? [differenceTable(values.difference, voice)] : []),
      ...(assessed ? findingsOf(assessed, voice) : []),
      ...(values.months.length > 0 && assessed ? [scheduleOf(assessed, voice)] : []),
      ...(values.taken.length > 0 ? [takenOf(values.taken, voice)] : []),
      ...remedyOf(values, voice),
      text(contactOf(values, voice)),
    ],
    signed: byPark ? say('letter.signed-park', { park: park.name[lang] }) : office,
    date: day(madeOn, lang),
    document: issuer?.document ?? null,
    seal: issuer ? say('letter.seal-place') : null,
    check: issuer ? say('letter.check', { number, code: issuer.check }) : null,
  };
}

const text = (words: string): Block => ({ kind: 'text', text: words });

function findingsOf({ findings, rateRows }: PresentedAssessment, { say }: Voice): Block[] {
  return [
    {
      kind: 'table',
      caption: say('letter.findings'),
      foot: null,
      heads: [
        say('letter.condition'),
        say('letter.clause'),
        say('letter.fact'),
        say('letter.held'),
      ],
      numeric: [false, false, false, false],
      rows: [...findings, ...rateRows].map((finding) => [
        finding.condition,
        finding.clause ?? '—',
        finding.looked,
        finding.verdict,
      ]),
    },
  ];
}

/** Each fact that was corrected: as it was asked for, as it was found, by which clauses, and what proves it. */
function differenceTable(
  { rows }: NonNullable<LetterValues['difference']>,
  { say, lang }: Voice,
): Block {
  return {
    kind: 'table',
    caption: say('letter.difference'),
    foot: null,
    heads: [
      say('letter.fact'),
      say('letter.asked-for'),
      say('letter.found'),
      say('letter.clause'),
      say('letter.basis'),
    ],
    numeric: [false, false, false, false, false],
    rows: rows.map(({ fact, was, to, clauses, basis, note }) => [
      fact[lang],
      was[lang],
      to[lang],
      clauses.length === 0 ? '—' : clauses.join(say('letter.comma')),
      say('letter.basis-text', { basis: basis[lang], note }),
    ]),
  };
}

/** By month; what remains of a rent only where there is one. */
function scheduleOf({ schedule }: PresentedAssessment, { say }: Voice): Block {
  const { hasRent } = schedule;
  const only = <T>(...cells: T[]): T[] => (hasRent ? cells : []);
  return {
    kind: 'table',
    caption: say('letter.schedule'),
    heads: [
      say('letter.months'),
      ...only(say('letter.each'), say('letter.remains')),
      say('letter.sum'),
      say('letter.reasons'),
    ],
    numeric: [false, ...only(true, true), true, false],
    rows: schedule.rows.map((row) => [
      row.months,
      ...only(row.each, row.remains),
      row.total,
      row.reasons.join(' '),
    ]),
    foot: [
      say('letter.total'),
      ...only('', say('letter.remains-total', { yuan: schedule.remains })),
      schedule.total,
      '',
    ],
  };
}

const takenOf = (taken: MonthAmount[], { say, lang }: Voice): Block => ({
  kind: 'table',
  caption: say('letter.taken'),
  heads: [say('letter.months'), say('letter.sum')],
  numeric: [false, true],
  rows: taken.map((monthAmount) => [month(monthAmount.month, lang), yuan(monthAmount.fen, lang)]),
  foot: [say('letter.total'), yuan(totalOf(taken), lang)],
});

/** What can be done against it: the office's own second look, where there is one, and what the law gives. */
function remedyOf(values: LetterValues, voice: Voice): Block[] {
  return [...ownRemedy(values, voice), ...legalRemedy(values, voice)];
}

/** How to ask for reconsideration and until when; the last word has none. */
function ownRemedy(values: LetterValues, voice: Voice): Block[] {
  const { reconsider, other, kind, outcome } = values;
  const { say } = voice;
  if (reconsider) {
    const { until, days, isAfter } = reconsider;
    if (isAfter) return [text(say('letter.reconsider-after', { n: days }))];
    if (until === null) return [text(say('letter.reconsider-days', { n: days }))];
    const last = lastDayText({ ...reconsider, until }, voice);
    return [text(say('letter.reconsider', { day: last, n: days }))];
  }
  if (other) {
    const last = lastDayText(other, voice);
    return [text(say(`letter.reconsider-${other.of}`, { day: last, n: other.days }))];
  }
  return kind === 'reconsideration' && outcome === 'uphold' ? [text(say('letter.final'))] : [];
}

function lastDayText(
  { until, isProvisional }: { until: string; isProvisional: boolean },
  { say, lang }: Voice,
): string {
  const last = day(until, lang);
  return isProvisional ? say('letter.provisional', { day: last }) : last;
}

/** To whom one can turn by law and within what term, with the address where it is known. */
function legalRemedy({ law, reconsider }: LetterValues, { say, lang }: Voice): Block[] {
  if (law === null) return [];
  const { review, court, afterReview } = law;
  const placeOf = (kind: 'review' | 'court', authority: typeof review) => {
    if (!authority) return say(`letter.law.${kind}-place`);
    const { name, address, phone } = authority;
    const values = { name: name[lang], address: address[lang] };
    return phone === null
      ? say('letter.law.place', values)
      : say('letter.law.place-phone', Object.assign(values, { phone }));
  };
  return [
    text(
      say('letter.law.review', {
        n: review?.term ?? legalTerms.review,
        place: placeOf('review', review),
      }),
    ),
    text(
      say('letter.law.court', {
        n: court?.term ?? legalTerms.court,
        after: afterReview,
        place: placeOf('court', court),
      }),
    ),
    ...(reconsider ? [text(say('letter.law.meanwhile'))] : []),
  ];
}

function contactOf({ park, caseNumber }: LetterValues, { say, lang }: Voice): string {
  const values = { park: park.name[lang], number: caseNumber };
  if (park.phone === null) return say('letter.contact', values);
  return say('letter.contact-phone', { ...values, phone: park.phone });
}
