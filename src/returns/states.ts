import type { Viewer } from '../people/viewer.js';
import { canWriteInPark } from '../ventures/permissions.js';

/** 填报中 已提交 已退回 已审核 已验收 本月不报 */
export const returnStates = [
  'draft',
  'submitted',
  'sent-back',
  'approved',
  'accepted',
  'skipped',
] as const;
export type ReturnState = (typeof returnStates)[number];

/** Who moves it: the park itself, whoever reviews the park (its county, or the bureau), the bureau. */
type Side = 'park' | 'reviewer' | 'bureau';
type Move = { from: readonly ReturnState[]; to: ReturnState; by: Side };

/** The whole life of a park's monthly return: every move, from where, to where, and whose it is. */
export const moves = {
  submit: { from: ['draft', 'sent-back'], to: 'submitted', by: 'park' },
  skip: { from: ['draft', 'sent-back'], to: 'skipped', by: 'park' },
  resume: { from: ['skipped'], to: 'draft', by: 'park' },
  approve: { from: ['submitted'], to: 'approved', by: 'reviewer' },
  'send-back': { from: ['submitted', 'approved', 'skipped'], to: 'sent-back', by: 'reviewer' },
  accept: { from: ['approved'], to: 'accepted', by: 'bureau' },
} as const satisfies Record<string, Move>;
export type ReturnMove = keyof typeof moves;

/** What the rules read of a return. One that nobody has begun is a draft. */
export type Standing = {
  state: ReturnState;
  parkId: number;
  submittedById: number | null;
  approvedById: number | null;
};

/** The sides that read a return, each in words of its own. */
export const sideOf = ({ role }: Viewer): 'park' | 'county' | 'bureau' =>
  role === 'park-manager' || role === 'founder'
    ? 'park'
    : role === 'county-reviewer'
      ? 'county'
      : 'bureau';

export const isOpen = (state: ReturnState): boolean => state === 'draft' || state === 'sent-back';

/** Whether it has been handed in and stands: what is filed for one venture afterwards corrects it. */
export const isHandedIn = (state: ReturnState): boolean =>
  state === 'submitted' || state === 'approved' || state === 'accepted';

export const canFill = (viewer: Viewer, parkId: number): boolean => canWriteInPark(viewer, parkId);

function isOfSide(viewer: Viewer, side: Side, parkId: number): boolean {
  if (side === 'park') return canFill(viewer, parkId);
  if (viewer.role === 'bureau-staff') return true;
  return (
    side === 'reviewer' && viewer.role === 'county-reviewer' && viewer.parkIds.includes(parkId)
  );
}

/** Nobody reviews what they submitted, nor accepts what they submitted or approved. */
export function isSeparate(
  accountId: number | null,
  move: ReturnMove,
  of: Pick<Standing, 'submittedById' | 'approvedById'>,
): boolean {
  if (accountId === null || moves[move].by === 'park') return true;
  if (accountId === of.submittedById) return false;
  return move !== 'accept' || accountId !== of.approvedById;
}

/** Whether the viewer may make the move now. */
export function canMove(viewer: Viewer, move: ReturnMove, of: Standing): boolean {
  const { from, by } = moves[move] as Move;
  return (
    from.includes(of.state) &&
    isOfSide(viewer, by, of.parkId) &&
    isSeparate(viewer.accountId, move, of)
  );
}
