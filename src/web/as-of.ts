import type { Request } from 'express';
import { type Clock, type Day, isDay, today } from '../calendar/days.js';
import type { WordKey } from '../language/say.js';
import { WrongQuery } from './errors.js';

/**
 * The day that a page is read as of: `?asOf=2025-01-21`, else today in Zhoushan.
 * @throws WrongQuery for text that is no day, and for a day that has not come yet
 */
export function asOfDay(req: Pick<Request, 'query'>, clock: Clock): Day {
  const asOf = req.query.asOf;
  const now = today(clock.now());
  if (asOf === undefined || asOf === '') return now;
  if (typeof asOf !== 'string' || !isDay(asOf)) throw wrongDay('web.field.day');
  if (asOf > now) throw wrongDay('calendar.in-future');
  return asOf;
}

const wrongDay = (key: WordKey) => new WrongQuery([{ field: 'asOf', key }]);

/** An address with the day in it, where the page was asked as of a day: so it stays in the URL. */
export function keepAsOf(req: Request, href: string): string {
  const asOf = req.query.asOf;
  if (typeof asOf !== 'string' || asOf === '') return href;
  return `${href}${href.includes('?') ? '&' : '?'}asOf=${encodeURIComponent(asOf)}`;
}
