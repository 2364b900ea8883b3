import type { Role, Viewer } from '../people/viewer.js';

const register: readonly Role[] = ['park-manager', 'county-reviewer', 'bureau-staff', 'auditor'];

/** Whether the register's pages are for the viewer at all; which parks, the query says. */
export const canReadRegister = (viewer: Viewer): boolean => register.includes(viewer.role);

export const canOpenParks = (viewer: Viewer): boolean => viewer.role === 'bureau-staff';

/** Managers keep their own parks and spaces, the bureau all. */
export function canWritePark(viewer: Viewer, park: { id: number }): boolean {
  if (viewer.role === 'bureau-staff') return true;
  return viewer.role === 'park-manager' && viewer.parkIds.includes(park.id);
}
