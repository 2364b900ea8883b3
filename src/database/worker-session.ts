import { Worker } from 'node:worker_threads';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import { workerProgram } from '../worker-program.js';
import type { Access, Row, Session } from './driver.js';
import { closedHandle } from './node-file.js';
import type { Answer, Call } from './node-file.worker.js';
import type { SqliteValue } from './values.js';

type Waiting = { resolve: (value: never) => void; reject: (error: unknown) => void };

/**
 * One file, opened by Node's own SQLite in a thread of its own, which begins with the first call. One that has ended, by
 * whatever fault, fails the call that it was at; the next begins another.
 */
export class WorkerSession implements Session {
  readonly #file: string;
  readonly #access: Access;
  #worker: Worker | null = null;
  #waiting: Waiting | null = null;
  #isClosed = false;

  constructor(file: string, access: Access) {
    this.#file = file;
    this.#access = access;
  }

  all(sql: string, args: readonly SqliteValue[]): Promise<Row[]> {
    return this.#call({ what: 'all', sql, args });
  }

  run(sql: string, args: readonly SqliteValue[]): Promise<number> {
    return this.#call({ what: 'run', sql, args });
  }

  exec(sql: string): Promise<void> {
    return this.#call({ what: 'exec', sql });
  }

  /** SQLite waits in the thread, as long as it was set to when the file was opened. */
  waitForLock(): void {}

  async close(): Promise<void> {
    if (this.#worker) await this.#call({ what: 'close' });
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  async #call<T>(call: Call): Promise<T> {
    if (this.#isClosed) throw closedHandle();
    this.#worker ??= this.#begun(await workerProgram(PROGRAM));
    const worker = this.#worker;
    return new Promise<T>((resolve, reject) => {
      this.#waiting = { resolve, reject };
      worker.ref();
      worker.postMessage(call);
    });
  }

  #begun(program: URL): Worker {
    const workerData = { file: this.#file, access: this.#access };
    const worker = new Worker(program, { workerData });
    const end = (error: Error) => {
      if (this.#worker === worker) this.#worker = null;
      this.#settle((waiting) => waiting.reject(error));
    };
    worker.on('message', (answer: Answer) => {
      worker.unref();
      this.#settle((waiting) => settleBy(waiting, answer));
    });
    worker.on('error', end);
    worker.on('exit', () => end(new Error('The thread that reads the database has ended.')));
    return worker;
  }

  #settle(settle: (waiting: Waiting) => void): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) settle(waiting);
  }
}

const PROGRAM = 'src/database/node-file.worker';

function settleBy({ resolve, reject }: Waiting, answer: Answer): void {
  if ('value' in answer) resolve(answer.value as never);
  else if ('cause' in answer) reject(new DriverAdapterError(answer.cause));
  else reject(Object.assign(new Error(answer.message), answer.fields));
}
