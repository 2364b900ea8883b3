import { type Db, transact } from '../../src/database/database.js';
import type { Actor } from '../../src/history/actor.js';
import { openPark } from '../../src/parks/open-park.js';
import type { AccountSettings } from '../../src/people/account-rules.js';
import { addAccount } from '../../src/people/add-account.js';
import { enterPeople } from '../../src/people/enter-people.js';
import { aPark } from '../parks/cast.js';
import { type AppOptions, startApp, type TestApp } from '../web/client.js';
import { lightHash } from './light-hash.js';

export const password = 'walls-down-2025';
const by: Actor = { accountId: null, at: new Date('2025-02-01T02:00:00Z') };

/** Of the parks P01 (普陀区) and P02 (定海区), the person R000001 without an account, and the accounts. */
export type People = TestApp & { idOf: Record<string, number>; parkIds: [number, number] };

/** Two administrators, the bureau, an auditor, a county reviewer, two managers and a founder. */
export async function startPeople(given: Omit<AppOptions, 'world'> = {}): Promise<People> {
  if (given.db) await fillPeople(given.db);
  const world = { name: 'people', fill: fillPeople };
  const app = await startApp(given.db ? given : Object.assign({ world }, given));
  const accounts = await app.db.account.findMany();
  const idOf = Object.fromEntries(accounts.map(({ username, id }) => [username, id]));
  const parks = await app.db.park.findMany({ orderBy: { number: 'asc' } });
  return { ...app, idOf, parkIds: parks.map(({ id }) => id) as [number, number] };
}

async function fillPeople(db: Db): Promise<void> {
  const passwordHash = await lightHash(password);
  await transact(db, async (tx) => {
    await tx.region.createMany({
      data: [
        { code: '330902', nameZh: '定海区', nameEn: 'Dinghai', kind: 'county', sequence: 2 },
        { code: '330903', nameZh: '普陀区', nameEn: 'Putuo', kind: 'county', sequence: 3 },
      ],
    });
    const one = await openPark(tx, by, aPark());
    const two = await openPark(tx, by, aPark({ number: 'P02', regionCode: '330902' }));
    const person = { phone: null, graduatedOn: null, categories: [] };
    await enterPeople(tx, by, [
      { name: '虞晨帆', ...person },
      { name: '邬晓岚', ...person },
    ]);
    const add = async (username: string, settings: Partial<AccountSettings>) => {
      const nothing = { regionCode: null, parkIds: [], personNumber: null };
      const account = { name: `${username}某`, role: 'auditor', ...nothing, ...settings } as const;
      await addAccount(tx, by, {
        ...account,
        username,
        passwordHash,
        passwordBy: 'holder',
      });
    };
    await add('admin', { role: 'administrator' });
    await add('admin2', { role: 'administrator' });
    await add('bureau', { role: 'bureau-staff' });
    await add('auditor', {});
    await add('putuo', { role: 'county-reviewer', regionCode: '330903' });
    await add('park1', { role: 'park-manager', parkIds: [one] });
    await add('park2', { role: 'park-manager', parkIds: [two] });
    await add('founder1', { role: 'founder', personNumber: 'R000002' });
  });
}
