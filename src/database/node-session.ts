import { setTimeout as pause } from 'node:timers/promises';
import { type Access, LONGEST_LOCK_MS, type Row, type Session } from './driver.js';
import { isSqliteError } from './errors.js';
import { NodeFile } from './node-file.js';
import type { SqliteValue } from './values.js';
import { WorkerSession } from './worker-session.js';

/** A call that took longer, in milliseconds, has kept others waiting. */
const LONG_MS = 10;

/**
 * Opens the file with Node's own SQLite, which answers in the calling thread: at a fifth of what it costs to ask a
 * thread, and everything else waits meanwhile. So slow work has a thread of its own, and a question that reads all rows
 * of a table another; what writes stays here, as its statements are small.
 */
export async function openNodeSession(file: string, access: Access): Promise<Session> {
  if (access === 'read-slowly') return new WorkerSession(file, access);
  const opened = new NodeFile(file, access);
  // SQLite would wait for another process's lock here, and hold everything up: it is waited for below.
  opened.exec('PRAGMA busy_timeout = 0');
  return new NodeSession(opened, access === 'read' ? new WorkerSession(file, access) : null);
}

class NodeSession implements Session {
  readonly #file: NodeFile;
  /** For what scans; what writes has none, as its transaction is here. */
  readonly #beside: Session | null;
  #lockMs = LONGEST_LOCK_MS;

  constructor(file: NodeFile, beside: Session | null) {
    this.#file = file;
    this.#beside = beside;
  }

  async all(sql: string, args: readonly SqliteValue[]): Promise<Row[]> {
    if (this.#beside && this.#file.scans(sql)) return this.#beside.all(sql, args);
    return this.#patiently(() => this.#file.all(sql, args));
  }

  run(sql: string, args: readonly SqliteValue[]): Promise<number> {
    return this.#patiently(() => this.#file.run(sql, args));
  }

  exec(script: string): Promise<void> {
    return this.#patiently(() => this.#file.exec(script));
  }

  waitForLock(ms: number): void {
    this.#lockMs = ms;
  }

  async close(): Promise<void> {
    await this.#beside?.close();
    this.#file.close();
  }

  /**
   * Does the call, and again as long as another process holds the lock and the time for it lasts. What is refused so has
   * changed nothing: every transaction begins as one that writes, and has the lock from its first statement on.
   */
  async #patiently<T>(call: () => T): Promise<T> {
    const end = performance.now() + this.#lockMs;
    for (let ms = 1; ; ms = Math.min(2 * ms, 50)) {
      try {
        return await this.#called(call);
      } catch (error) {
        const isBusy = isSqliteError(error) && error.code === 'SQLITE_BUSY';
        if (!isBusy || performance.now() > end) throw error;
      }
      await pause(ms);
    }
  }

  /** After a long call whatever is due comes first, such as the end of a transaction that took too long. */
  async #called<T>(call: () => T): Promise<T> {
    const since = performance.now();
    const result = call();
    if (performance.now() - since > LONG_MS) await pause(0);
    return result;
  }
}
