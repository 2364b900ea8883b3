import type { Reads } from '../database/database.js';
import { samePeople } from '../identities/same-people.js';
import type { Fault } from '../language/refusal.js';
import type { Viewer } from '../people/viewer.js';
import { judgingSteps } from './states.js';

type Case = {
  id: number;
  personId: number;
  ventureId: number;
  steps: { move: string; fromState: string; byId: number | null }[];
};

/** Whether the viewer applies in the case, or has or had a role in its venture. */
export async function isOwnCase(
  reads: Reads,
  viewer: Viewer,
  row: Pick<Case, 'personId' | 'ventureId'>,
): Promise<boolean> {
  const { personId } = viewer;
  if (personId === null) return false;
  if (personId === row.personId) return true;
  const same = (await samePeople(reads, personId)).map(({ id }) => id);
  if (same.includes(row.personId)) return true;
  const roles = { ventureId: row.ventureId, personId: { in: [personId, ...same] } };
  return (await reads.personRole.count({ where: roles })) > 0;
}

type Account = Pick<Viewer, 'accountId'>;

/** Whether an account judged the case at another desk than where it stands. */
export function hasJudged(
  { accountId }: Account,
  { steps, state }: Pick<Case, 'steps'> & { state: string },
): boolean {
  return steps.some(
    ({ move, fromState, byId }) =>
      byId === accountId && judgingSteps.includes(move) && fromState !== state,
  );
}

/** Whether an account has stepped aside (回避). */
export const hasRecused = ({ accountId }: Account, { steps }: Pick<Case, 'steps'>): boolean =>
  steps.some(({ move, byId }) => move === 'recuse' && byId === accountId);

/**
 * Why the viewer may not judge a case or put its decision into force, or null. Nobody decides on a case of their own or one that they reviewed
 * at the step before.
 */
export async function recusalFault(
  reads: Reads,
  viewer: Viewer,
  item: Case & { state: string },
): Promise<Fault | null> {
  if (hasRecused(viewer, item)) return { field: '', key: 'waivers.fault.recused' };
  if (hasJudged(viewer, item)) return { field: '', key: 'waivers.fault.judged-before' };
  if (await isOwnCase(reads, viewer, item)) return { field: '', key: 'waivers.fault.own-case' };
  return null;
}
