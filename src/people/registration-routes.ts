import { type Request, type Response, Router } from 'express';
import { transact } from '../database/database.js';
import type { SealingDeps } from '../vault/deps.js';
import { answerForm } from '../web/answer-form.js';
import { type FormView, formView, takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { actByCode } from './act-by-code.js';
import { browserOf, giveTokens } from './browser-of.js';
import {
  codeLabels,
  ForgottenForm,
  PhoneForm,
  RegisterForm,
  registerLabels,
} from './code-forms.js';
import { addressOf, codePage, nextOf } from './code-page.js';
import { home } from './navigation.js';
import { sendCode } from './phone-codes.js';
import { registerFounder } from './register-founder.js';
import { setForgottenPassword } from './set-forgotten-password.js';
import { viewerOrNull } from './viewer.js';

const register = {
  purpose: 'register',
  path: '/register',
  view: 'people/register-code',
  title: 'people.register.title',
} as const;
const forgotten = {
  purpose: 'forgotten',
  path: '/forgotten',
  view: 'people/forgotten-code',
  title: 'people.forgotten.title',
} as const;
type Way = typeof register | typeof forgotten;

/**
 * Public: a founder registers, or sets a forgotten password, by a code to the phone. Nothing tells who has an
 * account before the code has shown that the phone is one's own.
 */
export function registrationRoutes(deps: SealingDeps): Router {
  const router = Router();
  for (const way of [register, forgotten]) {
    router.get(way.path, (req, res) => {
      askPhone(way, req, res);
    });
    router.post(way.path, (req, res) => send(deps, way, req, res));
    router.get(`${way.path}/code`, (req, res) => codePage(deps, req, res, way));
  }
  router.post('/register/code', (req, res) => finish(deps, req, res));
  router.post('/forgotten/code', (req, res) => setAgain(deps, req, res));
  return router;
}

function askPhone(way: Way, req: Request, res: Response): void {
  const next = nextOf(req.query.next);
  const viewer = viewerOrNull(res);
  if (viewer) leadOn(res, next || home);
  else phonePage(way, res, formView(sayTo(res), { next }));
}

async function send(deps: SealingDeps, way: Way, req: Request, res: Response): Promise<void> {
  const { db, clock, config } = deps;
  const { address, device } = browserOf(req, config.secureCookies);
  const { lang } = frameOf(res);
  const form = await takeForm(PhoneForm, req.body, async ({ phone, next }) => {
    const wanted = { purpose: way.purpose, phone, accountId: null, address, device, lang };
    const ticket = await transact(db, (tx) => sendCode(tx, clock.now(), wanted));
    return addressOf(`${way.path}/code`, { ticket, next: nextOf(next) });
  });
  await answerForm(res, form, codeLabels, (view) => phonePage(way, res, view));
}

async function finish(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const secure = deps.config.secureCookies;
  const form = await takeForm(RegisterForm, req.body, async (value) => {
    const { ticket: id, code, name, newPassword } = value;
    const guess = { id, code, newPassword, purpose: register.purpose };
    const signedIn = await actByCode(deps, browserOf(req, secure), guess, (tx, proven) =>
      registerFounder(tx, deps.keys, { id, code, name, ...proven }),
    );
    giveTokens(res, signedIn, secure);
    return nextOf(value.next) || '/waivers'; // a new founder comes for the rent
  });
  await answerForm(res, form, registerLabels, (view) => codePage(deps, req, res, register, view));
}

async function setAgain(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const secure = deps.config.secureCookies;
  const form = await takeForm(ForgottenForm, req.body, async (value) => {
    const { ticket: id, code, newPassword } = value;
    const guess = { id, code, newPassword, purpose: forgotten.purpose };
    const signedIn = await actByCode(deps, browserOf(req, secure), guess, (tx, proven) =>
      setForgottenPassword(tx, deps.keys, { id, code, ...proven }),
    );
    giveTokens(res, signedIn, secure);
    return nextOf(value.next) || home;
  });
  await answerForm(res, form, codeLabels, (view) => codePage(deps, req, res, forgotten, view));
}

const noticeItems = ['who', 'what', 'why', 'rule', 'how-long', 'refusing'] as const;

function phonePage(way: Way, res: Response, form: FormView): void {
  const { say } = frameOf(res);
  const next = nextOf(form.typed.next);
  const isRegistering = way.purpose === 'register';
  page(res, 'people/ask-phone', {
    title: say(way.title),
    lead: say(isRegistering ? 'people.register.lead' : 'people.forgotten.lead'),
    action: way.path,
    notice: isRegistering
      ? noticeItems.map((item) => ({
          label: say(`people.notice.${item}`),
          value: say(`people.notice.${item}-text`),
        }))
      : [],
    form,
    hasErrors: form.summary.length > 0,
    otherHref: addressOf(isRegistering ? '/sign-in' : '/register', { next }),
    otherLabel: say(isRegistering ? 'people.register.sign-in' : 'people.register.link'),
  });
}
