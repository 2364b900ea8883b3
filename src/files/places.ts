import { HttpProblem } from '../web/errors.js';

/** Files that are read at once in this process, and that wait for it. */
const mostAtOnce = 2;
const mostWaiting = 20;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Waits for its turn to read a file, in the order of asking.
 * @returns what gives the place to the next
 * @throws HttpProblem (503) when too many wait already
 */
export async function takePlace(): Promise<() => void> {
  if (waiting.length >= mostWaiting)
    throw new HttpProblem(503, 'files.busy', { 'Retry-After': '30' });
  if (running < mostAtOnce) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  return () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
}
