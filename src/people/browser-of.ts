import type { Request, Response } from 'express';
import type { Browser, SignedIn } from './known-devices.js';
import { giveToken, tokenFrom } from './token-cookies.js';

export function browserOf(req: Request, secure: boolean): Browser {
  return {
    address: req.ip ?? '',
    userAgent: req.get('user-agent') ?? '',
    device: tokenFrom(req, 'device', secure),
    session: tokenFrom(req, 'session', secure),
  };
}

export function giveTokens(res: Response, { session, device }: SignedIn, secure: boolean): void {
  giveToken(res, 'session', session, secure);
  giveToken(res, 'device', device, secure);
}
