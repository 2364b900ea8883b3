import type { Tx } from '../database/database.js';
import { searchTextOf } from './search-text.js';

/** Brings what a search looks through in line with the founders, past ones too; nothing finds a venture that is void. */
export async function restateSearchText(tx: Tx, ventureId: number): Promise<void> {
  const venture = await tx.venture.findUniqueOrThrow({
    where: { id: ventureId },
    include: {
      voiding: true,
      mergesAsSurvivor: {
        where: { undoneAt: null },
        select: { loser: { select: { number: true, name: true } } },
        orderBy: { id: 'asc' },
      },
      roles: { where: { role: 'founder' }, include: { person: true }, orderBy: { id: 'asc' } },
    },
  });
  const people = venture.roles.map(({ person }) => person.name);
  const former = venture.mergesAsSurvivor.map(({ loser }) => `${loser.number} ${loser.name}`);
  const { number, name, creditCode } = venture;
  const searchable = { number, name, creditCode, people, former };
  const searchText = venture.voiding === null ? searchTextOf(searchable) : '';
  await tx.venture.update({ where: { id: ventureId }, data: { searchText } });
}
