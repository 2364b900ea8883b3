import { type Request, type Response, Router } from 'express';
import { type Tx, transact } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { pagesOf } from '../web/pages.js';
import { page } from '../web/views.js';
import { AccountFilter } from './account-forms.js';
import { accountsOnAPage, findAccount, listAccounts } from './account-queries.js';
import { canAddAccounts, canManage, canSeeAccounts } from './account-rules.js';
import { deactivateAccount, reactivateAccount } from './deactivate-account.js';
import { managedAccount } from './managed-account.js';
import { presentAccount, roleOptions } from './present.js';
import { viewerOf } from './viewer.js';

/** The accounts, as administrators keep them and auditors read them. Forms are in account-settings-routes. */
export function accountsRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/accounts', (req, res) => showList(deps, req, res));
  router.get('/accounts/:id', (req, res) => showOne(deps, req, res));
  router.post('/accounts/:id/deactivation', (req, res) => act(deps, req, res, deactivateAccount));
  router.post('/accounts/:id/reactivation', (req, res) => act(deps, req, res, reactivateAccount));
  return router;
}

async function showList({ db }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canSeeAccounts(viewer));
  const filter = AccountFilter.parse(req.query);
  const list = await listAccounts(db, viewer, filter);
  const { say, lang } = frameOf(res);
  page(res, 'people/accounts', {
    title: say('people.accounts.title'),
    actions: canAddAccounts(viewer)
      ? [{ href: '/accounts/new', label: say('people.accounts.add') }]
      : [],
    form: formView(say, { q: filter.q, role: filter.role ?? '' }),
    roles: roleOptions(say),
    rows: list.rows.map((account) => presentAccount(account, say, lang)),
    pages: pagesOf(
      say,
      { total: list.total, page: filter.page, size: accountsOnAPage },
      (number) => `/accounts?${new URLSearchParams({ ...chosen(filter), page: String(number) })}`,
    ),
  });
}

function chosen(filter: AccountFilter): Record<string, string> {
  return { ...(filter.q ? { q: filter.q } : {}), ...(filter.role ? { role: filter.role } : {}) };
}

async function showOne({ db }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const account = found(await findAccount(db, viewer, idParam(req.params.id)));
  const { say, lang } = frameOf(res);
  page(res, 'people/show-account', {
    title: account.name,
    account: presentAccount(account, say, lang),
    crumbs: [{ href: '/accounts', label: say('people.accounts.title') }],
    canManage: canManage(viewer, account),
    historyHref: `/history/account/${account.id}`,
    isOwn: account.id === viewer.accountId && canAddAccounts(viewer),
    actions: canManage(viewer, account)
      ? [
          { href: `/accounts/${account.id}/change`, label: say('people.account.change') },
          { href: `/accounts/${account.id}/password`, label: say('people.reset-password.link') },
        ]
      : [],
  });
}

async function act(
  deps: Deps,
  req: Request,
  res: Response,
  verb: (tx: Tx, by: Actor, id: number) => Promise<void>,
): Promise<void> {
  const { id } = await managedAccount(deps.db, res, req.params.id);
  const by = { accountId: viewerOf(res).accountId, at: deps.clock.now() };
  await transact(deps.db, (tx) => verb(tx, by, id));
  res.redirect(303, `/accounts/${id}`);
}
