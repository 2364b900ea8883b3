import type { Viewer } from '../people/viewer.js';
import { isOver, type MoveName, moves, movesFrom, type StateName, states } from './states.js';

/** What the rules read of a case: whose it is, at which park, and where it stands. */
export type CaseOf = {
  state: string;
  parkId: number;
  personId: number;
  /** Who began it on the founder's behalf, if anybody. */
  begunById: number | null;
};

const isApplicant = (viewer: Viewer, { personId }: CaseOf): boolean =>
  viewer.role === 'founder' && viewer.personId === personId;

const isAtPark = (viewer: Viewer, { parkId }: CaseOf): boolean =>
  viewer.role === 'park-manager' && viewer.parkIds.includes(parkId);

/** Whether the viewer sits at the desk that makes a move; the nightly run makes those of the clock. */
export function sitsAt(viewer: Viewer, one: CaseOf, by: (typeof moves)[MoveName]['by']): boolean {
  switch (by) {
    case 'founder':
      return isApplicant(viewer, one) || (isAtPark(viewer, one) && one.begunById !== null);
    case 'park':
      return isAtPark(viewer, one);
    case 'county':
      return viewer.role === 'county-reviewer' && viewer.parkIds.includes(one.parkId);
    case 'bureau':
      return viewer.role === 'bureau-staff';
    case 'clock':
      return false;
  }
}

export const canMove = (viewer: Viewer, one: CaseOf, move: MoveName): boolean =>
  movesFrom(one.state as StateName).includes(move) && sitsAt(viewer, one, moves[move].by);

/** The applicant fills in the own case; where the park began it on the applicant's behalf, its manager too. */
export const canFillIn = (viewer: Viewer, one: CaseOf): boolean =>
  states[one.state as StateName].desk === 'founder' && sitsAt(viewer, one, 'founder');

/** Who reviews a case in its present state. */
export function isReviewer(viewer: Viewer, one: CaseOf): boolean {
  const { desk } = states[one.state as StateName];
  if (desk === 'public') return sitsAt(viewer, one, 'bureau');
  return desk !== 'founder' && desk !== 'nobody' && sitsAt(viewer, one, desk);
}

/** Comments inside are read by those who review, at whatever desk, and by an auditor. */
export const canReadInside = (viewer: Viewer, one: CaseOf): boolean =>
  viewer.role === 'auditor' ||
  (['park', 'county', 'bureau'] as const).some((desk) => sitsAt(viewer, one, desk));

export const canComment = (viewer: Viewer, one: CaseOf): boolean =>
  !isOver(one.state as StateName) &&
  (isApplicant(viewer, one) ||
    (['park', 'county', 'bureau'] as const).some((desk) => sitsAt(viewer, one, desk)));

export const canResolveObjections = (viewer: Viewer): boolean => viewer.role === 'bureau-staff';
/** A founder gives up the own waiver; a park or the bureau ends one whose ground is gone. */
export const canEndWaiver = (
  viewer: Viewer,
  { parkId, personId }: { parkId: number; personId: number },
): boolean =>
  viewer.role === 'bureau-staff' ||
  (viewer.role === 'park-manager' && viewer.parkIds.includes(parkId)) ||
  (viewer.role === 'founder' && viewer.personId === personId);

/** The list of all cases in sight is for those who review and for an auditor. */
export const canSeeQueue = ({ role }: Viewer): boolean =>
  ['park-manager', 'county-reviewer', 'bureau-staff', 'auditor'].includes(role);
