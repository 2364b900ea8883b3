import type { Voice } from '../language/say.js';
import { filteredAddress } from '../web/addresses.js';
import { type ChosenField, chosenOf } from '../web/chosen-filters.js';
import { readQuery } from '../web/read-query.js';
import { accountColumns } from './account-columns.js';
import { AccountFilter } from './account-forms.js';
import { canSeeAccounts } from './account-rules.js';
import type { SavedList } from './saved-list.js';

/** The address of the list of accounts under a filter; what is not chosen is left out. */
export const accountsAddress = (filter: Partial<AccountFilter>, path = '/accounts'): string =>
  filteredAddress(path, filter, { page: 1, sort: 'username' });

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

/** What the list is narrowed by, in words, each with the list that it leads to without it. */
export function chosenAccounts(filter: Omit<AccountFilter, 'page'>, { say }: Pick<Voice, 'say'>) {
  const { q, role } = filter;
  const fields: ChosenField<AccountFilter>[] = [
    ['q', say('find.again'), q || null],
    ['role', say('people.account.role'), role && say(`people.role.${role}`)],
  ];
  const without = (name: keyof AccountFilter) =>
    accountsAddress(Object.assign({}, filter, { [name]: null }));
  return chosenOf(fields, without, { say });
}
