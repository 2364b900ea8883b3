import type { Prisma } from '../database/generated/client.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import type { Viewer } from './viewer.js';

/**
 * What a viewer sees of the register: all of it, that of some parks, what a person has a part in, or nothing. The scope
 * of every kind of record follows from it. Administrators keep accounts, founders their own venture.
 */
export type Sight = 'all' | 'nothing' | { parkIds: number[] } | { personId: number };

export function sightOf(viewer: Viewer): Sight {
  switch (viewer.role) {
    case 'bureau-staff':
    case 'auditor':
      return 'all';
    case 'county-reviewer':
    case 'park-manager':
      return { parkIds: viewer.parkIds };
    case 'founder':
      return viewer.personId === null ? 'nothing' : { personId: viewer.personId };
    case 'administrator':
      return 'nothing';
  }
}

/** The records that a viewer sees: as a condition for the client, and the same in SQL, of a row by its alias. */
export type Scope<Where> = { where: Where; sql: Sql };

export const everything = { where: {}, sql: sql`TRUE` };
/** Matches no row: `in` of an empty list is false. */
export const nothing = { where: { id: { in: [] } }, sql: sql`FALSE` };

/** The parks whose records the viewer sees, of a row `p` of Park. */
export function parkScope(viewer: Viewer): Scope<Prisma.ParkWhereInput> {
  const sight = sightOf(viewer);
  if (sight === 'all') return everything;
  if (sight === 'nothing' || 'personId' in sight) return nothing;
  const { parkIds } = sight;
  return { where: { id: { in: parkIds } }, sql: sql`p."id" IN ${listed(parkIds)}` };
}

/** That a venture counts, of a row `v` of Venture: it was not logged by mistake. */
export const isCurrentVenture: Scope<Prisma.VentureWhereInput> = {
  where: { voiding: { is: null } },
  sql: sql`v."id" NOT IN (SELECT "ventureId" FROM "VentureVoid")`,
};

/** The ventures, of a row `v` of Venture: those that were ever in one of the parks, or logged by it; a founder's own. */
export function ventureScope(viewer: Viewer): Scope<Prisma.VentureWhereInput> {
  const recorded = recordedVentureScope(viewer);
  return {
    where: { AND: [recorded.where, isCurrentVenture.where] },
    sql: sql`${recorded.sql} AND ${isCurrentVenture.sql}`,
  };
}

/** The same with those that no longer count, for their own pages and for history. */
export function recordedVentureScope(viewer: Viewer): Scope<Prisma.VentureWhereInput> {
  const sight = sightOf(viewer);
  if (sight === 'all') return everything;
  if (sight === 'nothing') return nothing;
  if ('personId' in sight) return ownVentures(sight.personId);
  const { parkIds } = sight;
  const inParks = { parkId: { in: parkIds } };
  return {
    where: { OR: [{ residencies: { some: inParks } }, { loggedParkId: { in: parkIds } }] },
    sql: sql`(v."loggedParkId" IN ${listed(parkIds)} OR v."id" IN (
      SELECT "ventureId" FROM "Residency" WHERE "parkId" IN ${listed(parkIds)}))`,
  };
}

/** Whose venture it is: neither those who have left it nor those who work in it. */
const ownVentures = (personId: number): Scope<Prisma.VentureWhereInput> => ({
  where: { roles: { some: { personId, role: { not: 'employee' }, endedOn: null } } },
  sql: sql`v."id" IN (SELECT "ventureId" FROM "PersonRole"
    WHERE "personId" = ${personId} AND "role" <> 'employee' AND "endedOn" IS NULL)`,
});

/** The people, of a row `i` of Person: of the ventures that the viewer sees; a founder sees nobody else. */
export function personScope(viewer: Viewer): Scope<Prisma.PersonWhereInput> {
  const sight = sightOf(viewer);
  if (sight === 'all') return everything;
  if (sight === 'nothing') return nothing;
  if ('personId' in sight) {
    const { personId } = sight;
    return { where: { id: personId }, sql: sql`i."id" = ${personId}` };
  }
  // A person stays where the only venture was logged by mistake.
  const { where, sql: ventures } = recordedVentureScope(viewer);
  return {
    where: { roles: { some: { venture: where } } },
    sql: sql`i."id" IN (SELECT r."personId" FROM "PersonRole" r
      JOIN "Venture" v ON v."id" = r."ventureId" WHERE ${ventures})`,
  };
}

/** Those that went into another: that one is found in their place. */
const wasMerged = sql`EXISTS (
  SELECT 1 FROM "VentureVoid" x WHERE x."ventureId" = v."id" AND x."mergeId" IS NOT NULL)`;

/**
 * What `recordedVentureScope` says of a row `v` that did not go into another, asked of that one row: for records that were
 * found already, of which there are a few, where a list of all that the viewer sees would cost more than the rest. One that
 * is void is found too: who has its number reads on its page why.
 */
export function seesVenture(viewer: Viewer): Sql {
  const sight = sightOf(viewer);
  const isSeen =
    typeof sight === 'object' && 'parkIds' in sight
      ? wasInParks(sql`v`, sight.parkIds)
      : recordedVentureScope(viewer).sql;
  return sql`(${isSeen} AND NOT ${wasMerged})`;
}

/** The same of `personScope` and a row `i`. */
export function seesPerson(viewer: Viewer): Sql {
  const sight = sightOf(viewer);
  if (sight === 'all' || sight === 'nothing' || 'personId' in sight) return personScope(viewer).sql;
  return sql`EXISTS (SELECT 1 FROM "PersonRole" y JOIN "Venture" x ON x."id" = y."ventureId"
    WHERE y."personId" = i."id" AND ${wasInParks(sql`x`, sight.parkIds)})`;
}

const wasInParks = (venture: Sql, parkIds: number[]): Sql =>
  sql`(${venture}."loggedParkId" IN ${listed(parkIds)} OR EXISTS (SELECT 1 FROM "Residency" z
    WHERE z."ventureId" = ${venture}."id" AND z."parkId" IN ${listed(parkIds)}))`;

export const parksInScope = (viewer: Viewer): Prisma.ParkWhereInput => parkScope(viewer).where;
export const venturesInScope = (viewer: Viewer): Prisma.VentureWhereInput =>
  ventureScope(viewer).where;
export const recordedVenturesInScope = (viewer: Viewer): Prisma.VentureWhereInput =>
  recordedVentureScope(viewer).where;
export const peopleInScope = (viewer: Viewer): Prisma.PersonWhereInput => personScope(viewer).where;
