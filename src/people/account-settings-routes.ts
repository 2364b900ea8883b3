import { type Request, type Response, Router } from 'express';
import { transact } from '../database/database.js';
import { refuseIf } from '../language/refusal.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { type FormView, formView, takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { once, onceKeyOf } from '../web/once.js';
import { page } from '../web/views.js';
import {
  AccountForm,
  accountLabels,
  NewAccountForm,
  passwordLabels,
  ResetForm,
} from './account-forms.js';
import { type AccountRow, scopeChoices } from './account-queries.js';
import { canAddAccounts, passwordFault } from './account-rules.js';
import { addAccount } from './add-account.js';
import { changeAccount } from './change-account.js';
import { managedAccount } from './managed-account.js';
import { hashPassword } from './passwords.js';
import { roleOptions, scopeOptions } from './present.js';
import { resetPassword } from './set-password.js';
import { viewerOf } from './viewer.js';

/** The administrator's forms: a new account, its settings, a new password for it. */
export function accountSettingsRoutes(deps: Deps): Router {
  const router = Router();
  const { db } = deps;

  router.get('/accounts/new', async (_req, res) => {
    allow(canAddAccounts(viewerOf(res)));
    await settingsPage(deps, res, 'new-account', formView(sayTo(res), {}));
  });
  router.post('/accounts/new', (req, res) => add(deps, req, res));

  router.get('/accounts/:id/change', async (req, res) => {
    const account = await managedAccount(db, res, req.params.id);
    const form = formView(sayTo(res), typedOf(account));
    await settingsPage(deps, res, 'change-account', form, account);
  });
  router.post('/accounts/:id/change', (req, res) => change(deps, req, res));

  router.get('/accounts/:id/password', async (req, res) => {
    const account = await managedAccount(db, res, req.params.id);
    resetPage(res, formView(sayTo(res), {}), account);
  });
  router.post('/accounts/:id/password', (req, res) => reset(deps, req, res));
  return router;
}

const accountHref = ({ id }: { id: number }): string => `/accounts/${id}`;

async function add(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db, clock } = deps;
  const viewer = viewerOf(res);
  allow(canAddAccounts(viewer));
  const by = { accountId: viewer.accountId, at: clock.now() };
  const form = await takeForm(NewAccountForm, req.body, async ({ newPassword, ...settings }) => {
    refuseIf([passwordFault(newPassword, settings.username, 'newPassword')]);
    const account = { ...settings, passwordHash: await hashPassword(newPassword) };
    return transact(db, (tx) =>
      once(tx, { key: onceKeyOf(req), ...by }, async () => {
        const { id } = await addAccount(tx, by, account);
        return accountHref({ id });
      }),
    );
  });
  await answerForm(res, form, accountLabels, (view) =>
    settingsPage(deps, res, 'new-account', view),
  );
}

async function change(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db, clock } = deps;
  const account = await managedAccount(db, res, req.params.id);
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  const form = await takeForm(AccountForm, req.body, async (settings) => {
    await transact(db, (tx) => changeAccount(tx, by, { accountId: account.id, ...settings }));
    return accountHref(account);
  });
  await answerForm(res, form, accountLabels, (view) =>
    settingsPage(deps, res, 'change-account', view, account),
  );
}

async function reset({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const account = await managedAccount(db, res, req.params.id);
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  const form = await takeForm(ResetForm, req.body, async ({ newPassword }) => {
    refuseIf([passwordFault(newPassword, account.username, 'newPassword')]);
    const passwordHash = await hashPassword(newPassword);
    await transact(db, (tx) => resetPassword(tx, by, { accountId: account.id, passwordHash }));
    return accountHref(account);
  });
  await answerForm(res, form, passwordLabels, (view) => resetPage(res, view, account));
}

async function settingsPage(
  { db }: Deps,
  res: Response,
  view: 'new-account' | 'change-account',
  form: FormView,
  account: AccountRow | null = null,
): Promise<void> {
  const { say, lang } = frameOf(res);
  page(res, `people/${view}`, {
    title: say(`people.${view}.title`),
    hasErrors: form.summary.length > 0,
    form,
    action: account ? `${accountHref(account)}/change` : '/accounts/new',
    back: account ? accountHref(account) : '/accounts',
    roles: roleOptions(say),
    ...scopeOptions(await scopeChoices(db), lang),
  });
}

function resetPage(res: Response, form: FormView, account: AccountRow): void {
  page(res, 'people/reset-password', {
    title: sayTo(res)('people.reset-password.title', { name: account.name }),
    hasErrors: form.summary.length > 0,
    form,
    action: `${accountHref(account)}/password`,
    back: accountHref(account),
  });
}

function typedOf(account: AccountRow) {
  return {
    name: account.name,
    role: account.role,
    regionCode: account.regionCode ?? '',
    parkIds: account.parks.map(({ parkId }) => String(parkId)),
    personNumber: account.person?.number ?? '',
    version: String(account.version),
  };
}
