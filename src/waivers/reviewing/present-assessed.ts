import { yuan } from '../../language/format.js';
import type { Assessment } from '../../policies/assess.js';
import type { Voice } from '../../policies/present-kinds.js';

/** What the policy comes to, in a line: eligible with its amount, or how many conditions do not hold. */
export function assessedRow({ eligible, schedule, findings }: Assessment, { say, lang }: Voice) {
  const values = { yuan: yuan(schedule.total, lang), n: schedule.lines.length };
  const missed = findings.filter(({ held }) => !held).length;
  return {
    label: say('waivers.review.assessment'),
    value: eligible
      ? say('waivers.desk.assessed', values)
      : say('waivers.desk.assessed-not', { missed, ...values }),
  };
}
