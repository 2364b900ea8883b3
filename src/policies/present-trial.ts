import type { Day } from '../calendar/days.js';
import { yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { type Assessment, assess } from './assess.js';
import type { PolicyRules } from './rules.js';
import { sampleCases, sampleNames } from './sample-cases.js';

type Trial = { title: string; now: string | null; draft: string; differs: boolean };

/** Each sample case under the version in force, where there is one, and under the draft. */
export function presentTrial(
  { draft, current }: { draft: PolicyRules; current: PolicyRules | null },
  on: Day,
  voice: Voice,
): Trial[] {
  const outcomeOf = (rules: PolicyRules, name: (typeof sampleNames)[number]) =>
    outcomeText(assess(sampleCases(rules, on)[name], { beganOn: on, endedOn: null, rules }), voice);
  return sampleNames.map((name) => {
    const before = current && outcomeOf(current, name);
    const after = outcomeOf(draft, name);
    return {
      title: voice.say(`policies.sample.${name}`),
      now: before,
      draft: after,
      differs: before !== null && before !== after,
    };
  });
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
