import { filteredAddress } from '../web/addresses.js';
import { readQuery } from '../web/read-query.js';
import { accountColumns } from './account-columns.js';
import { AccountFilter } from './account-forms.js';
import { canSeeAccounts } from './account-rules.js';
import type { SavedList } from './saved-list.js';

/** The address of the list of accounts under a filter; what is not chosen is left out. */
export const accountsAddress = (filter: Partial<AccountFilter>): string =>
  filteredAddress('/accounts', filter, { page: 1, sort: 'username' });

/** The list of accounts, of which views are saved. No park has it, so that they are shared with none. */
export const accountList: SavedList = {
  key: 'accounts',
  title: 'people.accounts.title',
  path: /^\/accounts$/,
  canSee: canSeeAccounts,
  isShared: false,
  columns: accountColumns,
  addressOf(_, sent) {
    const { page, ...kept } = readQuery(AccountFilter, { query: sent });
    return accountsAddress(kept);
  },
};
