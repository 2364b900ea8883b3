import { currentCalendar } from '../calendar/stored-calendar.js';
import type { WorkCalendar } from '../calendar/working-days.js';
import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { applicationsInScope } from '../people/case-scope.js';
import type { Viewer } from '../people/viewer.js';
import { PolicyRules } from '../policies/rules.js';

const place = { select: { number: true, nameZh: true, nameEn: true, phone: true } } as const;

const whole = {
  policyVersion: { include: { policy: { select: { code: true } } } },
  venture: { select: { number: true, name: true } },
  person: { select: { number: true, name: true } },
  park: place,
  steps: { orderBy: { id: 'asc' } },
  proof: { include: { proofFile: true }, orderBy: { id: 'asc' } },
  waiver: { include: { months: { orderBy: { id: 'asc' } } } },
  comments: { orderBy: { id: 'asc' } },
  letters: { orderBy: { id: 'asc' }, select: { number: true, kind: true, madeAt: true } },
} as const satisfies Prisma.WaiverApplicationInclude;
type Row = Prisma.WaiverApplicationGetPayload<{ include: typeof whole }>;
/** A case with all that its page shows. */
export type SeenApplication = Row & { rules: PolicyRules; calendar: WorkCalendar };

/** Whether an address speaks of a case, and not of another page of the room. */
export const isCaseNumber = (text: unknown): text is string =>
  typeof text === 'string' && /^A\d{4}-\d{6}$/.test(text);

/** The case with a number, or null where the viewer does not see it. */
export async function findCase(
  reads: Reads,
  viewer: Viewer,
  number: string,
): Promise<SeenApplication | null> {
  const row = await reads.waiverApplication.findFirst({
    where: { AND: [applicationsInScope(viewer), { number }] },
    include: whole,
  });
  if (row === null) return null;
  const rules = PolicyRules.parse(row.policyVersion.rules);
  return { ...row, rules, calendar: await currentCalendar(reads) };
}

export const caseHref = ({ number }: { number: string }): string => `/waivers/${number}`;
