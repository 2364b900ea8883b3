import { parentPort, workerData } from 'node:worker_threads';
import { type RefusalReason, RefusedFile } from './limits.js';

/** What a worker says at its end. */
export type JobAnswer<Value> =
  | { value: Value }
  | { refused: { reason: RefusalReason; most: number } };

/**
 * The whole of a worker: does one job with what it was started with, and answers what came of it.
 * @param handedOver what of it is given away and not copied
 */
export function answerJob<Input, Value>(
  work: (input: Input) => Promise<Value>,
  handedOver: (value: Value) => ArrayBuffer[] = () => [],
): void {
  const answer = (message: JobAnswer<Value>, transferred: ArrayBuffer[] = []) =>
    parentPort?.postMessage(message, transferred);
  work(workerData as Input).then(
    (value) => answer({ value }, handedOver(value)),
    (error: unknown) => {
      if (!(error instanceof RefusedFile)) throw error;
      answer({ refused: { reason: error.reason, most: error.most } });
    },
  );
}
