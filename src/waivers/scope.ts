import type { Prisma } from '../database/generated/client.js';
import { parksInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';

const nothing = { id: { in: [] } };

/**
 * The cases that the viewer sees: a founder's own; of the parks in scope what was handed in, and to a park
 * manager also what was begun there on a founder's behalf.
 */
export function applicationsInScope(viewer: Viewer): Prisma.WaiverApplicationWhereInput {
  const handedIn = { submittedAt: { not: null } };
  switch (viewer.role) {
    case 'founder':
      return viewer.personId === null ? nothing : { personId: viewer.personId };
    case 'park-manager':
      return {
        park: parksInScope(viewer),
        OR: [handedIn, { begunById: { not: null } }],
      };
    case 'county-reviewer':
    case 'bureau-staff':
    case 'auditor':
      return { park: parksInScope(viewer), ...handedIn };
    case 'administrator':
      return nothing;
  }
}

/** The waivers that the viewer sees. */
export function waiversInScope(viewer: Viewer): Prisma.WaiverWhereInput {
  if (viewer.role === 'administrator') return nothing;
  if (viewer.role === 'founder')
    return viewer.personId === null ? nothing : { personId: viewer.personId };
  return { park: parksInScope(viewer) };
}
