import type { RequestHandler } from 'express';
import { viewerOrNull } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { frameOf } from '../web/frame.js';
import { eventsOfToken, plainOfToken, takeReceipt } from '../web/receipt-cookie.js';
import { ownEvents } from './own-events.js';
import { presentReceipt } from './present-receipt.js';

/** Puts what the viewer has just done above the page that the act led to, once. A page after no act costs nothing. */
export function showReceipt({ db, clock }: Deps): RequestHandler {
  return async (req, res, next) => {
    const token = takeReceipt(req, res);
    const viewer = token === null ? null : viewerOrNull(res);
    if (token === null || viewer === null) return next();
    const frame = frameOf(res);
    const plain = plainOfToken(token);
    if (plain) {
      frame.receipt = { text: frame.say(`receipts.plain.${plain}`), also: null, undo: null };
      frame.receiptToken = token;
      return next();
    }
    const recorded = await ownEvents(db, viewer, { ids: eventsOfToken(token), now: clock.now() });
    frame.receipt = recorded && (await presentReceipt(db, viewer, recorded, frame));
    // A page that only leads on gives it to the next.
    frame.receiptToken = frame.receipt && token;
    next();
  };
}
