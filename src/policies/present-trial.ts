import type { Day } from '../calendar/days.js';
import { yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { type Assessment, assess } from './assess.js';
import type { Facts } from './facts.js';
import { presentAssessment } from './present-assessment.js';
import type { PolicyRules } from './rules.js';
import { sampleCases } from './sample-cases.js';
import { asAskedOf, type OwnSample } from './samples/samples-of.js';

/** A case under the version in force, where there is one, and under the draft, with what the draft gives by month or what it lacks. */
type Trial = {
  title: string;
  now: string | null;
  draft: string;
  differs: boolean;
  /** Lines: months with their amount, or what does not hold. */
  why: string[];
  /** Whether the lines are months, and not what is lacking. */
  isGiven: boolean;
  /** Where it can be taken away: its id. */
  ownId: number | null;
};

type Rules = { draft: PolicyRules; current: PolicyRules | null };

/** Each case under both, and the sum of what both would give. */
export function presentTrial(rules: Rules, own: OwnSample[], on: Day, voice: Voice) {
  const cases = [
    ...own.map(({ id, title, facts, declares }) => ({
      title,
      ownId: id as number | null,
      factsFor: (policy: PolicyRules): Facts => asAskedOf(policy, facts, declares),
    })),
    ...sampleCases(rules.draft, on).map(({ name, facts }) => ({
      title: voice.say(`policies.sample.${name}`),
      ownId: null,
      factsFor: (policy: PolicyRules): Facts => asAskedOf(policy, facts),
    })),
  ];
  const tried = cases.map((sample) => ({
    ...sample,
    now: rules.current && assessed(sample.factsFor(rules.current), rules.current),
    drafted: assessed(sample.factsFor(rules.draft), rules.draft),
  }));
  const sum = (of: (row: (typeof tried)[number]) => Assessment | null | undefined) =>
    yuan(
      tried.reduce((total, row) => total + givenIn(of(row)), 0),
      voice.lang,
    );
  return {
    rows: tried.map(({ title, ownId, now, drafted, factsFor }): Trial => {
      const before = now && outcomeText(now, voice);
      const after = outcomeText(drafted, voice);
      const facts = factsFor(rules.draft);
      return {
        title,
        ownId,
        now: before,
        draft: after,
        differs: before !== null && before !== after,
        isGiven: drafted.eligible,
        why: whyText(drafted, { facts, rules: rules.draft }, voice),
      };
    }),
    sumNow: rules.current && sum(({ now }) => now),
    sumDrafted: sum(({ drafted }) => drafted),
  };
}

const assessed = (facts: Facts, rules: PolicyRules): Assessment =>
  assess(facts, { beganOn: facts.on, endedOn: null, rules });

const givenIn = (assessment: Assessment | null | undefined): number =>
  assessment?.eligible ? assessment.schedule.total : 0;

/** What a draft gives, month by month; or what does not hold, and what was looked at. */
function whyText(
  assessment: Assessment,
  { facts, rules }: { facts: Facts; rules: PolicyRules },
  voice: Voice,
): string[] {
  const version = { beganOn: facts.on, endedOn: null, rules };
  const { schedule, findings } = presentAssessment(assessment, facts, version, voice);
  const { say } = voice;
  if (assessment.eligible)
    return schedule.rows.map(({ months, n, each, total, reasons }) =>
      say(n === 1 ? 'policies.trial.month' : 'policies.trial.months', {
        months,
        each,
        total,
        why: reasons.join(say('policies.and')),
      }),
    );
  return findings
    .filter(({ met }) => !met)
    .map(({ clause, check, looked }) =>
      say('policies.trial.lacking', { clause: clause ?? '—', check, looked }),
    );
}

/** An outcome in a line: the months and the sum, or the clauses that are not met. */
export function outcomeText(
  { eligible, nothingDue, schedule, findings }: Assessment,
  { say, lang }: Voice,
): string {
  if (nothingDue && eligible) return say('policies.outcome.no-rent');
  if (eligible) {
    return say('policies.outcome.yes', {
      n: schedule.lines.length,
      yuan: yuan(schedule.total, lang),
    });
  }
  const clauses = findings.filter(({ met }) => !met).map(({ clause }) => clause ?? '—');
  return say('policies.outcome.no', { clauses: [...new Set(clauses)].join(say('policies.and')) });
}
