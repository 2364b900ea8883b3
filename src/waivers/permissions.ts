import type { Viewer } from '../people/viewer.js';
import { takesOwnPapers } from './further-papers.js';
import { isOver, type MoveName, moves, movesFrom, type StateName, states } from './states.js';

/** What the rules read of a case: whose it is, at which park, and where it stands. */
export type CaseOf = {
  state: string;
  parkId: number;
  personId: number;
  /** Who began it on the founder's behalf, if anybody. */
  begunById: number | null;
};

/** The bureau says how letters are headed, signed and numbered. */
export const canEnterOffices = (viewer: Viewer): boolean => viewer.role === 'bureau-staff';

const isApplicant = (viewer: Viewer, { personId }: CaseOf): boolean =>
  viewer.role === 'founder' && viewer.personId === personId;

const isAtPark = (viewer: Viewer, { parkId }: CaseOf): boolean =>
  viewer.role === 'park-manager' && viewer.parkIds.includes(parkId);

/** Whether the viewer sits at the desk that makes a move; the nightly run makes those of the clock. */
export function sitsAt(viewer: Viewer, item: CaseOf, by: (typeof moves)[MoveName]['by']): boolean {
  switch (by) {
    case 'founder':
      return isApplicant(viewer, item) || (isAtPark(viewer, item) && item.begunById !== null);
    case 'park':
      return isAtPark(viewer, item);
    case 'county':
      return viewer.role === 'county-reviewer' && viewer.parkIds.includes(item.parkId);
    case 'bureau':
      return viewer.role === 'bureau-staff';
    case 'clock':
      return false;
  }
}

export const canMove = (viewer: Viewer, item: CaseOf, move: MoveName): boolean =>
  movesFrom(item.state as StateName).includes(move) && sitsAt(viewer, item, moves[move].by);

/** The applicant fills in the own case; where the park began it on the applicant's behalf, its manager too. */
export const canFillIn = (viewer: Viewer, item: CaseOf): boolean =>
  states[item.state as StateName].desk === 'founder' && sitsAt(viewer, item, 'founder');

/** The applicant adds papers unasked for as long as somebody has still to decide. */
export const canAddPapers = (viewer: Viewer, item: CaseOf): boolean =>
  takesOwnPapers(item.state) && sitsAt(viewer, item, 'founder');

/** Who reviews a case in its present state. */
export function isReviewer(viewer: Viewer, item: CaseOf): boolean {
  const { desk } = states[item.state as StateName];
  if (desk === 'public') return sitsAt(viewer, item, 'bureau');
  return desk !== 'founder' && desk !== 'nobody' && sitsAt(viewer, item, desk);
}

/** The desks that correct a fact of a case: the county's and the bureau's, until the decision and when it is looked at again. */
const correcting: Partial<Record<string, 'county' | 'bureau'>> = {
  'county-review': 'county',
  'bureau-review': 'bureau',
  reconsideration: 'bureau',
};
export const correctsFacts = ({ state }: Pick<CaseOf, 'state'>): boolean =>
  correcting[state] !== undefined;

export function canCorrectFacts(viewer: Viewer, item: CaseOf): boolean {
  const desk = correcting[item.state];
  return desk !== undefined && sitsAt(viewer, item, desk);
}

/** Comments inside are read by those who review, at whatever desk, and by an auditor. */
export const canReadInside = (viewer: Viewer, item: CaseOf): boolean =>
  viewer.role === 'auditor' ||
  (['park', 'county', 'bureau'] as const).some((desk) => sitsAt(viewer, item, desk));

export const canComment = (viewer: Viewer, item: CaseOf): boolean =>
  !isOver(item.state as StateName) &&
  (isApplicant(viewer, item) ||
    (['park', 'county', 'bureau'] as const).some((desk) => sitsAt(viewer, item, desk)));

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
