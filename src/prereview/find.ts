import { addDays, type Day } from '../calendar/days.js';
import { graduatePeriod } from '../people/categories.js';
import { assess, lapsesOn } from '../policies/assess.js';
import type { Facts } from '../policies/facts.js';
import type { IssuedVersion } from '../policies/versions.js';
import { factsOfVenture } from '../waivers/facts-of-venture.js';
import { isOpenCase, type SettledVenture } from '../waivers/settled-ventures.js';

/** 符合未申请 只差一步 证明将到期 租约已到期或将到期 免租将到期 */
export const findingKinds = [
  'qualifies',
  'one-thing',
  'proof-runs-out',
  'tenancy-ends',
  'waiver-ends',
] as const;
export type FindingKind = (typeof findingKinds)[number];

export type Found = {
  ventureId: number;
  parkId: number;
  personId: number | null;
  policyId: number | null;
  kind: FindingKind;
  dueOn: Day | null;
  /** In fen: what would be waived. */
  fen: number | null;
  detail: { versionId?: number; facts?: Facts; category?: string; number?: string };
};

/** How long before its end something is brought up. */
export const AHEAD_DAYS = 60;

/** What there is to bring up of one settled venture on a day. */
export function findOf(venture: SettledVenture, versions: IssuedVersion[], on: Day): Found[] {
  const parkId = venture.residencies[0]?.parkId;
  if (parkId === undefined) return [];
  const nothing = {
    ventureId: venture.id,
    parkId,
    personId: null,
    policyId: null,
    fen: null,
  };
  const isSoon = (day: Day | null): day is Day => day !== null && day <= addDays(on, AHEAD_DAYS);
  const ends = venture.tenancies
    // One whose end is agreed has been seen to.
    .filter(({ termEndOn, endedOn }) => endedOn === null && isSoon(termEndOn))
    .map(({ termEndOn }) => ({
      ...nothing,
      kind: 'tenancy-ends' as const,
      dueOn: termEndOn,
      detail: {},
    }));
  // One that was granted and begins later was applied for as well: it is no other benefit to wait for the end of.
  const granted = venture.waivers.filter(
    ({ ventureId, until }) => ventureId === venture.id && on < until,
  );
  const running = granted.filter(({ beganOn }) => beganOn <= on);
  const ending = running
    .filter(({ until }) => isSoon(until))
    .map(({ until, number, policyId }) => ({
      ...nothing,
      policyId,
      kind: 'waiver-ends' as const,
      dueOn: until,
      detail: { number },
    }));
  const relies = running.length > 0 || venture.applications.some(isOpenCase);
  const proofs = relies
    ? runningOut(venture, on, isSoon).map((row) => ({ ...nothing, ...row }))
    : [];
  const qualifying = versions
    .filter((version) => !hasApplied(venture, granted, version, versions))
    .flatMap((version) => unclaimed(venture, version, on));
  return [...qualifying.map((row) => ({ ...row, parkId })), ...proofs, ...ends, ...ending];
}

/**
 * Whether a venture has what a version is about, or a case under way: of premises under whichever policy, as one is had
 * at a time; of what is for no premises under the same.
 */
function hasApplied(
  { applications }: SettledVenture,
  granted: SettledVenture['waivers'],
  { policyId, rules }: IssuedVersion,
  versions: IssuedVersion[],
): boolean {
  const isAside = (id: number) =>
    versions.some((version) => version.policyId === id && !version.rules.needsPremises);
  const counts = (row: { policyId: number }) =>
    rules.needsPremises ? !isAside(row.policyId) : row.policyId === policyId;
  return granted.some(counts) || applications.filter(isOpenCase).some(counts);
}

/** The categories of founders whose proof runs out, graduates five years after their graduation. */
function runningOut(
  { roles }: SettledVenture,
  on: Day,
  isSoon: (day: Day | null) => day is Day,
): Pick<Found, 'personId' | 'kind' | 'dueOn' | 'detail'>[] {
  return roles.flatMap(({ person }) => {
    const ends = person.categories.map(({ category, endedOn }) => ({ category, endedOn }));
    if (person.graduatedOn !== null) {
      const { endedOn } = graduatePeriod(person.graduatedOn);
      ends.push({ category: 'graduate', endedOn });
    }
    const due = ends.filter(({ endedOn }) => isSoon(endedOn) && endedOn >= on);
    return due.map(({ category, endedOn }) => ({
      personId: person.id,
      kind: 'proof-runs-out' as const,
      dueOn: endedOn,
      detail: { category },
    }));
  });
}

/** Who qualifies under a version and has not applied, or would but for one thing: the founder who comes nearest. */
function unclaimed(
  venture: SettledVenture,
  version: IssuedVersion,
  on: Day,
): Omit<Found, 'parkId'>[] {
  const { policyId, id: versionId } = version;
  const isTaken = venture.applications.some(
    (application) =>
      application.policyId === policyId &&
      application.state === 'refused' &&
      application.policyVersionId === versionId,
  );
  if (isTaken) return [];
  const found = venture.roles.flatMap(({ person }) => {
    const facts = factsOfVenture(venture, person, version, on);
    if (!facts) return [];
    const { eligible, toAlter, schedule, findings } = assess(facts, version);
    // Who pays no rent has nothing to apply for.
    const isNear = schedule.total > 0 && (eligible || toAlter?.length === 1);
    const kind: FindingKind = eligible ? 'qualifies' : 'one-thing';
    const detail = { versionId, facts };
    // Before the first of what holds now runs out: the policy, an age, a category.
    const dueOn = lapsesOn(findings);
    const row = { ventureId: venture.id, personId: person.id, policyId, kind, dueOn };
    return isNear ? [{ ...row, fen: schedule.total, detail }] : [];
  });
  return found
    .sort((a, b) => (a.kind === b.kind ? b.fen - a.fen : a.kind === 'qualifies' ? -1 : 1))
    .slice(0, 1);
}
