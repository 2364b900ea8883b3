import type { Viewer } from './viewer.js';
import { homeParkId, type Whereabouts } from './whereabouts.js';

/** What the rules read of a person: who it is, and the ventures that it has or had a role in. */
export type Whose = { id: number; roles: { venture: Whereabouts }[] };

/** A manager's own are those of a venture that is in one of the manager's parks, or was there last. */
const isManagers = (viewer: Viewer, { roles }: Whose): boolean =>
  viewer.role === 'park-manager' &&
  roles.some(({ venture }) => viewer.parkIds.includes(homeParkId(venture)));

const isOneself = (viewer: Viewer, { id }: Whose): boolean =>
  viewer.role === 'founder' && viewer.personId === id;

/** Phone, masked identity number, consents and proof: not for a park that the person's ventures have left. */
export function canSeePrivate(viewer: Viewer, person: Whose): boolean {
  switch (viewer.role) {
    case 'bureau-staff':
    case 'county-reviewer':
    case 'auditor':
      return true;
    case 'park-manager':
      return isManagers(viewer, person);
    case 'founder':
      return isOneself(viewer, person);
    case 'administrator':
      return false;
  }
}

/** Records consents, identity numbers and proof: the person, its park, the bureau. */
export const canKeepPrivate = (viewer: Viewer, person: Whose): boolean =>
  viewer.role === 'bureau-staff' || isManagers(viewer, person) || isOneself(viewer, person);

/** Corrects the name and phone of a person: its park and the bureau. */
export const canCorrectPerson = (viewer: Viewer, person: Whose): boolean =>
  viewer.role === 'bureau-staff' || isManagers(viewer, person);

/** Finds people by the whole number of a document: whoever may be shown such a number of somebody. */
export const canSearchNumbers = ({ role }: Viewer): boolean =>
  ['bureau-staff', 'county-reviewer', 'park-manager'].includes(role);

/** Whoever reviews may see a whole number, for a recorded reason; nobody needs to be shown the own one. */
export const canShowNumber = (viewer: Viewer, person: Whose): boolean =>
  ['bureau-staff', 'county-reviewer'].includes(viewer.role) || isManagers(viewer, person);
