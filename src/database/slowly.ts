import { AsyncLocalStorage } from 'node:async_hooks';

const slow = new AsyncLocalStorage<true>();

/**
 * Does work whose questions read much, such as a report or a file of everything: they have connections of their own, so
 * that no page waits behind them. It does not matter in a transaction, which has the one that writes.
 */
export const slowly = <T>(work: () => T): T => slow.run(true, work);

/** Whether the calling code does such work. */
export const isSlow = (): boolean => slow.getStore() === true;
