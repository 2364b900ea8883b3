import type { Tx } from '../../../src/database/database.js';
import type { Actor } from '../../../src/history/actor.js';
import { draftVersion } from '../../../src/policies/draft-version.js';
import { putInForce } from '../../../src/policies/put-in-force.js';
import type { PolicyRules } from '../../../src/policies/rules.js';
import { versionsOf } from '../../../src/policies/versions.js';
import { jobsSubsidy } from './jobs-subsidy.js';
import { rentFree } from './rent-free.js';
import { rentSubsidy } from './rent-subsidy.js';

/** As it was at first: up to 80 m², and everybody one year whole and one half. */
const firstRentFree: PolicyRules = {
  ...rentFree,
  summary: {
    zh: '入驻没有围墙的创业园，80 平方米以内的场地租金第一年全免、第二年减半；超出面积的租金照付。',
    en: 'The rent of up to 80 m² in a park without walls is waived in the first year and halved in the second. The rent of any further area remains to be paid.',
  },
  tiers: rentFree.tiers.filter(({ only }) => only.length === 0),
  caps: { ...rentFree.caps, area: 8_000 },
};

/** A proposal that waits for a second person, so that there is a draft to look at and to try. */
const higherSubsidy: PolicyRules = {
  ...rentSubsidy,
  tiers: rentSubsidy.tiers.map((tier) =>
    tier.fromMonth === 1 ? { ...tier, amount: { kind: 'area', fen: 1_000, per: 'month' } } : tier,
  ),
};

type Step = { code: string; username: string } & ({ drafts: PolicyRules } | { beganOn: string });

/** What the bureau does with its example policies: one of its members drafts, another puts in force. */
export const policySteps: { at: Date; step: Step }[] = [
  ...version('rent-free', firstRentFree, ['2023-01-09', '2023-01-20', '2023-02-01']),
  ...version('rent-subsidy', rentSubsidy, ['2023-06-05', '2023-06-20', '2023-07-01']),
  ...version('rent-free', rentFree, ['2024-06-03', '2024-06-20', '2024-07-01']),
  ...version('rent-subsidy', higherSubsidy, ['2026-10-12']).slice(0, 1),
  ...version('jobs-subsidy', jobsSubsidy, ['2026-10-26']).slice(0, 1),
];

function version(
  code: string,
  drafts: PolicyRules,
  [drafted, decided, beganOn]: string[],
): { at: Date; step: Step }[] {
  const at = (day: string | undefined) => new Date(`${day}T02:00:00Z`);
  return [
    { at: at(drafted), step: { code, username: 'bureau', drafts } },
    { at: at(decided), step: { code, username: 'bureau2', beganOn: beganOn as string } },
  ];
}

/** Takes one step, by the product's own verbs. */
export async function stepPolicy(tx: Tx, by: Actor, step: Step): Promise<void> {
  const { code } = step;
  if ('drafts' in step) {
    await draftVersion(tx, by, { code, rules: step.drafts });
    return;
  }
  const [draft] = await versionsOf(tx, code);
  if (!draft) throw new Error(`there is no draft of ${code}`);
  const { id, revision } = draft;
  await putInForce(tx, by, { id, revision, beganOn: step.beganOn });
}
