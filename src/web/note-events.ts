import type { RequestHandler } from 'express';
import { notingEvents } from '../history/noted-events.js';
import { frameOf } from './frame.js';

/**
 * Notes the events that a form's act records, so that the page it leads to can say what was done. It comes after the
 * body was read: what runs before that is called from the socket, and forgets who is asking.
 */
export const noteEvents: RequestHandler = (req, res, next) => {
  if (req.method !== 'POST') return next();
  notingEvents(frameOf(res).noted, next);
};
