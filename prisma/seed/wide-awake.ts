import { availableParallelism } from 'node:os';

/**
 * Does work that is tens of thousands of small statements, one after the other, without letting the event loop fall
 * asleep between them: to wake it costs more than most of them take. On a single core they need it themselves.
 */
export async function wideAwake<T>(work: () => Promise<T>): Promise<T> {
  let isOver = availableParallelism() === 1;
  const turn = () => {
    if (!isOver) setImmediate(turn);
  };
  turn();
  try {
    return await work();
  } finally {
    isOver = true;
  }
}
