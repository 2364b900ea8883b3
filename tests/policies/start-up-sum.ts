import { jobsSubsidy } from '../../prisma/seed/policies/jobs-subsidy.js';
import type { PolicyRules } from '../../src/policies/rules.js';

/** A sum that is paid once to veterans (一次性创业补贴), and one for each of two years to everyone else; more on an outer island. */
export const startUpSum: PolicyRules = {
  ...jobsSubsidy,
  months: 24,
  tiers: [
    {
      clause: '2.1',
      fromMonth: 1,
      toMonth: 24,
      only: [{ category: 'veteran', afterMonths: 0, withinMonths: null }],
      amount: { kind: 'sum', per: 'once', fen: 500_000 },
    },
    {
      clause: '2.2',
      fromMonth: 1,
      toMonth: 24,
      only: [],
      amount: { kind: 'sum', per: 'year', fen: 200_000 },
    },
  ],
};
