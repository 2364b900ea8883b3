import type { Tx } from '../../../src/database/database.js';
import { draftVersion } from '../../../src/policies/draft-version.js';
import { putInForce } from '../../../src/policies/put-in-force.js';
import type { PolicyRules } from '../../../src/policies/rules.js';
import { rentFree } from './rent-free.js';
import { rentSubsidy } from './rent-subsidy.js';

/** As it was at first: up to 80 m², and everybody one year whole and one half. */
const firstRentFree: PolicyRules = {
  ...rentFree,
  summary: {
    zh: '入驻没有围墙的创业园，第一年免收场地租金，第二年减半。',
    en: 'Premises of a park without walls are free of rent in the first year and at half rent in the second.',
  },
  tiers: rentFree.tiers.filter(({ only }) => only.length === 0),
  caps: { ...rentFree.caps, area: 8_000 },
};

const versions = [
  { code: 'rent-free', rules: firstRentFree, draftedOn: '2023-01-09', beganOn: '2023-02-01' },
  { code: 'rent-subsidy', rules: rentSubsidy, draftedOn: '2023-06-05', beganOn: '2023-07-01' },
  { code: 'rent-free', rules: rentFree, draftedOn: '2024-06-03', beganOn: '2024-07-01' },
];

/**
 * The example policies of the demonstration: one member of the bureau drafted them, another put them in force.
 * @param accounts ids by username, with bureau and bureau2
 * @returns the ids of the versions, in the order of their days in force
 */
export async function seedPolicies(tx: Tx, accounts: Map<string, number>): Promise<number[]> {
  const by = (username: string, day: string) => {
    const accountId = accounts.get(username);
    if (accountId === undefined) throw new Error(`there is no account ${username}`);
    return { accountId, at: new Date(`${day}T02:00:00Z`) };
  };
  const ids: number[] = [];
  for (const { code, rules, draftedOn, beganOn } of versions) {
    const id = await draftVersion(tx, by('bureau', draftedOn), { code, rules });
    const decidedOn = `${draftedOn.slice(0, 8)}20`;
    await putInForce(tx, by('bureau2', decidedOn), { id, revision: 1, beganOn });
    ids.push(id);
  }
  return ids;
}
