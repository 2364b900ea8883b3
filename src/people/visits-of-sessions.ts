import type { Db } from '../database/database.js';

/**
 * When sessions were last seen, until it is written down. A visit counts from the moment it is noted; it is written
 * beside the requests, by one writer at a time, and again with the next visit where that could not be done: on a full
 * disk, or while another process holds the lock, people go on reading and stay signed in.
 */
class Visits {
  readonly #db: Db;
  readonly #unwritten = new Map<string, Date>();
  #writing: Promise<void> | null = null;

  constructor(db: Db) {
    this.#db = db;
  }

  /** The last visit that is not written yet. */
  lastOf(tokenHash: string): Date | undefined {
    return this.#unwritten.get(tokenHash);
  }

  note(tokenHash: string, at: Date): void {
    this.#unwritten.set(tokenHash, at);
    // What fails is the writer's to report (/readyz), and is tried again with the next visit.
    this.write().catch(() => {});
  }

  /** Writes all visits that were noted. @throws what the database throws; the visits are kept then */
  write(): Promise<void> {
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
    });
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    for (const [tokenHash, lastSeenAt] of this.#unwritten) {
      await this.#db.session.updateMany({ where: { tokenHash }, data: { lastSeenAt } });
      if (this.#unwritten.get(tokenHash) === lastSeenAt) this.#unwritten.delete(tokenHash);
    }
  }
}

const known = new WeakMap<Db, Visits>();

/** The visits of a database's sessions. */
export function visitsOf(db: Db): Visits {
  const visits = known.get(db) ?? new Visits(db);
  known.set(db, visits);
  return visits;
}
