import type { Say, Voice } from '../language/say.js';
import * as rational from '../numbers/rational.js';
import type { JudgedIdentity, PrintedNumber } from './consistency.js';
import type { Agreement } from './judge-identity.js';
import { grouped, intervalWords } from './present.js';
import { type Range, wholeNumbersIn } from './ranges.js';

const order: Agreement[] = ['inconsistent', 'consistent', 'undecidable'];
const tones = { inconsistent: 'stop', consistent: 'sea', undecidable: null } as const;

/** The identities as rows, those that cannot hold first. */
export function presentConsistency(judged: JudgedIdentity[], voice: Voice) {
  return order.flatMap((agreement) =>
    judged
      .filter((identity) => identity.agreement === agreement)
      .map((identity) => presentIdentity(identity, voice)),
  );
}

/** What each verdict says. */
export const agreementMeanings = (say: Say) =>
  order.map((agreement) => ({
    term: say(`figures.agreement.${agreement}`),
    text: say(`figures.agreement-means.${agreement}`),
  }));

function presentIdentity(identity: JudgedIdentity, voice: Voice) {
  const { say } = voice;
  const { code, agreement, from, against, derived } = identity;
  const numbers = from.map((number) => numberLine(number, voice));
  const compared = against ? [numberLine(against, voice)] : [];
  return {
    code,
    compares: say(`figures.identity.${code}`),
    lines: [...numbers, ...(derived ? [derivedLine(identity, derived, say)] : []), ...compared],
    verdict: { label: say(`figures.agreement.${agreement}`), tone: tones[agreement] },
    reason: reasonText(identity, say),
  };
}

function numberLine(number: PrintedNumber, { say, lang }: Voice) {
  const [subject, unit] =
    lang === 'zh' ? [number.subjectZh, number.unitZh] : [number.subjectEn, number.unitEn];
  return {
    label: subject,
    href: number.isCaption ? null : `/figures/${number.code}`,
    printed: `${number.printed}${number.unitZh}`,
    range: `${intervalWords(number.interval, say)} ${unit}`.trim(),
    isDerived: false,
  };
}

function derivedLine(
  { kind }: JudgedIdentity,
  { range, isPercent }: { range: Range; isPercent: boolean },
  say: Say,
) {
  return {
    label: say(`figures.derived.${kind}`),
    href: null,
    printed: null,
    range: rangeWords(range, isPercent, say),
    isDerived: true,
  };
}

/** At most so many places are shown of what was divided; bounds are rounded outwards, never inwards. */
const places = 2;

/** A calculated range in words: '34.96% and 35.53%, between them'. */
export function rangeWords({ low, high }: Range, isPercent: boolean, say: Say): string {
  const hundred = rational.rational(isPercent ? 100n : 1n);
  const text = (at: rational.Rational, way: 'down' | 'up') =>
    grouped(rational.roundedText(rational.times(at, hundred), places, way)) +
    (isPercent ? '%' : '');
  const [least, most] = [text(low.at, 'down'), text(high.at, 'up')];
  return least === most ? least : say('figures.interval-between', { low: least, high: most });
}

function reasonText({ reason, derived }: JudgedIdentity, say: Say): string {
  const whole = reason === 'one-whole' && derived ? wholeNumbersIn(derived.range) : null;
  return say(`figures.because.${reason}`, { n: whole ? Number(whole.least) : 0 });
}
