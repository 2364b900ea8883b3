import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { assess } from '../policies/assess.js';
import { inTurns } from '../policies/in-turns.js';
import { allVersions, type IssuedVersion, isIssued } from '../policies/versions.js';
import { factsOfVenture } from '../waivers/facts-of-venture.js';
import { type SettledVenture, settledVentures } from '../waivers/settled-ventures.js';

/**
 * Of a park, the ventures that pay no rent although nothing was decided for them, by what their leases say: a clause of a
 * policy, the park's own agreement, the market, or nothing. What a park agrees by itself is no policy for every park.
 */
export type LeaseParity = {
  parkId: number;
  ventures: number;
  policy: number;
  agreement: number;
  market: number;
  unstated: number;
  /** Of those on a clause, the numbers of the ventures that do not meet the policy that it is of. */
  unmet: string[];
};

/** Assesses who pays no rent without a case on a day; one venture counts once, by its weakest ground. */
export async function auditLeases(
  reads: Reads,
  on: Day,
  parkIds: number[],
): Promise<LeaseParity[]> {
  const issued = (await allVersions(reads)).filter(isIssued);
  const versions = new Map(issued.map((version) => [version.id, version]));
  const tallies = new Map(parkIds.map((parkId) => [parkId, emptyTally(parkId)]));
  const pause = inTurns();
  for await (const batch of settledVentures(reads, on))
    for (const venture of batch) {
      const tally = tallies.get(venture.residencies[0]?.parkId ?? 0);
      if (tally && paysNothingByLease(venture)) count(tally, venture, versions, on);
      await pause();
    }
  return [...tallies.values()];
}

const emptyTally = (parkId: number): LeaseParity => ({
  parkId,
  ventures: 0,
  policy: 0,
  agreement: 0,
  market: 0,
  unstated: 0,
  unmet: [],
});

const paysNothingByLease = ({ tenancies }: SettledVenture): boolean =>
  tenancies.length > 0 && tenancies.every(({ rent }) => rent === 0);

function count(
  tally: LeaseParity,
  venture: SettledVenture,
  versions: Map<number, IssuedVersion>,
  on: Day,
): void {
  const { tenancies } = venture;
  const rests = (basis: string | null) => tenancies.some(({ rentBasis }) => rentBasis === basis);
  tally.ventures += 1;
  if (rests(null)) tally.unstated += 1;
  else if (rests('agreement')) tally.agreement += 1;
  else if (rests('market')) tally.market += 1;
  else {
    tally.policy += 1;
    if (!tenancies.every((lease) => meets(venture, lease, versions, on)))
      tally.unmet.push(venture.number);
  }
}

/** Whether a founder meets the policy of a lease's clause, as if rent were due: a lease at nil is its outcome. */
function meets(
  venture: SettledVenture,
  lease: SettledVenture['tenancies'][number],
  versions: Map<number, IssuedVersion>,
  on: Day,
): boolean {
  const version = versions.get(lease.policyVersionId ?? 0);
  if (!version) return false;
  return venture.roles.some(({ person }) => {
    const facts = factsOfVenture(venture, person, version, on, lease);
    if (!facts) return false;
    const asDue = Object.assign({}, facts.premises, {
      kind: 'park-space',
      rent: 1,
      rents: undefined,
    });
    return assess(Object.assign({}, facts, { premises: asDue }), version).eligible;
  });
}
