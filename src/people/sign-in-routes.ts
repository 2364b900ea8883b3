import { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../language/refusal.js';
import { localPath } from '../web/addresses.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { formView, type Labels, takeForm } from '../web/forms.js';
import { sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { browserOf, giveTokens } from './browser-of.js';
import { sendAgainPage } from './held-form.js';
import { home } from './navigation.js';
import { readHeld } from './read-held.js';
import { showSession } from './session-cookie.js';
import { endSession } from './sessions.js';
import { signIn } from './sign-in.js';
import { signInPage } from './sign-in-page.js';
import { hasWordForHolder } from './tell-holder.js';
import { takeSessionBack, tokenFrom } from './token-cookies.js';
import { viewerOrNull } from './viewer.js';

const SignInForm = z.object({
  username: z.string().min(1, 'people.sign-in.username-missing').max(200),
  password: z.string().min(1, 'people.sign-in.password-missing').max(1000),
  next: z.string().default(''),
  held: z.string().default(''),
});

const signInLabels: Labels = {
  username: 'people.sign-in.username',
  password: 'people.sign-in.password',
};

/** Public: how a session begins and ends. */
export function signInRoutes(deps: Deps): Router {
  const { db, clock, config } = deps;
  const router = Router();
  const secure = config.secureCookies;

  router.get('/sign-in', (req, res) => {
    const viewer = viewerOrNull(res);
    const next = localPath(req.query.next) ?? '';
    if (viewer) return leadOn(res, next || home);
    signInPage(res, formView(sayTo(res), { next }));
  });

  router.post('/sign-in', async (req, res) => {
    const form = await takeForm(SignInForm, req.body, async (sent) => {
      const { username, password, next, held } = sent;
      // The limits come first, so a wrong password is answered no sooner than they allow.
      const attempt = { ...browserOf(req, secure), username, password, at: clock.now() };
      const signedIn = await signIn(db, attempt);
      if (!signedIn) throw new Refusal([{ field: '', key: 'people.sign-in.wrong' }]);
      giveTokens(res, signedIn, secure);
      const hasWord = await hasWordForHolder(db, signedIn.accountId);
      const to = hasWord ? '/messages' : (localPath(next) ?? home);
      return { to, held: readHeld(held), session: signedIn.session };
    });
    if (form.ok) {
      const { to, held, session } = form.value;
      if (held && (await showSession(deps, req, res, session))) return sendAgainPage(res, held);
      return leadOn(res, to);
    }
    await answerForm(res, form, signInLabels, (view) => signInPage(res, view));
  });

  router.post('/sign-out', async (req, res) => {
    const token = tokenFrom(req, 'session', secure);
    if (token !== null) await endSession(db, token);
    takeSessionBack(res, secure);
    leadOn(res, '/');
  });

  return router;
}
