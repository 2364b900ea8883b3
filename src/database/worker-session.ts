import { Worker } from 'node:worker_threads';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import { workerProgram } from '../worker-program.js';
import type { Access, Row, Session } from './driver.js';
import type { Answer, Call } from './node-file.worker.js';
import type { SqliteValue } from './values.js';

type Waiting = { resolve: (value: never) => void; reject: (error: unknown) => void };

/** One file, opened by Node's own SQLite in a thread of its own. One that has died fails its call, and all after it. */
export class WorkerSession implements Session {
  readonly #worker: Worker;
  #waiting: Waiting | null = null;
  #death: Error | null = null;

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (answer: Answer) => this.#settle(answer));
    worker.on('error', (error) => this.#die(error));
    worker.on('exit', () => this.#die(new Error('The thread that reads the database has ended.')));
    worker.unref();
  }

  static async open(file: string, access: Access): Promise<WorkerSession> {
    const program = await workerProgram('src/database/node-file.worker');
    const session = new WorkerSession(new Worker(program, { workerData: { file, access } }));
    await session.#call({ what: 'open' });
    return session;
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
    if (!this.#death) await this.#call({ what: 'close' });
    await this.#worker.terminate();
  }

  #call<T>(call: Call): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#death) return reject(this.#death);
      this.#waiting = { resolve, reject };
      this.#worker.ref();
      this.#worker.postMessage(call);
    });
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    this.#worker.unref();
    if ('value' in answer) waiting?.resolve(answer.value as never);
    else if ('cause' in answer) waiting?.reject(new DriverAdapterError(answer.cause));
    else waiting?.reject(Object.assign(new Error(answer.message), answer.fields));
  }

  #die(error: Error): void {
    this.#death ??= error;
    this.#waiting?.reject(error);
    this.#waiting = null;
  }
}
