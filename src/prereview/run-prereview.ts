import { today } from '../calendar/days.js';
import { type Db, transact } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';
import { inTurns } from '../policies/in-turns.js';
import { versionsInForce } from '../policies/versions.js';
import { settledVentures } from '../waivers/settled-ventures.js';
import { type Found, findOf } from './find.js';

export type Prereviewed = { ventures: number; found: Found[] };

/**
 * Assesses every settled venture against every policy in force, and keeps what there is to bring up in place of what
 * the run before found. Nobody is missed because nobody asked.
 * @param progress is told how many ventures are done
 */
export async function runPrereview(
  db: Db,
  at: Date,
  progress: (done: number) => void = () => {},
): Promise<Prereviewed> {
  const on = today(at);
  const versions = await versionsInForce(db, on);
  const found: Found[] = [];
  const pause = inTurns();
  let ventures = 0;
  for await (const batch of settledVentures(db, on)) {
    for (const venture of batch) {
      found.push(...findOf(venture, versions, on));
      await pause();
    }
    ventures += batch.length;
    progress(ventures);
  }
  await transact(
    db,
    async (tx) => {
      await tx.prereviewFinding.deleteMany();
      await tx.prereviewRun.deleteMany();
      await insertRows(tx, 'PrereviewFinding', found);
      await tx.prereviewRun.create({ data: { at, foundOn: on, ventures } });
    },
    { timeoutMs: 60_000 },
  );
  return { ventures, found };
}

/** Runs it where the newest run is of another day. @returns null where it was run today */
export async function prereviewOnceADay(db: Db, at: Date): Promise<Prereviewed | null> {
  const newest = await db.prereviewRun.findFirst({ orderBy: { id: 'desc' } });
  return newest?.foundOn === today(at) ? null : runPrereview(db, at);
}
