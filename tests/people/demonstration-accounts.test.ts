import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationPassword } from '../../prisma/seed/accounts.js';
import { type Demonstration, demonstration } from '../demonstration.js';
import { signIn, startApp, type TestApp } from '../web/client.js';

let data: Demonstration;
let site: TestApp;
beforeAll(async () => {
  data = await demonstration();
  site = await startApp({ db: data.db });
}, 400_000);
afterAll(async () => {
  await site.close();
  await data.close();
});

const bureau = ['bureau', 'bureau2', 'bureau3'];
const counties = ['dinghai', 'putuo', 'daishan', 'shengsi'];
const managers = Array.from({ length: 10 }, (_, i) => `park${i + 1}`);

describe('the demonstration accounts', () => {
  it.each([
    ...bureau,
    ...counties,
    ...managers,
    'founder1',
    'founder2',
    'admin',
    'admin2',
    'auditor',
  ])('%s can sign in', async (username) => {
    const client = await signIn(site.base, username, demonstrationPassword);
    expect((await client.get('/account')).status).toBe(200);
  });

  it('are all that there are, each manager with one park', async () => {
    expect(await site.db.account.count({ where: { role: { not: 'founder' } } })).toBe(20);
    const scopes = await site.db.accountPark.findMany({ include: { park: true, account: true } });
    expect(new Map(scopes.map(({ park, account }) => [account.username, park.number]))).toEqual(
      new Map(managers.map((username, i) => [username, `P${String(i + 1).padStart(2, '0')}`])),
    );
  });

  it('of founders are of people who have a venture, under their own name', async () => {
    const founders = await site.db.account.findMany({
      where: { role: 'founder' },
      include: { person: { include: { roles: true } } },
    });
    for (const { name, person } of founders) {
      expect(person?.name).toBe(name);
      expect(person?.roles.length).toBeGreaterThan(0);
    }
  });
});
