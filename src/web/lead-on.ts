import type { Response } from 'express';
import { frameOf } from './frame.js';
import { leaveReceipt, type PlainReceipt, tokenOfEvents, tokenOfPlain } from './receipt-cookie.js';

/**
 * Leads on to a page of this site (303), which says once what the act has recorded. A page that only leads further
 * hands that on.
 * @param plain what it says where nothing was recorded
 */
export function leadOn(res: Response, location: string, plain?: PlainReceipt): void {
  const { noted, receiptToken } = frameOf(res);
  const unrecorded = plain ? tokenOfPlain(plain) : receiptToken;
  const token = noted.length > 0 ? tokenOfEvents(noted) : unrecorded;
  if (token !== null) leaveReceipt(res, location, token);
  res.status(303).location(location).end();
}
