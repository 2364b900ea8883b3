import { today } from '../calendar/days.js';
import { time } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { accountColumns } from '../people/account-columns.js';
import { AccountFilter } from '../people/account-forms.js';
import { accountsAddress, chosenAccounts } from '../people/account-list.js';
import { type AccountRow, accountsOnAPage, listAccounts } from '../people/account-queries.js';
import { canSeeAccounts } from '../people/account-rules.js';
import { presentAccount } from '../people/present.js';
import { allow } from '../web/errors.js';
import { readQuery } from '../web/read-query.js';
import { arrangedLines, asOfLine, coverLines } from './cover-lines.js';
import { everyPage } from './every-page.js';
import type { RoomExports } from './export-list.js';
import type { Source } from './prepared.js';
import { type Column, columnsAsShown, tableOf, textColumn } from './table.js';

/** The list of accounts as a file, for who keeps and who audits them: no password, phone or session is in it. */
const accountExport: Source = async ({ deps, viewer, query, voice }) => {
  allow(canSeeAccounts(viewer));
  const filter = readQuery(AccountFilter, { query });
  const { page: _, ...kept } = filter;
  const { say } = voice;
  const now = today(deps.clock.now());
  const title = say('people.accounts.title');
  const read = (page: number) => listAccounts(deps.db, viewer, Object.assign({}, filter, { page }));
  return {
    what: 'accounts',
    name: `${title} ${now}`,
    title,
    address: accountsAddress(kept),
    eachRow: say('reports.cover.each-row.account'),
    rows: (await read(1)).total,
    detail: { filter: { q: filter.q, role: filter.role } },
    lines: coverLines(
      {
        scope: say('people.account.scope-all'),
        asOf: asOfLine(now, voice),
        filter: chosenAccounts(kept, voice).map(({ text }) => text),
        arranged: arrangedLines(accountColumns, filter, voice),
      },
      voice,
    ),
    sheets: [tableOf(title, columnsOf(filter, voice), everyPage(accountsOnAPage, read))],
  };
};

function columnsOf(filter: AccountFilter, { say, lang }: Voice): Column<AccountRow>[] {
  const shown = (row: AccountRow) => presentAccount(row, say, lang);
  return columnsAsShown<AccountRow>(filter, [
    ['username', textColumn(say('people.account.username'), 18, ({ username }) => username)],
    ['name', textColumn(say('people.account.name'), 16, ({ name }) => name)],
    ['role', textColumn(say('people.account.role'), 20, (row) => shown(row).role)],
    ['scope', textColumn(say('people.account.scope'), 40, (row) => shown(row).scope)],
    [
      'state',
      textColumn(say('people.account.state'), 10, ({ isActive }) =>
        say(isActive ? 'people.account.active' : 'people.account.inactive'),
      ),
    ],
    [
      'created',
      textColumn(say('people.account.created'), 18, ({ createdAt }) => time(createdAt, lang)),
    ],
  ]);
}

/** The files of accounts, which stand on the floor below this room, by the paths of their pages. */
export const accountExports: RoomExports = {
  '/accounts': accountExport,
};
