import { month, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { type Assessment, assess } from '../policies/assess.js';
import { applyChange } from '../policies/changes.js';
import type { Facts } from '../policies/facts.js';
import { formOf, voiceOf } from '../policies/form-of.js';
import { lossesAhead } from '../policies/losses-ahead.js';
import { mostMonths } from '../policies/months-that-fit.js';
import { paysNothing } from '../policies/nothing-due.js';
import { presentAssessment } from '../policies/present-assessment.js';
import { duration } from '../policies/present-kinds.js';
import { lossAheadText } from '../policies/present-loss.js';
import { presentRates } from '../policies/present-rates.js';
import { presentSchedule, type ScheduleRow } from '../policies/present-schedule.js';
import { remainingInAll } from '../policies/remaining.js';
import { isOfRent } from '../policies/rules.js';
import type { IssuedVersion } from '../policies/versions.js';

export type Outcome = {
  version: IssuedVersion;
  facts: Facts;
  assessment: Assessment;
  /** Whether amounts can be told: rent and area are known, as far as they count. */
  isPriced: boolean;
};

/**
 * What a policy comes to for a visitor: it gives something; no rent is paid, so that there is nothing to waive; it
 * will once the venture is settled; or a condition is not met.
 */
export type OutcomeKind = 'gives' | 'no-rent' | 'settle-first' | 'not-met';

export function outcomeKind({ facts, assessment }: Outcome): OutcomeKind {
  const { eligible, nothingDue, toAlter } = assessment;
  if (eligible && !nothingDue) return 'gives';
  if (paysNothing(assessment, facts)) return 'no-rent';
  const kinds = (toAlter ?? []).map(({ kind }) => kind);
  const isToSettle = kinds.every((kind) => kind === 'settle' || kind === 'premises');
  return isToSettle && kinds.includes('settle') ? 'settle-first' : 'not-met';
}

const tones = {
  gives: 'sea',
  'no-rent': null,
  'settle-first': 'heed',
  'not-met': 'heed',
} as const satisfies Record<OutcomeKind, string | null>;

/** One policy's part of the result. `others` are those that can be applied for instead. */
export function presentOutcome(
  outcome: Outcome,
  { voice: reader, others }: { voice: Voice; others: Outcome[] },
) {
  const { version, facts, assessment, isPriced } = outcome;
  const voice = voiceOf(version.rules, reader);
  const { say, lang } = voice;
  const { code, rules, number } = version;
  const presented = presentAssessment(assessment, facts, version, voice);
  const kind = outcomeKind(outcome);
  const gives = kind === 'gives';
  const then = gives || kind === 'no-rent' ? null : afterwards(outcome);
  const shown = gives ? outcome : kind === 'settle-first' ? then : null;
  return {
    ...presented,
    // Of an amount that cannot be told nothing was looked at.
    findings: presented.findings.filter(({ id }) => isPriced || id !== 'amount'),
    gives,
    isNoRent: kind === 'no-rent',
    isToSettle: kind === 'settle-first',
    id: `policy-${code}`,
    name: rules.name[lang],
    form: say(`policies.form.${formOf(rules)}`),
    summary: headlineOf(kind, outcome, then, voice),
    state: say(`eligibility.result.state.${kind}`),
    tone: tones[kind],
    edition: say('eligibility.result.version', { number: say('policies.version', { n: number }) }),
    href: `/policies/${code}?version=${number}`,
    applyHref: gives ? `/waivers/new?policy=${code}` : null,
    time: say('eligibility.result.time', { n: rules.limits.determine }),
    isAlone: presented.toAlter?.length === 1,
    afterwards: then && thenText(then, voice),
    amounts:
      shown && isPriced && shown.assessment.schedule.total > 0 ? amountsOf(shown, voice) : null,
    losses: shown && isPriced ? lossesOf(shown, voice) : [],
    loss: shown && isPriced ? (lossesOf(shown, voice)[0] ?? null) : null,
    blocking: presented.findings
      .filter(({ met }) => !met)
      .map(({ check, looked }) => say('eligibility.result.blocking', { check, looked })),
    rates: ratesOf(kind, outcome, then, voice),
    others: gives
      ? []
      : others.map((other) => ({
          href: `#policy-${other.version.code}`,
          name: other.version.rules.name[lang],
        })),
  };
}

/** What time would take away of it, the earliest first. */
const lossesOf = ({ version, facts, assessment }: Outcome, voice: Voice): string[] =>
  lossesAhead(version.rules, facts, assessment.schedule).map((loss) => lossAheadText(loss, voice));

/** The months with what each costs, gives and leaves to be paid. */
function amountsOf({ version, facts, assessment }: Outcome, voice: Voice) {
  const { schedule } = assessment;
  const { remains } = remainingInAll(schedule);
  const rows = presentSchedule(schedule, { facts, rules: version.rules }, voice);
  const hasRent = isOfRent(version.rules);
  return {
    rows,
    hasRent,
    first: hasRent ? firstMonths(rows, voice) : sumsByMonth(rows, voice),
    total: yuan(schedule.total, voice.lang),
    remains: yuan(remains, voice.lang),
  };
}

function firstMonths([first]: ScheduleRow[], { say }: Voice): string {
  if (!first) return '';
  const { months, rent, each, remains } = first;
  return say('eligibility.result.monthly', { months, rent, each, remains });
}

/** Each sum with its month; nothing where there is one alone, which the headline says. */
function sumsByMonth(rows: ScheduleRow[], { say, lang }: Voice): string {
  if (rows.length < 2) return '';
  const sums = rows.map(({ months, each }) =>
    say('eligibility.result.sum-in-month', { months, each }),
  );
  return sums.join(lang === 'zh' ? '，' : '; ');
}

/** What it would give once everything that is missing is there; null where nothing helps. */
function afterwards({ version, facts, assessment, isPriced }: Outcome): Outcome | null {
  if (assessment.toAlter === null) return null;
  const changed = assessment.toAlter.reduce(applyChange, facts);
  const then = assess(changed, version);
  if (then.schedule.total === 0 && !then.nothingDue) return null;
  return { version, facts: changed, assessment: then, isPriced };
}

function headlineOf(
  kind: OutcomeKind,
  { version: { rules }, assessment, isPriced }: Outcome,
  then: Outcome | null,
  voice: Voice,
): string {
  const { say, lang } = voice;
  if (!isPriced && (kind === 'gives' || kind === 'settle-first'))
    return say(`eligibility.result.open-${kind}`);
  if (kind === 'gives') return givesText(assessment, isOfRent(rules), voice);
  if (kind === 'no-rent') return say('eligibility.result.no-rent');
  if (kind === 'settle-first' && then) {
    const { total } = then.assessment.schedule;
    if (total === 0) return say('eligibility.result.settle-no-rent');
    if (!isOfRent(rules))
      return say('eligibility.result.settle-plain', { yuan: yuan(total, lang) });
    const { remains } = remainingInAll(then.assessment.schedule);
    return say('eligibility.result.settle', {
      yuan: yuan(total, lang),
      remains: yuan(remains, lang),
    });
  }
  const n = assessment.findings.filter(({ met }) => !met).length;
  return say('eligibility.result.misses', { n });
}

function givesText({ schedule }: Assessment, hasRent: boolean, { say, lang }: Voice): string {
  const [first, last] = [schedule.lines[0], schedule.lines.at(-1)];
  const values = {
    from: month(first?.month ?? '', lang),
    yuan: yuan(schedule.total, lang),
    remains: yuan(remainingInAll(schedule).remains, lang),
  };
  const inSums = schedule.lines.filter(({ fen }) => fen > 0);
  if (!hasRent && inSums.length === 1)
    return say('eligibility.result.one-sum', {
      month: month(inSums[0]?.month ?? '', lang),
      yuan: values.yuan,
    });
  if (!hasRent)
    return say('eligibility.result.gives-plain', { ...values, to: month(last?.month ?? '', lang) });
  if (first === last) return say('eligibility.result.one-month', values);
  return say('eligibility.result.gives', { ...values, to: month(last?.month ?? '', lang) });
}

function thenText({ assessment: { schedule }, isPriced }: Outcome, { say, lang }: Voice): string {
  if (!isPriced) return say('eligibility.result.then-rates');
  if (schedule.total === 0) return say('eligibility.result.then-no-rent');
  const values = { n: schedule.lines.length, yuan: yuan(schedule.total, lang) };
  return say('eligibility.result.then', values);
}

/** What would be given where rent is due, of who pays none; null where there is an amount to tell. */
function ratesOf(
  kind: OutcomeKind,
  outcome: Outcome,
  then: Outcome | null,
  voice: Voice,
): { lead: string; lines: string[] } | null {
  const { rules } = outcome.version;
  const paysNone = kind === 'no-rent' || then?.assessment.schedule.total === 0;
  const isOpen = !outcome.isPriced && (kind === 'gives' || then !== null);
  if (!paysNone && !isOpen) return null;
  const time = duration(mostMonths(rules, (then ?? outcome).facts), voice.say);
  return {
    lead: voice.say('eligibility.result.rates', { time }),
    lines: presentRates(rules, (then ?? outcome).facts, voice),
  };
}
