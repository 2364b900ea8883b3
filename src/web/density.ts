import type { Request, Response } from 'express';
import type { Say } from '../language/say.js';
import { cookieOf } from './cookies.js';

const yearMs = 365 * 24 * 60 * 60 * 1000;

/** How close the rows of long lists stand, and the same address with the other choice. */
export type Density = { isTight: boolean; other: { href: string; label: string } };

/** `?density=` decides and is remembered in a cookie; then the cookie; then wide. */
export function densityOf(
  req: Request,
  res: Response,
  { secure, say }: { secure: boolean; say: Say },
): Density {
  const requested = /[?&]density=(tight|wide)(?:&|$)/.exec(req.originalUrl)?.[1];
  if (requested)
    res.cookie('density', requested, { maxAge: yearMs, sameSite: 'lax', httpOnly: true, secure });
  const isTight = (requested ?? cookieOf(req, 'density')) === 'tight';
  const [, query = ''] = req.originalUrl.split('?', 2);
  const others = query.split('&').filter((part) => part !== '' && !part.startsWith('density='));
  const href = `${req.path}?${[...others, `density=${isTight ? 'wide' : 'tight'}`].join('&')}`;
  return {
    isTight,
    other: { href, label: say(`components.density-${isTight ? 'wide' : 'tight'}`) },
  };
}
