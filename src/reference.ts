import { type Db, transact } from './database/database.js';
import { loadRegister } from './figures/register.js';
import { regions } from './standards/regions.js';

/** Loads what every installation needs: the regions and the reported figures. Run again it changes nothing. */
export async function loadReference(db: Db): Promise<void> {
  await transact(db, async (tx) => {
    for (const { code, ...region } of regions) {
      await tx.region.upsert({ where: { code }, create: { code, ...region }, update: region });
    }
    await loadRegister(tx);
  });
}
