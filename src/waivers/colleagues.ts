import type { Reads } from '../database/database.js';
import { hasJudged, hasRecused } from './recusal.js';

type Step = { move: string; fromState: string; byId: number | null };

/**
 * Names of the bureau's active staff who may judge a case where it stands, for whoever may not: they neither judged it
 * at another desk nor stepped aside. Their accounts name no person, so none of them applies in it.
 */
export async function colleaguesWhoMay(
  reads: Reads,
  row: { state: string; steps: Step[] },
): Promise<string[]> {
  const staff = await reads.account.findMany({
    where: { role: 'bureau-staff', isActive: true },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  });
  return staff
    .filter(({ id }) => !hasRecused({ accountId: id }, row) && !hasJudged({ accountId: id }, row))
    .map(({ name }) => name);
}
