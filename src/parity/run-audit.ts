import { today } from '../calendar/days.js';
import { type Db, transact } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { viewerOfAccount } from '../people/viewer-of-account.js';
import { allow } from '../web/errors.js';
import { type Audit, audit } from './audit.js';
import { canRunParity } from './permissions.js';

/** The newest audit that was run, or null. */
export async function newestRun(reads: Db): Promise<{ at: Date; result: Audit } | null> {
  const run = await reads.parityRun.findFirst({ orderBy: { id: 'desc' } });
  return run && { at: run.at, result: run.result as unknown as Audit };
}

/**
 * Runs the audit and keeps what it found, so that pages need not run it again. Runs before it are not kept.
 * @param progress is told how many cases are done
 * @throws Forbidden but for the bureau and the system
 */
export async function runAudit(
  db: Db,
  by: Actor,
  progress?: (done: number) => void,
): Promise<Audit> {
  await refuseStranger(db, by);
  const result = await audit(db, progress, today(by.at));
  await transact(db, async (tx) => {
    await refuseUnless(tx, by, canRunParity);
    await tx.parityRun.deleteMany();
    await tx.parityRun.create({
      data: {
        at: by.at,
        byId: by.accountId,
        cases: result.cases,
        result,
        differing: result.differing.length,
      },
    });
  });
  return result;
}

/** Before the work, and not only when it is kept. */
async function refuseStranger(db: Db, by: Actor): Promise<void> {
  if (by.accountId === null) return;
  const viewer = await viewerOfAccount(db, by.accountId);
  allow(viewer !== null && canRunParity(viewer));
}

/** Runs it where the newest run is of another day. @returns null where it was run today */
export async function auditOnceADay(db: Db, at: Date): Promise<Audit | null> {
  const newest = await newestRun(db);
  if (newest && today(newest.at) === today(at)) return null;
  return runAudit(db, { accountId: null, at });
}

const underWay = new WeakMap<Db, Promise<Audit>>();

/** Whether a run that somebody asked for is still under way. */
export const isUnderWay = (db: Db): boolean => underWay.has(db);

/** How long an answer waits for a run: one of some thousands of cases is over by then. */
const PATIENCE_MS = 3000;

/**
 * Runs the audit for a page, one run at a time: who asks while one is under way waits for that one. It goes on after
 * the answer where it takes longer; should it fail then, the newest run stays the one before.
 * @throws what a run throws that fails before that
 */
export async function runForPage(db: Db, by: Actor): Promise<void> {
  await refuseStranger(db, by);
  const run = underWay.get(db) ?? runAudit(db, by).finally(() => underWay.delete(db));
  underWay.set(db, run);
  run.catch(() => {}); // told to who still waits for it, below
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([run, patience]).finally(() => clearTimeout(timer));
}
