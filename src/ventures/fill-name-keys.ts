import { type Db, transact } from '../database/database.js';
import { updateRows } from '../database/update-rows.js';
import { keysOfName } from './name-likeness.js';
import { searchable, storedSearchText } from './restate-search-text.js';

const VENTURES_AT_ONCE = 1000;

/**
 * Gives keys and search text to the ventures that have no keys: those that were logged before there were any, and those whose
 * keys a migration took away, as they are made otherwise since. @returns how many they were
 */
export async function fillNameKeys(db: Db): Promise<number> {
  for (let filled = 0; ; ) {
    const count = await transact(db, async (tx) => {
      const ventures = await tx.venture.findMany({
        where: { nameKey: '' },
        include: searchable,
        take: VENTURES_AT_ONCE,
      });
      await updateRows(
        tx,
        'Venture',
        ventures.map((venture) => {
          const { nameKey, soundKey } = keysOfName(venture.name);
          return { id: venture.id, nameKey, soundKey, searchText: storedSearchText(venture) };
        }),
      );
      return ventures.length;
    });
    filled += count;
    if (count < VENTURES_AT_ONCE) return filled;
  }
}
