import { type Request, type Response, Router } from 'express';
import { transact } from '../database/database.js';
import type { Say } from '../language/say.js';
import { densityOf } from '../web/density.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { tableOf } from '../web/list-table.js';
import { pagesOf } from '../web/pages.js';
import { readQuery } from '../web/read-query.js';
import { page } from '../web/views.js';
import { accountColumns } from './account-columns.js';
import { AccountFilter } from './account-forms.js';
import { accountList, accountsAddress, chosenAccounts } from './account-list.js';
import { accountsOnAPage, findAccount, listAccounts } from './account-queries.js';
import type { RequestKind } from './account-requests/account-request.js';
import { requestHref } from './account-requests/present-request.js';
import { countOpen, openRequestsOf } from './account-requests/queries.js';
import { canAddAccounts, canManage, canSeeAccounts } from './account-rules.js';
import { deactivateAccount } from './deactivate-account.js';
import { managedAccount } from './managed-account.js';
import { accountLine, presentAccount, roleOptions } from './present.js';
import type { ListToolsDeps } from './saved-list.js';
import { viewerOf } from './viewer.js';

/** The accounts, as administrators keep them and auditors read them. Forms are in account-settings-routes. */
export function accountListRoutes(deps: ListToolsDeps): Router {
  const router = Router();
  router.get('/accounts', (req, res) => showList(deps, req, res));
  router.get('/accounts/:id', (req, res) => showOne(deps, req, res));
  router.post('/accounts/:id/deactivation', (req, res) => deactivate(deps, req, res));
  return router;
}

async function showList(
  { db, clock, config, listTools }: ListToolsDeps,
  req: Request,
  res: Response,
): Promise<void> {
  const viewer = viewerOf(res);
  allow(canSeeAccounts(viewer));
  const filter = readQuery(AccountFilter, req);
  const list = await listAccounts(db, viewer, filter);
  const frame = frameOf(res);
  const { say, lang } = frame;
  const { page: number, ...kept } = filter;
  const here = accountsAddress(kept);
  page(res, 'people/accounts', {
    title: say('people.accounts.title'),
    actions: [
      ...(canAddAccounts(viewer)
        ? [{ href: '/accounts/new', label: say('people.accounts.add') }]
        : []),
      { href: '/account-requests', label: requestsLabel(await countOpen(db, clock.now()), say) },
    ],
    form: formView(say, typedOf(kept)),
    roles: roleOptions(say),
    chosen: chosenAccounts(kept, frame),
    tools: await listTools(
      db,
      viewer,
      accountList,
      {
        here,
        usual: accountsAddress({ ...kept, columns: null }),
        chosen: filter.columns,
        density: densityOf(req, res, { secure: config.secureCookies, say }),
      },
      frame,
    ),
    table: tableOf(
      accountColumns,
      filter,
      list.rows.map((account) => ({ cells: accountLine(account, say, lang) })),
      { say, hrefOf: (order) => accountsAddress(Object.assign({}, kept, order)) },
    ),
    csv: accountsAddress(kept, '/accounts.csv'),
    xlsx: accountsAddress(kept, '/accounts.xlsx'),
    pages: pagesOf(say, { total: list.total, page: number, size: accountsOnAPage }, (to) =>
      accountsAddress({ ...kept, page: to }),
    ),
  });
}

const requestsLabel = (n: number, say: Say): string =>
  n === 0 ? say('people.requests.link') : say('people.requests.link-open', { n });

const typedOf = (filter: Omit<AccountFilter, 'page'>): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, value ?? '']));

async function showOne({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const account = found(await findAccount(db, viewer, idParam(req.params.id)));
  const { say, lang } = frameOf(res);
  const requests = await openRequestsOf(db, account.id, clock.now());
  page(res, 'people/show-account', {
    requests: requests.map((request) => ({
      text: say('components.chosen-text', {
        label: say('people.request.state.open'),
        value: say(`people.request.kind.${request.kind as RequestKind}`),
      }),
      href: requestHref(request),
    })),
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

async function deactivate({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const { id } = await managedAccount(db, res, req.params.id);
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  await transact(db, (tx) => deactivateAccount(tx, by, id));
  leadOn(res, `/accounts/${id}`);
}
