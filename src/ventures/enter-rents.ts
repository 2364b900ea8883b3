import { type Db, transact } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { rentRecordsAndEntries } from '../ledger/causes/lease-records.js';
import { linesOfLeases } from '../ledger/causes/leases.js';
import { appendEntries } from '../ledger/post-entries.js';
import { difference, restateRent } from '../ledger/restate.js';
import { goOnHolding } from './hold-over.js';

/** What the setting of a ledger is called in which the rents of all leases are entered. */
const mark = 'rents-in-ledger';
const venturesATime = 500;

/** Enters the rent of leases that ran out and go on, for the month that runs. It can run as often as one likes. */
export const enterHeldOver = (db: Db, at: Date): Promise<void> =>
  transact(db, async (tx) => {
    const by: Actor = { accountId: null, at };
    await restateRent(tx, by, await goOnHolding(tx, by));
  });

/**
 * Enters the rents of all leases once, in a database of an earlier version: the measures begin, and closed months have
 * stated nothing of them. Broken off, it goes on at the next start.
 */
export async function beginRents(db: Db, at: Date): Promise<void> {
  if (await db.setting.findUnique({ where: { key: mark } })) return;
  const by: Actor = { accountId: null, at };
  await transact(db, (tx) => goOnHolding(tx, by));
  const tenants = await db.tenancy.findMany({
    distinct: ['ventureId'],
    select: { ventureId: true },
    orderBy: { ventureId: 'asc' },
  });
  const ids = tenants.map(({ ventureId }) => ventureId);
  for (let start = 0; start < ids.length; start += venturesATime) {
    const some = ids.slice(start, start + venturesATime);
    await transact(
      db,
      async (tx) => {
        const { records, live } = await rentRecordsAndEntries(tx, some);
        await appendEntries(tx, by, difference(live, records.flatMap(linesOfLeases)));
      },
      { timeoutMs: 60_000 },
    );
  }
  await db.setting.create({ data: { key: mark, value: 'yes' } });
}
