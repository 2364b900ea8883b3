import type { Prisma } from '../database/generated/client.js';
import { join, type Sql, sql } from '../database/sql.js';
import type { Viewer } from './viewer.js';

/** Of what a viewer sees: a person's own, or of some parks (null for all); and what of it that was not handed in. */
type Scope = { personId: number } | { parkIds: number[] | null; drafts: 'none' | 'begun-there' };

/**
 * The cases that the viewer sees, said once for the client and for SQL: a founder's own; of the parks in scope what was
 * handed in, and to a park manager also what was begun there on a founder's behalf. Null sees none.
 */
function scopeOf(viewer: Viewer): Scope | null {
  switch (viewer.role) {
    case 'founder':
      return viewer.personId === null ? null : { personId: viewer.personId };
    case 'park-manager':
      return { parkIds: viewer.parkIds, drafts: 'begun-there' };
    case 'county-reviewer':
      return { parkIds: viewer.parkIds, drafts: 'none' };
    case 'bureau-staff':
    case 'auditor':
      return { parkIds: null, drafts: 'none' };
    case 'administrator':
      return null;
  }
}

/** The cases that the viewer sees. */
export function applicationsInScope(viewer: Viewer): Prisma.WaiverApplicationWhereInput {
  const scope = scopeOf(viewer);
  if (scope === null) return { id: { in: [] } };
  if ('personId' in scope) return { personId: scope.personId };
  const handedIn = { submittedAt: { not: null } };
  return {
    AND: [
      scope.parkIds === null ? {} : { parkId: { in: scope.parkIds } },
      scope.drafts === 'none' ? handedIn : { OR: [handedIn, { begunById: { not: null } }] },
    ],
  };
}

/** The same of a row `a` of WaiverApplication. */
export function applicationInScopeSql(viewer: Viewer): Sql {
  const scope = scopeOf(viewer);
  if (scope === null) return sql`FALSE`;
  if ('personId' in scope) return sql`a."personId" = ${scope.personId}`;
  const handedIn =
    scope.drafts === 'none'
      ? sql`a."submittedAt" IS NOT NULL`
      : sql`(a."submittedAt" IS NOT NULL OR a."begunById" IS NOT NULL)`;
  return scope.parkIds === null ? handedIn : sql`${inParks(scope.parkIds)} AND ${handedIn}`;
}

/** The waivers that the viewer sees: granted in the cases of the same people and parks. */
export function waiversInScope(viewer: Viewer): Prisma.WaiverWhereInput {
  const scope = scopeOf(viewer);
  if (scope === null) return { id: { in: [] } };
  if ('personId' in scope) return { personId: scope.personId };
  return scope.parkIds === null ? {} : { parkId: { in: scope.parkIds } };
}

/** The same of a row `a` of Waiver. */
export function waiverInScopeSql(viewer: Viewer): Sql {
  const scope = scopeOf(viewer);
  if (scope === null) return sql`FALSE`;
  if ('personId' in scope) return sql`a."personId" = ${scope.personId}`;
  return scope.parkIds === null ? sql`TRUE` : inParks(scope.parkIds);
}

const inParks = (ids: number[]): Sql =>
  ids.length === 0 ? sql`FALSE` : sql`a."parkId" IN (${join(ids)})`;
