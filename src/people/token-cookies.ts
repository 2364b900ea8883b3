import type { Request, Response } from 'express';
import { cookieOf } from '../web/cookies.js';
import { deviceMs } from './sessions.js';

/** `session` says who is signed in; `device` is of a browser that somebody has signed in from. */
type TokenCookie = 'session' | 'device';

/** Over https the name starts so that no other site under the same domain can plant the cookie. */
function nameOf(cookie: TokenCookie, secure: boolean): string {
  return secure ? `__Host-${cookie}` : cookie;
}

/** The token that a browser sent, or null: also for what cannot be a token. */
export function tokenFrom(req: Request, cookie: TokenCookie, secure: boolean): string | null {
  const token = cookieOf(req, nameOf(cookie, secure));
  return token !== null && /^[\w-]{43}$/.test(token) ? token : null;
}

/** A session's cookie is gone when the browser is closed; a device's stays. */
export function giveToken(
  res: Response,
  cookie: TokenCookie,
  token: string,
  secure: boolean,
): void {
  const lifetime = cookie === 'device' ? { maxAge: deviceMs } : {};
  res.cookie(nameOf(cookie, secure), token, { ...attributes(secure), ...lifetime });
}

export function takeSessionBack(res: Response, secure: boolean): void {
  res.clearCookie(nameOf('session', secure), attributes(secure));
}

function attributes(secure: boolean) {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
}
