import { type Db, transact } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { linesOf } from '../ledger/lines-of.js';
import { workerMeasures } from '../ledger/measures/workers.js';
import type { Line } from '../ledger/measures.js';
import { appendEntries } from '../ledger/post-entries.js';
import { difference } from '../ledger/restate.js';
import { recordsAndEntries } from '../ledger/venture-records.js';

/** What the setting of a ledger is called in which the workers of each kind that returns state are entered. */
const mark = 'workers-in-ledger';
const venturesATime = 500;

const isOfWorkers = ({ measure }: Line): boolean =>
  (workerMeasures as readonly string[]).includes(measure);

/**
 * Enters the workers of each kind that the returns of an earlier version state, once: the measures begin, and closed months
 * have stated nothing of them. Broken off, it goes on at the next start.
 */
export async function beginWorkers(db: Db, at: Date): Promise<void> {
  if (await db.setting.findUnique({ where: { key: mark } })) return;
  const by: Actor = { accountId: null, at };
  const filing = await db.jobsReturn.findMany({
    distinct: ['ventureId'],
    select: { ventureId: true },
    orderBy: { ventureId: 'asc' },
  });
  const ids = filing.map(({ ventureId }) => ventureId);
  for (let start = 0; start < ids.length; start += venturesATime) {
    const some = ids.slice(start, start + venturesATime);
    await transact(
      db,
      async (tx) => {
        const { records, live } = await recordsAndEntries(tx, some, '');
        const wanted = records.flatMap(linesOf).filter(isOfWorkers);
        await appendEntries(tx, by, difference(live.filter(isOfWorkers), wanted));
      },
      { timeoutMs: 60_000 },
    );
  }
  await db.setting.create({ data: { key: mark, value: 'yes' } });
}
