import type { Response } from 'express';
import { frameOf } from '../web/frame.js';
import { type Viewer, viewerOf } from './viewer.js';

/** Who goes where there is no connection. Others read all parks or what is sealed, and never away from a desk. */
export const canKeepCopies = (viewer: Viewer): boolean => viewer.role === 'park-manager';

/**
 * Lets the device of a manager who chose so there keep a copy of this page for when there is no connection
 * (`static/offline-worker.js`). The handlers that call this are the closed list of such pages: none of them shows anything sealed.
 */
export function letKeepCopy(res: Response): void {
  if (!canKeepCopies(viewerOf(res))) return;
  frameOf(res).isCopyable = true;
  res.set('Offline-Copy', 'yes');
}
