import type { Reads } from '../../database/database.js';
import { applicationsInScope } from '../../people/case-scope.js';
import type { Viewer } from '../../people/viewer.js';
import { assessCase } from '../assess-case.js';
import { currentDecision, outcomeOf } from '../outcome.js';
import type { BatchAct } from './batch-acts.js';

export type ChosenCase = {
  id: number;
  number: string;
  version: number;
  venture: string;
  eligible: boolean;
  /** What it would give, or what was decided to be given; in fen. */
  total: number;
};

/**
 * The cases that were chosen, of those that the viewer sees, with what the policy comes to.
 * @param act null reads no amounts; a case that was decided has those of its decision
 */
export async function chosenCases(
  reads: Reads,
  viewer: Viewer,
  numbers: string[],
  act: BatchAct | null,
): Promise<ChosenCase[]> {
  const rows = await reads.waiverApplication.findMany({
    where: { AND: [applicationsInScope(viewer), { number: { in: numbers } }] },
    include: {
      venture: { select: { name: true } },
      policyVersion: true,
      steps: { orderBy: { id: 'asc' } },
    },
    orderBy: { id: 'asc' },
  });
  const chosen: ChosenCase[] = [];
  for (const row of rows) {
    const { id, number, version, venture } = row;
    const amount = act === null ? { eligible: true, total: 0 } : await amountOf(reads, row);
    chosen.push({ id, number, version, venture: venture.name, ...amount });
  }
  return chosen;
}

type Row = Parameters<typeof assessCase>[1] & { steps: Parameters<typeof currentDecision>[0] };

async function amountOf(reads: Reads, row: Row) {
  const decided = currentDecision(row.steps)?.outcome;
  if (decided) return { eligible: decided.eligible, total: decided.total };
  const { assessment } = await assessCase(reads, row);
  const { eligible, total } = outcomeOf('grant', assessment);
  return { eligible, total };
}
