import { type Db, type Tx, transact } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import type { Case } from './case.js';
import { openCase } from './open-case.js';

/**
 * Does to each of some cases what time alone brings about, the earliest first, each in a transaction of its own.
 * @param act looks again, as the case may have moved since it was found. @returns whether it did something
 * @returns to how many it did
 */
export async function eachCase(
  db: Db,
  where: Prisma.WaiverApplicationWhereInput,
  act: (tx: Tx, application: Case) => Promise<boolean>,
): Promise<number> {
  const found = await db.waiverApplication.findMany({
    where,
    select: { id: true, version: true },
    orderBy: { id: 'asc' },
  });
  let done = 0;
  for (const seen of found)
    if (await transact(db, async (tx) => act(tx, await openCase(tx, seen)))) done += 1;
  return done;
}
