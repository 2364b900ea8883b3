import type { Prisma } from '../database/generated/client.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import { everything, nothing, type Scope, sightOf } from './scope.js';
import type { Viewer } from './viewer.js';

/**
 * The cases that the viewer sees, of a row `a` of WaiverApplication: a founder's own; of the parks what was handed in,
 * and to a park manager also what was begun there on a founder's behalf.
 */
export function applicationScope(viewer: Viewer): Scope<Prisma.WaiverApplicationWhereInput> {
  const granted = waiverScope(viewer);
  const sight = sightOf(viewer);
  if (sight === 'nothing') return nothing;
  if (sight !== 'all' && 'personId' in sight) {
    const { personId } = sight;
    return { where: { personId }, sql: granted.sql };
  }
  const parks = sight === 'all' ? {} : { parkId: { in: sight.parkIds } };
  const handedIn = { submittedAt: { not: null } };
  if (viewer.role !== 'park-manager')
    return {
      where: { AND: [parks, handedIn] },
      sql: sql`${granted.sql} AND a."submittedAt" IS NOT NULL`,
    };
  return {
    where: { AND: [parks, { OR: [handedIn, { begunById: { not: null } }] }] },
    sql: sql`${granted.sql} AND (a."submittedAt" IS NOT NULL OR a."begunById" IS NOT NULL)`,
  };
}

/** The waivers, of a row `a` of Waiver: granted in the cases of the same people and parks. */
export function waiverScope(viewer: Viewer): Scope<Prisma.WaiverWhereInput> {
  const sight = sightOf(viewer);
  if (sight === 'all') return everything;
  if (sight === 'nothing') return nothing;
  if ('personId' in sight) {
    const { personId } = sight;
    return { where: { personId }, sql: sql`a."personId" = ${personId}` };
  }
  const { parkIds } = sight;
  return { where: { parkId: { in: parkIds } }, sql: sql`a."parkId" IN ${listed(parkIds)}` };
}

export const applicationsInScope = (viewer: Viewer): Prisma.WaiverApplicationWhereInput =>
  applicationScope(viewer).where;
export const waiversInScope = (viewer: Viewer): Prisma.WaiverWhereInput =>
  waiverScope(viewer).where;
