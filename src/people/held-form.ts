import type { ErrorRequestHandler, Response } from 'express';
import { z } from 'zod';
import { localPath } from '../web/addresses.js';
import { wantsJson } from '../web/error-handler.js';
import { HttpProblem } from '../web/errors.js';
import { formView } from '../web/forms.js';
import { sayTo } from '../web/frame.js';
import { type Resend, resendOf } from '../web/resend.js';
import { page } from '../web/views.js';
import { signInPage } from './sign-in-page.js';

const Held = z.object({
  action: z.string(),
  fields: z.array(z.object({ name: z.string(), value: z.string() })),
  hasInput: z.boolean(),
  hasSecrets: z.boolean(),
  hasFile: z.boolean(),
});

/**
 * A form that came after its session had ended: the page to sign in carries what was typed along, so that nothing has to be
 * typed again. What no page may show, such as a password, is left out.
 */
export const holdForm: ErrorRequestHandler = (error, req, res, next) => {
  const isEnded = error instanceof HttpProblem && error.status === 401;
  const held = isEnded && !res.headersSent && !wantsJson(req) ? resendOf(req) : null;
  if (!held?.hasInput) return next(error);
  res.status(401).set('Cache-Control', 'no-store');
  signInPage(res, formView(sayTo(res), { held: JSON.stringify(held) }));
};

/** What was carried along; null for nothing, or what this site has not made. */
export function readHeld(text: string): Resend | null {
  const read = Held.safeParse(parsed(text));
  if (!read.success || localPath(read.data.action) === null) return null;
  const { fields, ...held } = read.data;
  return { ...held, fields: fields.filter(({ name }) => name !== '_token') };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** After signing in: what was typed, to be sent again by whoever has signed in. */
export function sendAgainPage(res: Response, held: Resend): void {
  const say = sayTo(res);
  res.set('Cache-Control', 'no-store');
  page(res, 'people/send-again', { title: say('people.send-again.title'), resend: held });
}
