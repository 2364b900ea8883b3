import { Conflict } from '../language/refusal.js';

type Kind = 'plan' | 'run' | 'take-back';
type Work = { kind: Kind; done: Promise<unknown> };

/** What this process is doing for batches, by their ids. */
const underWay = new Map<number, Work>();

/** How long a page waits for it: a list of some dozens is done by then. */
const patienceMs = 3_000;

/**
 * Does something that may take long for a batch, and waits for it for a while: then it goes on by itself, and the page of
 * the batch says how far it is. What is under way already is joined and not begun again. What it is refused with while it
 * is waited for is thrown.
 * @throws Conflict where something of another kind is under way for the batch
 */
export async function inBackground(
  id: number,
  kind: Kind,
  act: () => Promise<unknown>,
): Promise<void> {
  const work = underWay.get(id) ?? begin(id, kind, act);
  if (work.kind !== kind) throw new Conflict('record.changed-meanwhile');
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  await Promise.race([work.done, patience]).finally(() => clearTimeout(timer));
}

function begin(id: number, kind: Kind, act: () => Promise<unknown>): Work {
  const work = { kind, done: act().finally(() => underWay.delete(id)) };
  underWay.set(id, work);
  // What becomes of it later, the batch says: it stands where it stopped.
  work.done.catch(() => {});
  return work;
}

export const isUnderWay = (id: number): boolean => underWay.has(id);

/** Waits until nothing is being done: for tests. */
export const idle = (): Promise<unknown> =>
  Promise.allSettled([...underWay.values()].map(({ done }) => done));
