import type { Viewer } from '../people/viewer.js';

/** Whoever works with lists keeps views of them; an auditor writes nothing, and a founder's list is short. */
export const canKeepViews = ({ role }: Pick<Viewer, 'role'>): boolean =>
  role !== 'auditor' && role !== 'founder';

/** A manager shares with the own parks, the bureau with any. */
export const canShareWith = ({ role, parkIds }: Viewer, parkId: number): boolean =>
  role === 'bureau-staff' || (role === 'park-manager' && parkIds.includes(parkId));

/** Whom a view belongs to, and whoever works in the park that it is shared with. */
export const canRemoveView = (
  viewer: Viewer,
  view: { accountId: number; parkId: number | null },
): boolean => view.accountId === viewer.accountId || isSharedWith(viewer, view.parkId);

/** The parks whose shared views a viewer has: those in which a manager works. */
export const parksOfSharedViews = ({ role, parkIds }: Viewer): number[] =>
  role === 'park-manager' ? parkIds : [];

export const isSharedWith = (viewer: Viewer, parkId: number | null): boolean =>
  parkId !== null && parksOfSharedViews(viewer).includes(parkId);
