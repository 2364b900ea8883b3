import { yuan } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import type { Assessment } from '../../policies/assess.js';

/** What the policy comes to, in a line: eligible with its amount, eligible without rent to waive, or how many conditions do not hold. */
export function assessedRow(assessment: Assessment, voice: Voice) {
  return { label: voice.say('waivers.review.assessment'), value: assessedText(assessment, voice) };
}

function assessedText(
  { eligible, nothingDue, schedule, findings }: Assessment,
  { say, lang }: Voice,
): string {
  const values = { yuan: yuan(schedule.total, lang), n: schedule.lines.length };
  const missed = findings.filter(({ met }) => !met).length;
  if (!eligible) return say('waivers.desk.assessed-not', { missed, ...values });
  return nothingDue ? say('waivers.review.nothing-due') : say('waivers.desk.assessed', values);
}

/** The verdict over an assessment, and the tone of its tag. */
export function verdictOf(
  { eligible, nothingDue }: Pick<Assessment, 'eligible' | 'nothingDue'>,
  { say }: Voice,
) {
  if (!eligible) return { label: say('waivers.review.not-eligible'), tone: 'stop' };
  if (nothingDue) return { label: say('waivers.review.nothing-due'), tone: 'heed' };
  return { label: say('waivers.review.eligible'), tone: 'sea' };
}
