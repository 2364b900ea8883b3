import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import type { Prisma } from '../../database/generated/client.js';
import { sql } from '../../database/sql.js';
import { sameRecords } from '../../identities/same-people.js';
import { isCurrentPerson } from '../../people/merged-people.js';
import { peopleInScope } from '../../people/scope.js';
import type { Viewer } from '../../people/viewer.js';

const withBoth = {
  loser: true,
  survivor: true,
  mergedBy: { select: { name: true } },
} as const satisfies Prisma.PersonMergeInclude;

/** A merge of two people with the record that went and the one that it went into. */
export type PeopleMergeFound = Prisma.PersonMergeGetPayload<{ include: typeof withBoth }>;

/** The newest merge of the person with a number into another; null where the viewer does not see that one. */
export const findPeopleMerge = (
  reads: Reads,
  viewer: Viewer,
  number: string,
): Promise<PeopleMergeFound | null> =>
  reads.personMerge.findFirst({
    where: { loser: { number }, survivor: peopleInScope(viewer) },
    include: withBoth,
    orderBy: { id: 'desc' },
  });

/** The records that went into a person's, by their numbers and names. */
export const mergedInto = async (reads: Reads, personId: number) => {
  const merges = await reads.personMerge.findMany({
    where: { survivorId: personId, undoneAt: null },
    select: { loser: { select: { number: true, name: true } } },
    orderBy: { id: 'asc' },
  });
  return merges.map(({ loser }) => loser);
};

/** Others that may be the same person, among those that the viewer sees: by document, phone or name, at most ten. */
export async function likelyOthers(
  reads: Reads,
  viewer: Viewer,
  person: { id: number; name: string; phone: string | null },
) {
  const rows = await rowsOf<{ id: number }>(
    reads,
    sql`SELECT o."personId" AS "id" FROM (${sameRecords(person.id)}) o
      UNION SELECT "id" FROM "Person" WHERE "phone" = ${person.phone}
      UNION SELECT "id" FROM (SELECT "id" FROM "Person" WHERE "name" = ${person.name} LIMIT 20)`,
  );
  const ids = rows.map(({ id }) => id).filter((id) => id !== person.id);
  return reads.person.findMany({
    where: { AND: [peopleInScope(viewer), isCurrentPerson.where, { id: { in: ids } }] },
    orderBy: { id: 'asc' },
    take: 10,
  });
}
