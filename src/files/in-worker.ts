import { Worker } from 'node:worker_threads';
import { workerProgram } from '../worker-program.js';
import type { JobAnswer } from './answer-job.js';
import { RefusedFile } from './limits.js';
import { takePlace } from './places.js';

/** What a job may take. Its bytes and tables lie beside the heap, and are held by the limits of what it reads. */
export type JobLimits = { heapMegabytes: number; seconds: number };

/**
 * Does one job in a thread of its own, so that the site goes on answering, and ends it when it takes too long or too much.
 * @param program the worker's source without its ending, from the root: `src/files/read-table.worker`
 * @throws RefusedFile as the job does, for one that takes too long or too much memory; HttpProblem (503) when too many
 * jobs wait already
 */
export async function inWorker<Value>(
  program: string,
  input: unknown,
  limits: JobLimits,
): Promise<Value> {
  const leave = await takePlace();
  try {
    return await runWorker<Value>(await workerProgram(program), input, limits);
  } finally {
    leave();
  }
}

async function runWorker<Value>(
  file: URL,
  input: unknown,
  { heapMegabytes, seconds }: JobLimits,
): Promise<Value> {
  const worker = new Worker(file, {
    workerData: input,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 32 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Value>((resolve, reject) => {
      timer = setTimeout(() => reject(new RefusedFile('time', seconds)), seconds * 1000);
      worker.once('error', (error) => reject(refusalOf(error)));
      worker.once('exit', () => reject(new Error(`${file.pathname} ended without an answer`)));
      worker.once('message', (answer: JobAnswer<Value>) => {
        if ('value' in answer) resolve(answer.value);
        else reject(new RefusedFile(answer.refused.reason, answer.refused.most));
      });
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const refusalOf = (error: Error): Error =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new RefusedFile('memory')
    : error;
