import { currentCalendar } from '../../calendar/stored-calendar.js';
import type { WorkCalendar } from '../../calendar/working-days.js';
import type { Reads } from '../../database/database.js';
import type { Prisma } from '../../database/generated/client.js';
import { samePeople } from '../../identities/same-people.js';
import { applicationsInScope, waiversInScope } from '../../people/case-scope.js';
import type { Viewer } from '../../people/viewer.js';
import { PolicyRules } from '../../policies/rules.js';
import { openStates } from '../states.js';

const withRecords = {
  policyVersion: { include: { policy: true } },
  venture: { select: { id: true, number: true, name: true, creditCode: true } },
  person: {
    include: {
      // Never the sealed number: that is opened by one verb only.
      identity: { select: { kind: true, masked: true } },
      roles: { include: { venture: { include: { residencies: true } } } },
    },
  },
  park: true,
  steps: { orderBy: { id: 'asc' } },
  editions: { orderBy: { edition: 'asc' } },
  proof: {
    include: {
      proofFile: {
        select: { id: true, name: true, mediaType: true, size: true, removedAt: true },
      },
    },
    orderBy: { id: 'asc' },
  },
  comments: { orderBy: { id: 'asc' } },
  objections: { orderBy: { id: 'asc' } },
  letters: { select: { number: true, kind: true, madeAt: true }, orderBy: { id: 'asc' } },
  waiver: { include: { months: { orderBy: [{ month: 'asc' }, { id: 'asc' }] } } },
} as const satisfies Prisma.WaiverApplicationInclude;

type CaseRow = Prisma.WaiverApplicationGetPayload<{ include: typeof withRecords }>;
/** A case with all that its reviewers read. */
export type ReviewedCase = CaseRow & { rules: PolicyRules; calendar: WorkCalendar };

/** The case with a number, or null where the viewer does not see it. */
export async function findReviewedCase(
  reads: Reads,
  viewer: Viewer,
  number: string,
): Promise<ReviewedCase | null> {
  const row = await reads.waiverApplication.findFirst({
    where: { AND: [applicationsInScope(viewer), { number }] },
    include: withRecords,
  });
  if (row === null) return null;
  const rules = PolicyRules.parse(row.policyVersion.rules);
  return { ...row, rules, calendar: await currentCalendar(reads) };
}

/** What the accounts of some ids are called. */
export async function accountNames(
  reads: Reads,
  ids: (number | null)[],
): Promise<Map<number, string>> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  const rows = await reads.account.findMany({
    where: { id: { in: known } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const withPlace = {
  venture: { select: { number: true, name: true } },
  person: { select: { number: true, name: true } },
  park: { select: { number: true, nameZh: true, nameEn: true } },
  policyVersion: { select: { number: true, rules: true } },
} as const;

/** The person's other records, and what the venture and the person hold or have asked for beside a case. */
export async function otherBenefitsOf(
  reads: Reads,
  viewer: Viewer,
  { id, ventureId, personId }: { id: number; ventureId: number; personId: number },
) {
  const people = await samePeople(reads, personId);
  const personIds = [personId, ...people.map((row) => row.id)];
  const whose = { OR: [{ ventureId }, { personId: { in: personIds } }] };
  const waivers = await reads.waiver.findMany({
    where: { ...whose, applicationId: { not: id } },
    include: { ...withPlace, application: { select: { number: true } }, months: true },
    orderBy: { beganOn: 'desc' },
  });
  const cases = await reads.waiverApplication.findMany({
    where: {
      ...whose,
      id: { not: id },
      submittedAt: { not: null },
      state: { in: openStates },
    },
    include: withPlace,
    orderBy: { id: 'desc' },
  });
  const seenWaivers = await reads.waiver.findMany({
    where: { AND: [waiversInScope(viewer), { id: { in: waivers.map((waiver) => waiver.id) } }] },
    select: { id: true },
  });
  const seenCases = await reads.waiverApplication.findMany({
    where: { AND: [applicationsInScope(viewer), { id: { in: cases.map((item) => item.id) } }] },
    select: { id: true },
  });
  return {
    people,
    waivers,
    cases,
    seenWaivers: new Set(seenWaivers.map((waiver) => waiver.id)),
    seenCases: new Set(seenCases.map((row) => row.id)),
  };
}
export type OtherBenefits = Awaited<ReturnType<typeof otherBenefitsOf>>;
