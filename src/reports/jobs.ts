import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import { type Db, transact } from '../database/database.js';
import type { Deps } from '../web/deps.js';
import { HttpProblem } from '../web/errors.js';
import { exportsFolder } from './exports-folder.js';
import { makeDue } from './make-due.js';
import { type Job, makeJob, NoLongerWanted, tellOwner } from './make-job.js';

/** A job that was cut off so often is not tried again. */
const mostAttempts = 3;

/** Makes the files that were asked for, one at a time. */
export class ReportJobs {
  readonly #deps: Deps;
  readonly #log: Pick<Logger, 'error'> | null;
  #round: Promise<void> | null = null;
  #isWanted = false;
  readonly #stop = new AbortController();

  constructor(deps: Deps, log: Pick<Logger, 'error'> | null = null) {
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

  /** What is being made is given up, and begun again at the next start. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#round;
  }

  async #work(): Promise<void> {
    try {
      while (this.#isWanted && !this.#stop.signal.aborted) {
        this.#isWanted = false;
        await makeDue(this.#deps.db, this.#deps.clock.now());
        while (!this.#stop.signal.aborted && (await this.#next())) {}
      }
    } catch (error) {
      this.#log?.error({ err: error }, 'the making of reports stopped');
    }
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
      await makeJob(this.#deps, job, this.#stop.signal);
    } catch (error) {
      if (!(error instanceof NoLongerWanted)) await this.#fail(job, error);
    }
    return true;
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
export function jobsOf(deps: Deps, log: Pick<Logger, 'error'> | null = null): ReportJobs {
  const known = runners.get(deps.db) ?? new ReportJobs(deps, log);
  runners.set(deps.db, known);
  return known;
}

/**
 * At a start nothing runs yet, as no other server is let on the same database: what was cut off waits again, or has
 * failed. Nothing is deleted.
 */
export async function resumeJobs({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  await db.reportJob.updateMany({
    where: { state: 'running', attempts: { gte: mostAttempts } },
    data: { state: 'failed', problem: 'cut-off', finishedAt: clock.now() },
  });
  await db.reportJob.updateMany({
    where: { state: 'running' },
    data: { state: 'waiting', done: 0 },
  });
}

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
