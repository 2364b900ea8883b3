import type { Tx } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { searchTextOf } from './search-text.js';

/** What of a venture its search text is made of. */
export const searchable = {
  voiding: true,
  mergesAsSurvivor: {
    where: { undoneAt: null },
    select: { loser: { select: { number: true, name: true } } },
    orderBy: { id: 'asc' },
  },
  roles: { where: { role: 'founder' }, include: { person: true }, orderBy: { id: 'asc' } },
} as const satisfies Prisma.VentureInclude;
type Searched = Prisma.VentureGetPayload<{ include: typeof searchable }>;

/** What a search looks through of a venture on record: its founders, past ones too; nothing finds a venture that is void. */
export function storedSearchText(venture: Searched): string {
  if (venture.voiding !== null) return '';
  const people = venture.roles.map(({ person }) => person.name);
  const former = venture.mergesAsSurvivor.map(({ loser }) => `${loser.number} ${loser.name}`);
  const { number, name, creditCode } = venture;
  return searchTextOf({ number, name, creditCode, people, former });
}

/** Brings what a search looks through in line with the record. */
export async function restateSearchText(tx: Tx, ventureId: number): Promise<void> {
  const where = { id: ventureId };
  const venture = await tx.venture.findUniqueOrThrow({ where, include: searchable });
  await tx.venture.update({ where, data: { searchText: storedSearchText(venture) } });
}
