import type { Request, Response } from 'express';
import { cookieOf } from '../web/cookies.js';
import { Answers } from './answers.js';

const name = 'eligibility';
/** Browsers keep cookies of 4,096 bytes, name and attributes included. */
const most = 3_900;

/**
 * The answers that a browser sent. They are a visitor's own word whatever way they came, so they are checked
 * for what they may be and not signed; what cannot be answers counts as none.
 */
export function readAnswers(req: Request): Answers {
  const sent = cookieOf(req, name);
  if (sent === null || sent.length > most) return {};
  try {
    const read = Answers.safeParse(JSON.parse(Buffer.from(sent, 'base64url').toString('utf8')));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

/**
 * Keeps the answers until the browser is closed: a phone may be somebody else's. The whole site gets them,
 * so that the application can go on with them.
 * @returns false where they are too long to be kept
 */
export function keepAnswers(res: Response, answers: Answers, secure: boolean): boolean {
  const value = Buffer.from(JSON.stringify(answers)).toString('base64url');
  if (value.length > most) return false;
  res.cookie(name, value, attributes(secure));
  return true;
}

export const forgetAnswers = (res: Response, secure: boolean): void => {
  res.clearCookie(name, attributes(secure));
};

const attributes = (secure: boolean) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure }) as const;
