import type { Reads } from '../../database/database.js';
import type { Prisma } from '../../database/generated/client.js';
import { isCurrentPerson } from '../../people/merged-people.js';
import { peopleInScope } from '../../people/scope.js';
import type { Viewer } from '../../people/viewer.js';
import { pairsOnAPage } from '../../ventures/doubles/likely-doubles.js';

const include = {
  first: true,
  second: true,
  decidedBy: { select: { name: true } },
} as const satisfies Prisma.PersonPairInclude;

/** Two people whom somebody told apart, with who did it, when and why. */
export type PeopleDistinction = Prisma.PersonPairGetPayload<{ include: typeof include }>;

const seenBy = (viewer: Viewer) => {
  const seen = { AND: [peopleInScope(viewer), isCurrentPerson.where] };
  return { first: seen, second: seen } satisfies Prisma.PersonPairWhereInput;
};

/** Those who were told apart and not taken back, of whom the viewer sees both; the newest first. */
export async function peopleDistinctions(
  reads: Reads,
  viewer: Viewer,
  offset: number,
): Promise<{ pairs: PeopleDistinction[]; total: number }> {
  const where = { AND: [{ withdrawnAt: null }, seenBy(viewer)] };
  const page = { skip: offset, take: pairsOnAPage };
  const pairs = await reads.personPair.findMany(
    Object.assign({ where, include, orderBy: { id: 'desc' as const } }, page),
  );
  return { pairs, total: await reads.personPair.count({ where }) };
}

/** The pair of an id, or null where the viewer does not see both. */
export const findPeopleDistinction = (
  reads: Reads,
  viewer: Viewer,
  id: number,
): Promise<PeopleDistinction | null> =>
  reads.personPair.findFirst({ where: { AND: [{ id }, seenBy(viewer)] }, include });
