import type { Viewer } from '../people/viewer.js';

type OfVenture = { homeParkId: number; people: readonly { id: number }[] };
type OfGrant = { parkId: number; personId: number };

const isOwn = (viewer: Viewer, { people }: OfVenture): boolean =>
  viewer.role === 'founder' && people.some(({ id }) => id === viewer.personId);
const isManager = (viewer: Viewer, parkId: number): boolean =>
  viewer.role === 'park-manager' && viewer.parkIds.includes(parkId);
const isCounty = (viewer: Viewer, parkId: number): boolean =>
  viewer.role === 'bureau-staff' ||
  (viewer.role === 'county-reviewer' && viewer.parkIds.includes(parkId));

/** Who reads to whom a venture is paid, with the last four digits. */
export const canReadPayee = (viewer: Viewer, venture: OfVenture): boolean =>
  viewer.role === 'auditor' ||
  isOwn(viewer, venture) ||
  isManager(viewer, venture.homeParkId) ||
  isCounty(viewer, venture.homeParkId);

/** A founder or legal representative enters the account, or the park and the bureau for them. */
export const canEnterPayee = (viewer: Viewer, venture: OfVenture): boolean =>
  isOwn(viewer, venture) || isManager(viewer, venture.homeParkId) || viewer.role === 'bureau-staff';

/** Who may be the second person of a change: staff, and of what staff entered the founder. Not who entered it. */
export function canConfirmPayee(
  viewer: Viewer,
  venture: OfVenture,
  { enteredById, isByFounder }: { enteredById: number | null; isByFounder: boolean },
): boolean {
  if (viewer.accountId === enteredById) return false;
  return (
    isManager(viewer, venture.homeParkId) ||
    isCounty(viewer, venture.homeParkId) ||
    (isOwn(viewer, venture) && !isByFounder)
  );
}

/** Whoever checks and pays may see a whole number, for a recorded reason. */
export const canShowPayee = (viewer: Viewer, venture: OfVenture): boolean =>
  isManager(viewer, venture.homeParkId) || isCounty(viewer, venture.homeParkId);

/** The applicant claims, and where the park does it on the applicant's behalf, its manager. */
export const canClaim = (viewer: Viewer, grant: OfGrant): boolean =>
  (viewer.role === 'founder' && viewer.personId === grant.personId) ||
  isManager(viewer, grant.parkId);

/** The park checks a claim. */
export const canCheck = (viewer: Viewer, { parkId }: { parkId: number }): boolean =>
  isManager(viewer, parkId);

/** The county approves it and pays; the bureau may do so for every county. */
export const canApprove = (viewer: Viewer, { parkId }: { parkId: number }): boolean =>
  isCounty(viewer, parkId);

/** Receipts name people: read by who claims, who decides, and an auditor. */
export const canReadReceipts = (viewer: Viewer, grant: OfGrant): boolean =>
  viewer.role === 'auditor' || canClaim(viewer, grant) || canApprove(viewer, grant);

/** Batches of payments are for who pays, and for an auditor. */
export const canSeeBatches = ({ role }: Viewer): boolean =>
  ['county-reviewer', 'bureau-staff', 'auditor'].includes(role);

/** Who gathers, releases and answers the batches of a county. */
export const canPay = (viewer: Viewer, regionCode: string): boolean =>
  viewer.role === 'bureau-staff' ||
  (viewer.role === 'county-reviewer' && viewer.regionCode === regionCode);
