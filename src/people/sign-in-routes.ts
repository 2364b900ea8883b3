import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { localPath } from '../web/addresses.js';
import type { Deps } from '../web/deps.js';
import { type FormView, formView, readForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { page } from '../web/views.js';
import { homeOf } from './navigation.js';
import { endSession } from './sessions.js';
import { signIn } from './sign-in.js';
import { giveToken, takeSessionBack, tokenFrom } from './token-cookies.js';
import { viewerOrNull } from './viewer.js';

const SignInForm = z.object({
  username: z.string().min(1, 'people.sign-in.username-missing').max(200),
  password: z.string().min(1, 'people.sign-in.password-missing').max(1000),
  next: z.string().default(''),
});

/** Public: how a session begins and ends. */
export function signInRoutes({ db, clock, config }: Deps): Router {
  const router = Router();
  const secure = config.secureCookies;

  router.get('/sign-in', (req, res) => {
    const viewer = viewerOrNull(res);
    const next = localPath(req.query.next) ?? '';
    if (viewer) return res.redirect(303, next || homeOf(viewer.role));
    signInPage(res, formView(sayTo(res), { next }));
  });

  router.post('/sign-in', async (req, res) => {
    const form = readForm(SignInForm, req.body);
    if (!form.ok) return signInPage(res.status(422), formView(sayTo(res), form.typed, form.faults));
    const { username, password, next } = form.value;
    // The limits come first, so a wrong password is answered no sooner than they allow.
    const signedIn = await signIn(db, {
      ...browserOf(req, secure),
      username,
      password,
      at: clock.now(),
    });
    if (!signedIn) {
      const faults = [{ field: '', key: 'people.sign-in.wrong' } as const];
      return signInPage(res.status(422), formView(sayTo(res), { username, next }, faults));
    }
    giveToken(res, 'session', signedIn.session, secure);
    giveToken(res, 'device', signedIn.device, secure);
    res.redirect(303, localPath(next) ?? homeOf(signedIn.role));
  });

  router.post('/sign-out', async (req, res) => {
    const token = tokenFrom(req, 'session', secure);
    if (token !== null) await endSession(db, token);
    takeSessionBack(res, secure);
    res.redirect(303, '/');
  });

  return router;
}

function browserOf(req: Request, secure: boolean) {
  return {
    address: req.ip ?? '',
    userAgent: req.get('user-agent') ?? '',
    device: tokenFrom(req, 'device', secure),
    session: tokenFrom(req, 'session', secure),
  };
}

function signInPage(res: Response, form: FormView): void {
  const { say, isDemo } = frameOf(res);
  const hasErrors = form.summary.length > 0;
  page(res, 'people/sign-in', { title: say('people.sign-in.title'), form, hasErrors, isDemo });
}
