import type { Tx } from '../database/database.js';
import { searchTextOf } from './search-text.js';

/** Brings what a search looks through in line with the founders, past ones too; nothing finds a venture that is void. */
export async function restateSearchText(tx: Tx, ventureId: number): Promise<void> {
  const venture = await tx.venture.findUniqueOrThrow({
    where: { id: ventureId },
    include: {
      voiding: true,
      roles: { where: { role: 'founder' }, include: { person: true }, orderBy: { id: 'asc' } },
    },
  });
  const people = venture.roles.map(({ person }) => person.name);
  const searchText = venture.voiding === null ? searchTextOf({ ...venture, people }) : '';
  await tx.venture.update({ where: { id: ventureId }, data: { searchText } });
}
