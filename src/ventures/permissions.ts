import { endOfMonth, type Month } from '../calendar/days.js';
import type { Viewer } from '../people/viewer.js';
import { homeParkId, parkIdOn, type Whereabouts } from '../people/whereabouts.js';
import { readsOfPark } from './own-time.js';

/** Managers write the records of their own parks, the bureau those of all. */
export function canWriteInPark(viewer: Viewer, parkId: number): boolean {
  if (viewer.role === 'bureau-staff') return true;
  return viewer.role === 'park-manager' && viewer.parkIds.includes(parkId);
}

export const canWriteInParks = (viewer: Viewer, parkIds: number[]): boolean =>
  parkIds.every((parkId) => canWriteInPark(viewer, parkId));

/** The parks that the viewer can log and settle ventures in; null stands for all. */
export const writableParkIds = (viewer: Viewer): number[] | null =>
  viewer.role === 'bureau-staff' ? null : viewer.role === 'park-manager' ? viewer.parkIds : [];

export const canLogVentures = (viewer: Viewer): boolean =>
  viewer.role === 'bureau-staff' || (viewer.role === 'park-manager' && viewer.parkIds.length > 0);

export const canWriteVenture = (viewer: Viewer, venture: Whereabouts): boolean =>
  canWriteInPark(viewer, homeParkId(venture));

/** The parks that keep a venture or once did. */
export const parksOfVenture = (venture: Whereabouts): number[] => [
  homeParkId(venture),
  ...venture.residencies.map(({ parkId }) => parkId),
];

/** A venture is voided by who keeps every park that it was in: it is taken out of all of them. */
export const canVoidVenture = (viewer: Viewer, venture: Whereabouts): boolean =>
  canWriteInParks(viewer, parksOfVenture(venture));

type Stay = { parkId: number; beganOn: string; endedOn: string | null; endReason: string | null };

/** The stay that a venture left for another. */
export const leftFor = <S extends Stay>({ beganOn }: Pick<Stay, 'beganOn'>, stays: S[]) =>
  stays.find(({ endedOn, endReason }) => endedOn === beganOn && endReason === 'moved');

/** The parks whose records change with the first day of a stay: its own, and the one that the venture left for it. */
export function parksOfStay(stay: Pick<Stay, 'parkId' | 'beganOn'>, stays: Stay[]): number[] {
  const from = leftFor(stay, stays);
  return [stay.parkId, ...(from ? [from.parkId] : [])];
}

export const canCorrectStay = (
  viewer: Viewer,
  venture: Whereabouts & { residencies: Stay[] },
  stay: Stay,
): boolean =>
  canWriteVenture(viewer, venture) &&
  canWriteInParks(viewer, parksOfStay(stay, venture.residencies));

/** A return belongs to the park at the month's end, even when the venture has moved on since. */
export const canFileReturn = (viewer: Viewer, venture: Whereabouts, month: Month): boolean =>
  canWriteInPark(viewer, parkIdOn(venture, endOfMonth(month)) ?? homeParkId(venture));

/** Who has a list of ventures at all. What stands in it is a matter of scope. */
export const canSeeVentures = (viewer: Viewer): boolean => viewer.role !== 'administrator';

/** Who looks for ventures that were logged twice: whoever keeps or reviews the register. */
export const canSeeDoubles = (viewer: Viewer): boolean =>
  canSeeVentures(viewer) && viewer.role !== 'founder';

/** A park that a venture has left keeps its own past of it, but no longer needs to call anybody. */
export const canSeePhones = (viewer: Viewer, venture: Whereabouts): boolean =>
  canCall(viewer, homeParkId(venture));

/** The same by the park that keeps its records. */
export const canCall = (viewer: Viewer, parkId: number): boolean =>
  viewer.role === 'park-manager' ? canWriteInPark(viewer, parkId) : canSeeVentures(viewer);

/**
 * Who reads a lease, its notice and the scan of its agreement: whoever keeps or reviews the register of its park, and the
 * founders of the venture, as it is their own contract.
 */
export const readsLease = (
  viewer: Viewer,
  { venture, space }: { venture: Whereabouts; space: { parkId: number } },
): boolean => viewer.role !== 'administrator' && readsOfPark(viewer, venture, space.parkId);
