import { parentPort, workerData } from 'node:worker_threads';
import { type DriverAdapterError, isDriverAdapterError } from '@prisma/driver-adapter-utils';
import type { Access } from './driver.js';
import { NodeFile } from './node-file.js';
import type { SqliteValue } from './values.js';

/** What the thread is asked for, one at a time. */
export type Call =
  | { what: 'all' | 'run'; sql: string; args: readonly SqliteValue[] }
  | { what: 'exec'; sql: string }
  | { what: 'close' };

/** What came of it: a value; an error of SQLite with its number and name; or one that the adapter's words have already. */
export type Answer =
  | { value: unknown }
  | { message: string; fields: { errno: number | undefined; code: string | undefined } }
  | { cause: DriverAdapterError['cause'] };

const { file, access } = workerData as { file: string; access: Access };
let opened: NodeFile | undefined;

function answer(call: Call): unknown {
  opened ??= new NodeFile(file, access);
  if (call.what === 'all') return opened.all(call.sql, call.args);
  if (call.what === 'run') return opened.run(call.sql, call.args);
  if (call.what === 'exec') return opened.exec(call.sql);
  return opened.close();
}

function failureOf(error: unknown): Answer {
  if (isDriverAdapterError(error)) return { cause: error.cause };
  const { message, errno, code } = error as Error & { errno?: number; code?: string };
  return { message, fields: { errno, code } };
}

parentPort?.on('message', (call: Call) => {
  let said: Answer;
  try {
    said = { value: answer(call) };
  } catch (error) {
    said = failureOf(error);
  }
  parentPort?.postMessage(said);
});
