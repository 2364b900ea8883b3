import type { Prisma } from '../database/generated/client.js';
import { join, type Sql, sql } from '../database/sql.js';
import type { Viewer } from './viewer.js';

/** Matches no row: `in` of an empty list is false. */
const nothing = { id: { in: [] } };

/** The parks whose records the viewer sees. Administrators keep accounts, founders their own venture. */
export function parksInScope(viewer: Viewer): Prisma.ParkWhereInput {
  switch (viewer.role) {
    case 'bureau-staff':
    case 'auditor':
      return {};
    case 'county-reviewer':
      return viewer.regionCode === null ? nothing : inRegion(viewer.regionCode);
    case 'park-manager':
      return { id: { in: viewer.parkIds } };
    case 'founder':
    case 'administrator':
      return nothing;
  }
}

/** Whose venture it is: neither those who have left it nor those who work in it. */
const ownRole = { role: { not: 'employee' }, endedOn: null };

/** The ventures that the viewer sees: of the parks in scope, past residents included; a founder's own. */
export function venturesInScope(viewer: Viewer): Prisma.VentureWhereInput {
  switch (viewer.role) {
    case 'bureau-staff':
    case 'auditor':
      return {};
    case 'county-reviewer':
    case 'park-manager':
      return ofParks(parksInScope(viewer), viewer.parkIds);
    case 'founder':
      return viewer.personId === null
        ? nothing
        : { roles: { some: { personId: viewer.personId, ...ownRole } } };
    case 'administrator':
      return nothing;
  }
}

/** The same of a row `v` of Venture; a test holds the two against each other. */
export function ventureInScopeSql(viewer: Viewer): Sql {
  switch (viewer.role) {
    case 'bureau-staff':
    case 'auditor':
      return sql`TRUE`;
    case 'county-reviewer':
    case 'park-manager':
      return sql`(v."loggedParkId" IN ${list(viewer.parkIds)} OR v."id" IN (
        SELECT "ventureId" FROM "Residency" WHERE "parkId" IN ${list(viewer.parkIds)}))`;
    case 'founder':
      return sql`v."id" IN (SELECT "ventureId" FROM "PersonRole"
        WHERE "personId" = ${viewer.personId ?? 0} AND "role" <> 'employee' AND "endedOn" IS NULL)`;
    case 'administrator':
      return sql`FALSE`;
  }
}

const list = (ids: number[]): Sql => (ids.length === 0 ? sql`(NULL)` : sql`(${join(ids)})`);

/** The people that the viewer sees: of the ventures in scope; a founder sees nobody else. */
export function peopleInScope(viewer: Viewer): Prisma.PersonWhereInput {
  switch (viewer.role) {
    case 'bureau-staff':
    case 'auditor':
      return {};
    case 'county-reviewer':
    case 'park-manager':
      return { roles: { some: { venture: venturesInScope(viewer) } } };
    case 'founder':
      return viewer.personId === null ? nothing : { id: viewer.personId };
    case 'administrator':
      return nothing;
  }
}

/** A county holds the functional zones whose parent it is. */
function inRegion(code: string): Prisma.ParkWhereInput {
  return { OR: [{ regionCode: code }, { region: { parentCode: code } }] };
}

/** A venture is of the parks that it was ever in, and of the park that logged it. */
function ofParks(parks: Prisma.ParkWhereInput, parkIds: number[]): Prisma.VentureWhereInput {
  return { OR: [{ residencies: { some: { park: parks } } }, { loggedParkId: { in: parkIds } }] };
}
