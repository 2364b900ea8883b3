import { day, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Assessment, Finding } from './assess.js';
import type { Facts } from './facts.js';
import { voiceOf } from './form-of.js';
import { lossesAhead } from './losses-ahead.js';
import { changeText } from './present-change.js';
import { checkText } from './present-condition.js';
import { amountText, inText } from './present-kinds.js';
import { categoriesText, lookedText } from './present-looked.js';
import { lossAheadText } from './present-loss.js';
import { monthsText, proofText, supplementText, whoText } from './present-policy.js';
import { presentSchedule, type ScheduleRow } from './present-schedule.js';
import { universalText } from './present-universal.js';
import { type RateGiven, ratesGiven } from './rates-given.js';
import { remainingInAll } from './remaining.js';
import { isOfRent, type PolicyInForce, type PolicyRules } from './rules.js';

export type PresentedFinding = {
  id: string;
  met: boolean;
  /** 符合 or 不符合; 不付租金 of an amount of nothing where no rent is paid; 适用 or 不适用 of a rate for some alone. */
  verdict: string;
  /** Of its tag: what does not hold stands out, a rate that is for others does not. */
  tone: 'sea' | 'stop' | null;
  /** The wording of the policy, and what is checked. */
  condition: string;
  check: string;
  /** null for what is in no clause. */
  clause: string | null;
  /** The fact that it looked at, as a sentence. */
  looked: string;
  /** Not held: what would make it hold. Held: from when it no longer does. Empty where neither can be said. */
  notes: string[];
};

export type PresentedAssessment = {
  eligible: boolean;
  /** Eligible, and nothing is given as no rent is paid. */
  nothingDue: boolean;
  findings: PresentedFinding[];
  /** What the amount rests on beside the conditions: rates for some categories alone, and supplements, each with its fact. */
  rateRows: PresentedFinding[];
  /** The amount falls, ends, or a category does: what time takes away, the earliest first. Empty where nothing is given. */
  losses: string[];
  /** months: how many calendar months; total in yuan with two decimals. Also told where not eligible, as what is at stake. */
  schedule: {
    rows: ScheduleRow[];
    months: number;
    total: string;
    /** Whether a rent is looked at: else none is told of. */
    hasRent: boolean;
    /** The rent of these months, and what of it remains to be paid. */
    rent: string;
    remains: string;
  };
  proof: { id: string; text: string; why: string }[];
  /** Sentences, in order; null where nothing can alter the outcome, or where time alone does not. */
  toAlter: string[] | null;
};

/**
 * An assessment in words, the same for the check, the letter and the reviewer. It says nothing that is
 * not in the assessment, the facts and the version, so the same three always give the same text.
 * @throws Error when the assessment was made by other rules
 */
export function presentAssessment(
  assessment: Assessment,
  facts: Facts,
  version: PolicyInForce,
  reader: Voice,
): PresentedAssessment {
  const voice = voiceOf(version.rules, reader);
  const { eligible, nothingDue, schedule, proof, toAlter } = assessment;
  const { rules } = version;
  const remaining = remainingInAll(schedule);
  const context = { findings: assessment.findings, facts, rules };
  const textOf = (change: NonNullable<typeof toAlter>[number]) =>
    eligible && change.kind === 'wait'
      ? voice.say('policies.alter.lapses', { day: day(change.until, voice.lang) })
      : changeText(change, context, voice);
  return {
    eligible,
    nothingDue,
    findings: assessment.findings.map((finding) =>
      findingOf(finding, assessment, facts, version, voice),
    ),
    rateRows: ratesGiven(rules, facts).map((rate) => rateOf(rate, { facts, rules }, voice)),
    losses: lossesAhead(rules, facts, schedule).map((loss) => lossAheadText(loss, voice)),
    schedule: {
      rows: presentSchedule(schedule, { facts, rules }, voice),
      months: schedule.lines.length,
      total: yuan(schedule.total, voice.lang),
      hasRent: isOfRent(rules),
      rent: yuan(remaining.rent, voice.lang),
      remains: yuan(remaining.remains, voice.lang),
    },
    proof: proof.map((row) => ({
      id: row.id,
      text: row.text[voice.lang],
      why: proofText(row, rules, voice),
    })),
    toAlter: toAlter && [...new Set(toAlter.map(textOf))],
  };
}

/** A rate for some alone: for whom, the fact that it looked at, and whether it applies. */
function rateOf(
  rate: RateGiven,
  { facts, rules }: { facts: Facts; rules: PolicyRules },
  voice: Voice,
): PresentedFinding {
  const { say, lang } = voice;
  const common = {
    met: rate.isGiven,
    verdict: say(rate.isGiven ? 'policies.rate.given' : 'policies.rate.not-given'),
    tone: rate.isGiven ? ('sea' as const) : null,
    check: '',
    notes: [],
  };
  if (rate.kind === 'supplement') {
    const { when } = rate.supplement;
    const { more } = supplementText(rate.supplement, voice);
    const condition = say('policies.rate.supplement', { text: inText(when.text[lang]), more });
    return {
      ...common,
      id: when.id,
      clause: when.clause,
      condition,
      looked: lookedText(when, facts, voice),
    };
  }
  const { tier } = rate;
  const index = rules.tiers.indexOf(tier);
  return {
    ...common,
    id: `tier-${index + 1}`,
    clause: tier.clause,
    condition: say('policies.rate.tier', {
      months: monthsText(tier, rules.months, voice),
      who: whoText(tier, rules.tiers.slice(0, index), voice),
      amount: amountText(tier.amount, voice),
    }),
    looked: categoriesText({ anyOf: tier.only, allOf: [] }, facts, voice),
  };
}

function findingOf(
  finding: Finding,
  { schedule, findings, nothingDue }: Assessment,
  facts: Facts,
  version: PolicyInForce,
  voice: Voice,
): PresentedFinding {
  const { say, lang } = voice;
  const { id, met, clause, condition } = finding;
  const universal = id === 'in-force' ? 'in-force' : 'amount';
  const isNothing = nothingDue && condition === null && universal === 'amount';
  return {
    id,
    met,
    clause,
    verdict: say(isNothing ? 'policies.no-rent' : met ? 'policies.held' : 'policies.not-held'),
    tone: met ? 'sea' : 'stop',
    condition: condition ? condition.text[lang] : say(`policies.finding.${universal}`),
    check: condition ? checkText(condition, voice) : say(`policies.finding.${universal}-check`),
    looked: condition
      ? lookedText(condition, facts, voice)
      : universalText(universal, { facts, version, schedule, nothingDue }, voice),
    notes: notesOf(finding, { findings, facts, rules: version.rules }, voice),
  };
}

function notesOf(
  finding: Finding,
  context: Parameters<typeof changeText>[1],
  voice: Voice,
): string[] {
  if (!finding.met) {
    const own = { ...context, findings: [finding] };
    return (finding.changes ?? []).map((change) => changeText(change, own, voice));
  }
  if (finding.lapsesOn === null) return [];
  return [voice.say('policies.alter.lapses', { day: day(finding.lapsesOn, voice.lang) })];
}
