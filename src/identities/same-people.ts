import type { Reads } from '../database/database.js';

/**
 * The other records of people under whose name the same document was entered, found by the keyed hash and
 * without opening any number: the same person in another venture or park.
 */
export async function samePeople(
  reads: Reads,
  personId: number,
): Promise<{ id: number; number: string; name: string }[]> {
  const own = await reads.identity.findUnique({ where: { personId }, select: { lookup: true } });
  if (!own) return [];
  return reads.person.findMany({
    where: { identity: { lookup: own.lookup }, id: { not: personId } },
    select: { id: true, number: true, name: true },
    orderBy: { id: 'asc' },
  });
}
