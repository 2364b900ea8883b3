import type { Response } from 'express';
import { frameOf } from './frame.js';
import {
  eventsOfToken,
  leaveReceipt,
  type PlainReceipt,
  tokenOfEvents,
  tokenOfPlain,
} from './receipt-cookie.js';

/**
 * Leads on to a page of this site (303), which says once what the act has recorded. A page that only leads further
 * hands that on. A script that sent the form itself is told where to go; in `X-Receipt` it may hand in what forms that it
 * sent before have recorded, so that the page says all of it.
 * @param plain what it says where nothing was recorded
 */
export function leadOn(res: Response, location: string, plain?: PlainReceipt): void {
  const { noted, receiptToken } = frameOf(res);
  const isScript = res.req.method === 'POST' && res.req.accepts(['html', 'json']) === 'json';
  const earlier = isScript ? eventsOfToken(res.req.get('x-receipt') ?? '') : [];
  const events = [...new Set([...earlier, ...noted])];
  const unrecorded = plain ? tokenOfPlain(plain) : receiptToken;
  const token = events.length > 0 ? tokenOfEvents(events) : unrecorded;
  if (token !== null) leaveReceipt(res, location, token);
  if (isScript) res.json({ href: location, receipt: token });
  else res.status(303).location(location).end();
}
