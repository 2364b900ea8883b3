import type { ErrorRequestHandler, Response } from 'express';
import { wantsJson } from '../web/error-handler.js';
import { HttpProblem } from '../web/errors.js';
import { formView } from '../web/forms.js';
import { sayTo } from '../web/frame.js';
import { type Resend, resendOf } from '../web/resend.js';
import { page } from '../web/views.js';
import { readUnread } from './read-unread.js';
import { signInPage } from './sign-in-page.js';

/** More does not go along through the sign-in, whose form is read like any other. */
const mostCarried = 200_000;

/**
 * A form that came after its session had ended: the page to sign in carries what was typed along, so that nothing has to be
 * typed again. What no page may show, such as a password, is left out.
 */
export const holdForm: ErrorRequestHandler = async (error, req, res, next) => {
  const isEnded = error instanceof HttpProblem && error.status === 401;
  if (!isEnded || res.headersSent || wantsJson(req)) return next(error);
  await readUnread(req, res);
  const form = resendOf(req);
  if (!form?.hasInput && !form?.files) return next(error);
  const held = JSON.stringify(form);
  if (encodeURIComponent(held).length > mostCarried) return next(error);
  res.status(401).set('Cache-Control', 'no-store');
  signInPage(res, formView(sayTo(res), { held }));
};

/** After signing in: what was typed, to be sent again by whoever has signed in. */
export function sendAgainPage(res: Response, held: Resend): void {
  const say = sayTo(res);
  res.set('Cache-Control', 'no-store');
  page(res, 'people/send-again', { title: say('people.send-again.title'), resend: held });
}
