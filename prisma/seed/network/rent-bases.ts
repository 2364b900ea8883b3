import type { Tx } from '../../../src/database/database.js';
import { versionsInForce } from '../../../src/policies/versions.js';
import type { RentBasis } from '../../../src/ventures/rent-basis.js';
import type { PlannedLetting } from './lettings.js';

/**
 * On what the rent of an invented lease rests: half the parks rest a lease at nil on the clause that waives a first year, as
 * soon as it is in force; the others agree on it by themselves, as all do on a rent below the market.
 */
export async function basisOf(
  tx: Tx,
  { space, beganOn, rent }: Pick<PlannedLetting, 'space' | 'beganOn' | 'rent'>,
): Promise<RentBasis> {
  if (rent >= space.marketRent) return { rentBasis: 'market' };
  if (rent > 0 || space.park % 2 === 1) return { rentBasis: 'agreement' };
  const version = (await versionsInForce(tx, beganOn)).find(({ code }) => code === 'rent-free');
  const clause = version?.rules.tiers.find(({ only }) => only.length === 0)?.clause;
  return version && clause
    ? { rentBasis: 'policy', policyVersionId: version.id, clause }
    : { rentBasis: 'agreement' };
}
