import type { ChildProcess } from 'node:child_process';
import type { Profiler } from 'node:inspector';

/** What a process has worked since it began: milliseconds of all its threads, and statements that it ran. */
export type Work = { cpuMs: number; statements: number };

/** A process that was started with `meter.cjs`. */
export type Meter = {
  read(): Promise<Work>;
  beginProfile(): Promise<null>;
  /** Where its main thread was since then. */
  endProfile(): Promise<Profiler.Profile>;
};

export function meterOf(child: ChildProcess): Meter {
  const waiting = new Map<number, (answer: never) => void>();
  let last = 0;
  child.on('message', ({ id, answer }: { id: number; answer: never }) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  const ask = <T>(question: keyof Meter) =>
    new Promise<T>((resolve) => {
      last += 1;
      waiting.set(last, resolve as (answer: never) => void);
      child.send({ id: last, question });
    });
  return {
    read: () => ask('read'),
    beginProfile: () => ask('beginProfile'),
    endProfile: () => ask('endProfile'),
  };
}
