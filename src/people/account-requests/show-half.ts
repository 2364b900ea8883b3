import type { Response } from 'express';
import { sayTo } from '../../web/frame.js';
import { page } from '../../web/views.js';

/**
 * Shows half of a password, in the answer to the form that made it: nothing keeps it, and the same form sent again
 * is led to the request.
 */
export function showHalf(
  res: Response,
  { half, text, href }: { half: 'first' | 'second'; text: string; href: string },
): void {
  const say = sayTo(res);
  page(res, 'people/half', {
    title: say(`people.half.${half}-title`),
    lead: say(`people.half.${half}-lead`),
    text,
    href,
  });
}
