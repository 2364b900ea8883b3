import type { Reads } from '../../database/database.js';
import type { Role } from '../../people/viewer.js';
import { type MoveName, moves, type StateName } from '../states.js';
import type { BatchAct, Why } from './batch-acts.js';

/** The move that an act makes from the desk of who does it. */
function moveOf(act: BatchAct, role: Role): MoveName {
  if (act !== 'pass') return act;
  return role === 'park-manager' ? 'pass-park' : 'pass-county';
}

/**
 * Whether the act that cannot be done was done already, by whom and when: a list that was confirmed twice, in another
 * window or by somebody else, tells that and not that it was not done. Null where the case waits for the act still.
 */
export async function doneBefore(
  reads: Reads,
  { number, act, role }: { number: string; act: BatchAct; role: Role },
): Promise<(Why & { byId: number | null }) | null> {
  const move = moveOf(act, role);
  const application = await reads.waiverApplication.findUnique({
    where: { number },
    select: {
      state: true,
      steps: { where: { move }, include: { by: true }, orderBy: { id: 'desc' }, take: 1 },
    },
  });
  const [step] = application?.steps ?? [];
  if (!application || !step) return null;
  const waits = (moves[move].from as readonly StateName[]).includes(application.state as StateName);
  if (waits) return null;
  return {
    byId: step.byId,
    key: 'waivers.batch.done-before',
    values: { who: step.by?.name ?? '', at: step.at.toISOString() },
  };
}
