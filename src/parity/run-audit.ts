import { today } from '../calendar/days.js';
import { type Db, transact } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { type Audit, audit } from './audit.js';

/** The newest audit that was run, or null. */
export async function newestRun(reads: Db): Promise<{ at: Date; result: Audit } | null> {
  const run = await reads.parityRun.findFirst({ orderBy: { id: 'desc' } });
  return run && { at: run.at, result: run.result as unknown as Audit };
}

/**
 * Runs the audit and keeps what it found, so that pages need not run it again. Runs before it are not kept.
 * @param progress is told how many cases are done
 */
export async function runAudit(
  db: Db,
  by: Actor,
  progress?: (done: number) => void,
): Promise<Audit> {
  const result = await audit(db, progress);
  await transact(db, async (tx) => {
    await tx.parityRun.deleteMany();
    await tx.parityRun.create({
      data: {
        ...{ at: by.at, byId: by.accountId, cases: result.cases, result },
        differing: result.differing.length,
      },
    });
  });
  return result;
}

/** Runs it where the newest run is of another day. @returns null where it was run today */
export async function auditOnceADay(db: Db, at: Date): Promise<Audit | null> {
  const newest = await newestRun(db);
  if (newest && today(newest.at) === today(at)) return null;
  return runAudit(db, { accountId: null, at });
}
