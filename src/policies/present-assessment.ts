import { day, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Assessment, Finding } from './assess.js';
import type { Facts } from './facts.js';
import { voiceOf } from './form-of.js';
import { changeText } from './present-change.js';
import { checkText } from './present-condition.js';
import { lookedText } from './present-looked.js';
import { proofText } from './present-policy.js';
import { presentSchedule, type ScheduleRow } from './present-schedule.js';
import { universalText } from './present-universal.js';
import { remainingInAll } from './remaining.js';
import { isOfRent, type PolicyInForce } from './rules.js';

export type PresentedFinding = {
  id: string;
  met: boolean;
  /** 符合 or 不符合; 不付租金 of an amount of nothing where no rent is paid. */
  verdict: string;
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
