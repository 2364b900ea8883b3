import { month, yuan } from '../language/format.js';
import { type Assessment, assess } from '../policies/assess.js';
import { applyChange } from '../policies/changes.js';
import type { Facts } from '../policies/facts.js';
import { presentAssessment } from '../policies/present-assessment.js';
import type { Voice } from '../policies/present-kinds.js';
import type { IssuedVersion } from '../policies/versions.js';

export type Outcome = { version: IssuedVersion; facts: Facts; assessment: Assessment };

/** One policy's part of the result. `others` are those that can be applied for instead. */
export function presentOutcome(
  { version, facts, assessment }: Outcome,
  { voice, others }: { voice: Voice; others: Outcome[] },
) {
  const { say, lang } = voice;
  const { code, rules, number } = version;
  const told = presentAssessment(assessment, facts, version, voice);
  const { eligible } = told;
  return {
    ...told,
    id: `policy-${code}`,
    name: rules.name[lang],
    summary: headlineOf(assessment, voice),
    state: say(eligible ? 'eligibility.result.yes' : 'eligibility.result.no'),
    tone: eligible ? 'sea' : 'heed',
    edition: say('eligibility.result.version', { number: say('policies.version', { n: number }) }),
    href: `/policies/${code}?version=${number}`,
    applyHref: eligible ? `/waivers/new?policy=${code}` : null,
    time: say('eligibility.result.time', { n: rules.limits.determine }),
    isAlone: told.toAlter?.length === 1,
    afterwards: eligible ? null : afterwards({ version, facts, assessment }, voice),
    others: eligible
      ? []
      : others.map((other) => ({
          href: `#policy-${other.version.code}`,
          name: other.version.rules.name[lang],
        })),
  };
}

function headlineOf({ eligible, schedule, findings }: Assessment, { say, lang }: Voice): string {
  if (!eligible) {
    const n = findings.filter(({ held }) => !held).length;
    return say('eligibility.result.misses', { n });
  }
  const [first, last] = [schedule.lines[0], schedule.lines.at(-1)];
  const values = { from: month(first?.month ?? '', lang), yuan: yuan(schedule.total, lang) };
  if (first === last) return say('eligibility.result.one-month', values);
  return say('eligibility.result.gives', { ...values, to: month(last?.month ?? '', lang) });
}

/** What it would give once everything that is missing is there. */
function afterwards({ version, facts, assessment }: Outcome, voice: Voice): string | null {
  if (assessment.toAlter === null) return null;
  const { schedule } = assess(assessment.toAlter.reduce(applyChange, facts), version);
  if (schedule.total === 0) return null;
  const values = { n: schedule.lines.length, yuan: yuan(schedule.total, voice.lang) };
  return voice.say('eligibility.result.then', values);
}
