import { isSum, type PolicyRules } from './rules.js';

/** Whether a policy pays sums for a year or once, and not month by month: after one the next is a year away. */
export const isInSums = ({ tiers }: Pick<PolicyRules, 'tiers'>): boolean =>
  tiers.some(({ amount }) => isSum(amount));
