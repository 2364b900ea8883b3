/** What this process is doing for batches, by their ids. */
const underWay = new Map<number, Promise<unknown>>();

/** How long a page waits for it: a list of some dozens is done by then. */
const patienceMs = 3_000;

/**
 * Does something that may take long for a batch, and waits for it for a while: then it goes on by itself, and the page of
 * the batch says how far it is. What it is refused with while it is waited for is thrown.
 */
export async function inBackground(id: number, act: () => Promise<unknown>): Promise<void> {
  const work = act().finally(() => underWay.delete(id));
  underWay.set(id, work);
  // What becomes of it later, the batch says: it stands where it stopped.
  work.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  await Promise.race([work, patience]).finally(() => clearTimeout(timer));
}

export const isUnderWay = (id: number): boolean => underWay.has(id);

/** Waits until nothing is being done: for tests. */
export const idle = (): Promise<unknown> => Promise.allSettled(underWay.values());
