import type { RequestHandler } from 'express';
import { type DrainDeps, drainOnce } from './drain.js';

/** Sends what waits whenever it is woken, one round at a time. */
export class Outbox {
  readonly #deps: DrainDeps;
  #round: Promise<void> | null = null;
  #isWanted = false;
  #isStopped = false;

  constructor(deps: DrainDeps) {
    this.#deps = deps;
  }

  /** Soon after: never in the way of who wakes it. */
  wake(): void {
    this.#isWanted = true;
    if (this.#isStopped || this.#round) return;
    this.#round = this.#drain().finally(() => {
      this.#round = null;
    });
  }

  /** No new round; the one under way comes to its end. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#round;
  }

  async #drain(): Promise<void> {
    try {
      while (this.#isWanted && !this.#isStopped) {
        this.#isWanted = false;
        if ((await drainOnce(this.#deps)) > 0) this.#isWanted = true;
      }
    } catch (error) {
      this.#deps.log.error({ err: error }, 'the outbox stopped');
    }
  }
}

/** Wakes the outbox once a request that may have changed something is answered, and so committed. */
export const afterChange =
  (wake: () => void): RequestHandler =>
  (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') res.once('finish', wake);
    next();
  };
