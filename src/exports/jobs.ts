import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import { boxFaultOf } from '../database/box-faults.js';
import { type Db, transact } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { slowly } from '../database/slowly.js';
import type { Deps } from '../web/deps.js';
import { HttpProblem } from '../web/errors.js';
import type { ExportingDeps } from './deps.js';
import { exportsFolder } from './exports-folder.js';
import { makeDue } from './make-due.js';
import { type Job, makeJob, NoLongerWanted, tellOwner } from './make-job.js';

/** A job that was cut off so often is not tried again. */
const mostAttempts = 3;

/** Makes the files that were asked for, one at a time. */
export class ReportJobs {
  readonly #deps: ExportingDeps;
  readonly #log: Pick<Logger, 'error'> | null;
  #round: Promise<void> | null = null;
  #isWanted = false;
  readonly #stop = new AbortController();
  /** What the machine broke off, and could not even write down: to be begun again in the next round. */
  readonly #brokenOff = new Set<number>();

  constructor(deps: ExportingDeps, log: Pick<Logger, 'error'> | null = null) {
    this.#deps = deps;
    this.#log = log;
  }

  /** Soon after: never in the way of who asks. */
  wake(): void {
    this.#isWanted = true;
    if (this.#stop.signal.aborted || this.#round) return;
    this.#round = this.#work().finally(() => {
      this.#round = null;
      if (this.#isWanted) this.wake();
    });
  }

  /** Waits until nothing is being made. */
  async idle(): Promise<void> {
    await this.#round;
  }

  /** What is being made is given up, and begun again at the next start. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#round;
  }

  async #work(): Promise<void> {
    try {
      while (this.#isWanted && !this.#stop.signal.aborted) {
        this.#isWanted = false;
        await this.#resume();
        const { db, clock, exports } = this.#deps;
        await makeDue(db, clock.now(), exports.scheduling);
        while (!this.#stop.signal.aborted && (await this.#next())) {}
      }
    } catch (error) {
      this.#log?.error({ err: error }, 'the making of reports stopped');
    }
  }

  async #resume(): Promise<void> {
    if (this.#brokenOff.size === 0) return;
    await waitAgain(this.#deps, { id: { in: [...this.#brokenOff] } });
    this.#brokenOff.clear();
  }

  /** @returns whether there was one */
  async #next(): Promise<boolean> {
    const { db, clock } = this.#deps;
    const job = await db.reportJob.findFirst({
      where: { state: 'waiting' },
      orderBy: { id: 'asc' },
    });
    if (!job) return false;
    const { count } = await db.reportJob.updateMany({
      where: { id: job.id, state: 'waiting' },
      data: { state: 'running', startedAt: clock.now(), attempts: { increment: 1 } },
    });
    if (count === 0) return true;
    try {
      await slowly(() => makeJob(this.#deps, job, this.#stop.signal));
    } catch (error) {
      if (!(error instanceof NoLongerWanted)) await this.#endAfter(error, job);
    }
    return true;
  }

  /** A fault of the machine passes: the job is begun again, and only one that is no use to try again has failed. */
  async #endAfter(error: unknown, job: Job): Promise<void> {
    try {
      if (boxFaultOf(error) !== null) throw error;
      await this.#fail(job, error);
    } catch (fault) {
      this.#brokenOff.add(job.id);
      throw fault;
    }
  }

  async #fail(job: Job, error: unknown): Promise<void> {
    const { db, clock } = this.#deps;
    const isRefused = error instanceof HttpProblem;
    if (!isRefused) this.#log?.error({ err: error, job: job.id }, 'a report was not made');
    const problem = isRefused ? 'refused' : 'broken';
    await transact(db, async (tx) => {
      await tx.reportJob.updateMany({
        where: { id: job.id, state: 'running' },
        data: { state: 'failed', problem, finishedAt: clock.now() },
      });
      await tellOwner(tx, job, clock.now(), 'reports.not-made');
    });
  }
}

const runners = new WeakMap<Db, ReportJobs>();

/** The one runner of a database. */
export function jobsOf(deps: ExportingDeps, log: Pick<Logger, 'error'> | null = null): ReportJobs {
  const known = runners.get(deps.db) ?? new ReportJobs(deps, log);
  runners.set(deps.db, known);
  return known;
}

/** What was cut off waits again, or has failed where that happened too often. */
async function waitAgain(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  which: Prisma.ReportJobWhereInput,
): Promise<void> {
  const where = { AND: [which, { state: 'running' }] };
  await db.reportJob.updateMany({
    where: { AND: [where, { attempts: { gte: mostAttempts } }] },
    data: { state: 'failed', problem: 'cut-off', finishedAt: clock.now() },
  });
  await db.reportJob.updateMany({ where, data: { state: 'waiting', done: 0 } });
}

/**
 * At a start nothing runs yet, as no other server is let on the same database: what was cut off waits again, or has
 * failed. Nothing is deleted.
 */
export const resumeJobs = (deps: Pick<Deps, 'db' | 'clock'>): Promise<void> => waitAgain(deps, {});

/** Deletes files that have been kept for as long as was said. */
export async function sweepJobs({ db, clock, config }: Deps): Promise<void> {
  const old = await db.reportJob.findMany({
    where: { file: { not: null }, expiresAt: { lte: clock.now() } },
  });
  if (old.length === 0) return;
  await db.reportJob.updateMany({
    where: { id: { in: old.map(({ id }) => id) } },
    data: { file: null },
  });
  for (const { file } of old)
    await rm(path.join(exportsFolder(config), file ?? ''), { force: true });
}
