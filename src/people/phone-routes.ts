import { type Request, type RequestHandler, type Response, Router } from 'express';
import { transact } from '../database/database.js';
import { Refusal, refuseIf } from '../language/refusal.js';
import type { SealingDeps } from '../vault/deps.js';
import { answerForm } from '../web/answer-form.js';
import { allow } from '../web/errors.js';
import { type FormView, formView, takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { page } from '../web/views.js';
import { canHavePhone } from './account-rules.js';
import { browserOf } from './browser-of.js';
import { changePhone } from './change-phone.js';
import { codeLabels, NewPhoneForm, PhoneCodeForm } from './code-forms.js';
import { addressOf, codePage } from './code-page.js';
import { CodeUsed, codeFault, sendCode, tryCode } from './phone-codes.js';
import { tallyOfAccount } from './sign-in-limits.js';
import { tryPassword } from './try-password.js';
import { viewerOf } from './viewer.js';

const way = {
  purpose: 'phone',
  path: '/account/phone',
  view: 'people/phone-code',
  title: 'people.phone.title',
} as const;

/** A founder's own: another phone to sign in with, proven by a code to it. */
export function phoneRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get(way.path, mayHavePhone, (_req, res) => phonePage(res, formView(sayTo(res), {})));
  router.post(way.path, mayHavePhone, (req, res) => send(deps, req, res));
  router.get(`${way.path}/code`, mayHavePhone, (req, res) => codePage(deps, req, res, way));
  router.post(`${way.path}/code`, mayHavePhone, (req, res) => change(deps, req, res));
  return router;
}

const mayHavePhone: RequestHandler = (_req, res, next) => {
  allow(canHavePhone(viewerOf(res)));
  next();
};

async function send(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const { db, clock, config } = deps;
  const { accountId } = viewerOf(res);
  const { address, device } = browserOf(req, config.secureCookies);
  const { lang } = frameOf(res);
  const at = clock.now();
  const form = await takeForm(NewPhoneForm, req.body, async ({ phone, currentPassword }) => {
    const { passwordHash } = await db.account.findUniqueOrThrow({ where: { id: accountId } });
    const tallies = [tallyOfAccount(accountId)];
    const guess = { tallies, passwordHash, password: currentPassword, at };
    if (!(await tryPassword(db, guess))) {
      throw new Refusal([{ field: 'currentPassword', key: 'people.password.wrong' }]);
    }
    const wanted = { purpose: way.purpose, phone, accountId, address, device, lang };
    const ticket = await transact(db, (tx) => sendCode(tx, at, wanted));
    return addressOf(`${way.path}/code`, { ticket });
  });
  await answerForm(res, form, codeLabels, (view) => phonePage(res, view));
}

async function change(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const { db, clock, keys } = deps;
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  const form = await takeForm(PhoneCodeForm, req.body, async ({ ticket: id, code }) => {
    const guess = { id, code, purpose: way.purpose, at: by.at };
    // By itself, so that a wrong code stays counted.
    const tried = await transact(db, (tx) => tryCode(tx, keys, guess));
    refuseIf([codeFault(tried)]);
    try {
      await transact(db, (tx) => changePhone(tx, keys, by, { id, code }));
    } catch (error) {
      // The same form, sent twice.
      if (!(error instanceof CodeUsed)) throw error;
    }
    return '/account';
  });
  await answerForm(res, form, codeLabels, (view) => codePage(deps, req, res, way, view));
}

function phonePage(res: Response, form: FormView): void {
  const title = sayTo(res)(way.title);
  page(res, 'people/change-phone', { title, form, hasErrors: form.summary.length > 0 });
}
