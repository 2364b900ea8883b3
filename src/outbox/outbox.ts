import type { RequestHandler } from 'express';
import { changesOf } from '../database/database.js';
import { type DrainDeps, drainOnce } from './drain.js';

/** Sends what waits whenever it is woken, one round at a time. */
export class Outbox {
  readonly #deps: DrainDeps;
  #round: Promise<void> | null = null;
  #isWanted = false;
  #isStopped = false;
  /** Up to which change of the messages the last round has looked. */
  #looked: string | undefined;

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

  /** Where a message was announced, or anything else changed messages, since the last round began. */
  wakeIfAnnounced(): void {
    if (this.#announced() !== this.#looked) this.wake();
  }

  #announced(): string | undefined {
    return changesOf(this.#deps.db)?.markOf(['OutboxMessage']);
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
        this.#looked = this.#announced();
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
