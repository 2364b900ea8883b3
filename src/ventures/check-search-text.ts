import type { Reads } from '../database/database.js';
import { isCurrentVenture } from '../people/scope.js';
import { keysOfName } from './name-likeness.js';

const VENTURES_A_READ = 2000;

/**
 * Holds the number, name, credit code and founders of every venture against what a search looks through, which holds
 * them a second time: so a name that was altered in the file of the database is found. @returns what differs, in words
 */
export async function searchTextFaults(reads: Reads): Promise<string[]> {
  const faults: string[] = [];
  for (let last = 0; ; ) {
    const ventures = await reads.venture.findMany({
      where: { AND: [isCurrentVenture.where, { id: { gt: last } }] },
      orderBy: { id: 'asc' },
      take: VENTURES_A_READ,
      select: {
        id: true,
        number: true,
        name: true,
        creditCode: true,
        searchText: true,
        nameKey: true,
        roles: { where: { role: 'founder' }, select: { person: { select: { name: true } } } },
      },
    });
    for (const { id, number, name, creditCode, searchText, nameKey, roles } of ventures) {
      const parts = [number, name, creditCode ?? '', ...roles.map(({ person }) => person.name)];
      if (parts.some((part) => !searchText.includes(part.toLowerCase())))
        faults.push(`venture ${id}: its name, number, code or founders do not fit its search text`);
      if (nameKey !== '' && nameKey !== keysOfName(name).nameKey)
        faults.push(`venture ${id}: its name does not fit the key that it is compared by`);
    }
    if (ventures.length < VENTURES_A_READ) return faults;
    last = ventures.at(-1)?.id ?? last;
  }
}
