import { type Db, transact } from '../database/database.js';
import { updateRows } from '../database/update-rows.js';
import { keysOfName } from './name-likeness.js';

const VENTURES_AT_ONCE = 1000;

/** Gives their keys to the ventures that were logged before there were any. @returns how many they were */
export async function fillNameKeys(db: Db): Promise<number> {
  for (let filled = 0; ; ) {
    const count = await transact(db, async (tx) => {
      const ventures = await tx.venture.findMany({
        where: { nameKey: '' },
        select: { id: true, name: true },
        take: VENTURES_AT_ONCE,
      });
      await updateRows(
        tx,
        'Venture',
        ventures.map(({ id, name }) => {
          const { nameKey, soundKey } = keysOfName(name);
          return { id, nameKey, soundKey };
        }),
      );
      return ventures.length;
    });
    filled += count;
    if (count < VENTURES_AT_ONCE) return filled;
  }
}
