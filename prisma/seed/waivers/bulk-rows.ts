import type { Day } from '../../../src/calendar/days.js';
import type { Facts } from '../../../src/policies/facts.js';
import type { IssuedVersion } from '../../../src/policies/versions.js';
import { noAnswers } from '../../../src/waivers/answers.js';

/** Whose case it is, and for which tenancy. */
export type Untold = { tenancyId: number; ventureId: number; personId: number; parkId: number };
type Told = Untold & { facts: Facts };

/** Where cases in bulk lie that are not granted. */
export const reviewStates = ['submitted', 'park-review', 'county-review', 'bureau-review'] as const;

const answersOf = ({ tenancyId, facts: { period } }: Told) => ({
  ...noAnswers,
  premises: { kind: 'tenancy', tenancyId },
  from: period.from,
  months: 24,
  categories: [],
  otherBenefits: [],
});

/** A row of WaiverApplication as the verbs leave it. */
export function application(
  one: Told,
  version: IssuedVersion,
  { sequence, state, at }: { sequence: number; state: string; at: Date },
) {
  const isOpen = state !== 'granted';
  const { ventureId, personId, parkId } = one;
  return {
    number: `A2026-${String(sequence).padStart(6, '0')}`,
    policyId: version.policyId,
    policyVersionId: version.id,
    ventureId,
    personId,
    parkId,
    state,
    stateSince: at,
    answers: answersOf(one),
    begunAt: at,
    submittedAt: at,
    dueOn: isOpen ? `2026-11-${20 + (sequence % 10)}` : null,
    determineBy: isOpen ? '2026-12-15' : null,
  };
}

/** A row of WaiverEdition. */
export const edition = (one: Told, applicationId: number, at: Date) => ({
  applicationId,
  edition: 1,
  answers: answersOf(one),
  facts: one.facts,
  proof: [],
  basis: 'paper',
  madeAt: at,
  madeById: null,
});

/** A row of Waiver. */
export function waiver(
  one: Told & { applicationId: number; period: { from: Day; to: Day } },
  version: IssuedVersion,
  { sequence, at }: { sequence: number; at: Date },
) {
  const { applicationId, ventureId, personId, parkId, tenancyId, facts, period } = one;
  const { area, rent } = facts.premises;
  return {
    number: `W2026-${String(sequence).padStart(4, '0')}`,
    applicationId,
    policyId: version.policyId,
    policyVersionId: version.id,
    ventureId,
    personId,
    parkId,
    tenancyId,
    area,
    rent,
    facts,
    beganOn: period.from,
    termEndOn: period.to,
    grantedAt: at,
    grantedById: null,
  };
}
