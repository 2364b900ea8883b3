import { AsyncLocalStorage } from 'node:async_hooks';

const noted = new AsyncLocalStorage<number[]>();

/** Does an act, and gathers in `ids` the events that it and what it calls record. */
export const notingEvents = <T>(ids: number[], act: () => T): T => noted.run(ids, act);

/** Where the events recorded here are noted; nothing where nobody asks for them. */
export const notedHere = (): number[] | undefined => noted.getStore();
