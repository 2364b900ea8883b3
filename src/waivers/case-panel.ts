import { currentCalendar } from '../calendar/stored-calendar.js';
import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import { applicationsInScope } from '../people/case-scope.js';
import type { Viewer } from '../people/viewer.js';
import { PolicyRules } from '../policies/rules.js';
import { nextStep, stateTag } from './next-step.js';

/** The cases of a venture or a person that the viewer sees, the newest first, as a panel of its page. */
export async function casePanel(
  reads: Reads,
  viewer: Viewer,
  of: { ventureId: number } | { personId: number },
  at: Date,
  voice: Voice,
) {
  const rows = await reads.waiverApplication.findMany({
    where: { AND: [applicationsInScope(viewer), of] },
    include: { policyVersion: { select: { rules: true } }, waiver: true },
    orderBy: { id: 'desc' },
    take: 50,
  });
  if (rows.length === 0) return [];
  const calendar = await currentCalendar(reads);
  return rows.map((row) => {
    const rules = PolicyRules.parse(row.policyVersion.rules);
    return {
      number: row.number,
      href: `/waivers/${row.number}`,
      policy: rules.name[voice.lang],
      tag: stateTag(row.state, voice),
      text: nextStep({ ...row, rules, calendar }, at, voice).text,
      waiver: row.waiver?.number ?? null,
    };
  });
}
