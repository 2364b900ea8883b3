import { setTimeout as pause } from 'node:timers/promises';
import type { Request } from 'express';
import { boxFaultOf } from '../database/box-faults.js';

/** How long a page waits for a write that it can do without, in milliseconds. */
const PATIENCE_MS = 500;

/**
 * Waits for a write that a page can do without: where the machine refuses it, or is slow with it, the page is shown
 * all the same. @throws any other error of the write that comes in time
 */
export async function unlessRefused(req: Request, write: Promise<unknown>): Promise<void> {
  const written = write.catch((error: unknown) => {
    if (boxFaultOf(error) === null) throw error;
    req.log.warn({ err: error }, 'a page was shown without what it writes');
  });
  await Promise.race([written, pause(PATIENCE_MS, undefined, { ref: false })]);
}
