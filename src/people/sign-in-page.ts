import type { Response } from 'express';
import type { FormView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { addressOf, nextOf } from './code-page.js';
import { readHeld } from './read-held.js';

/** The page to sign in: `next` is where it leads, and `held` a form that is then offered to be sent again. */
export function signInPage(res: Response, form: FormView): void {
  const { say, isDemo } = frameOf(res);
  const next = nextOf(form.typed.next);
  const held = typeof form.typed.held === 'string' ? form.typed.held : '';
  const hasFiles = (readHeld(held)?.files ?? 0) > 0;
  page(res, 'people/sign-in', {
    title: say('people.sign-in.title'),
    registerHref: addressOf('/register', { next }),
    forgottenHref: addressOf('/forgotten', { next }),
    held,
    heldText: say(hasFiles ? 'people.sign-in.held-files' : 'people.sign-in.held'),
    form,
    hasErrors: form.summary.length > 0,
    isDemo,
  });
}
