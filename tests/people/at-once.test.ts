import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { at } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from '../web/client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startParks();
});
afterAll(() => app.close());

const by = at('2025-02-10');
const idOf = async (username: string): Promise<number> =>
  (await app.db.account.findUniqueOrThrow({ where: { username } })).id;
const statusOf = async (client: Client, path: string): Promise<number> =>
  (await client.get(path)).status;

describe('a session is kept in memory, and what changes it counts with the next request', () => {
  it('when it ends, in this browser and in another', async () => {
    const here = await signIn(app.base, 'bureau');
    const there = await signIn(app.base, 'bureau');
    for (const client of [here, there]) expect(await statusOf(client, '/ventures')).toBe(200);
    const stolen = here.cookies.get('session') as string;
    expect((await here.post('/sign-out', {})).status).toBe(303);
    here.cookies.set('session', stolen);
    expect(await statusOf(here, '/ventures')).toBe(303);
    expect(await statusOf(there, '/ventures')).toBe(200);
    await app.db.session.deleteMany({ where: { accountId: await idOf('bureau') } });
    expect(await statusOf(there, '/ventures')).toBe(303);
  });

  it('when the parks of a manager change', async () => {
    const manager = await signIn(app.base, 'park1');
    const accountId = await idOf('park1');
    expect(await statusOf(manager, '/parks/P02/spaces')).toBe(404);
    await transact(app.db, (tx) => tx.accountPark.create({ data: { accountId, parkId: 2 } }));
    expect(await statusOf(manager, '/parks/P02/spaces')).toBe(200);
    await transact(app.db, (tx) => tx.accountPark.deleteMany({ where: { accountId, parkId: 2 } }));
    expect(await statusOf(manager, '/parks/P02/spaces')).toBe(404);
  });

  it('when the role changes, and when the account is deactivated', async () => {
    const auditor = await signIn(app.base, 'auditor');
    const admin = await signIn(app.base, 'admin');
    const id = await idOf('auditor');
    expect(await statusOf(auditor, '/ventures')).toBe(200);
    await app.db.account.update({ where: { id }, data: { role: 'administrator' } });
    expect(await statusOf(auditor, '/ventures')).toBe(403);
    await app.db.account.update({ where: { id }, data: { role: 'auditor' } });
    expect(await statusOf(auditor, '/ventures')).toBe(200);
    const { version } = await app.db.account.findUniqueOrThrow({ where: { id } });
    await admin.post(`/accounts/${id}/deactivation`, { version: String(version) });
    expect(await statusOf(auditor, '/ventures')).toBe(303);
  });

  it('when its time is over by the clock', async () => {
    const client = await signIn(app.base, 'bureau');
    expect(await statusOf(client, '/ventures')).toBe(200);
    app.clock.pass(8 * 60 * 60_000);
    expect(await statusOf(client, '/ventures')).toBe(303);
  });

  it('when a message waits', async () => {
    const client = await signIn(app.base, 'bureau');
    const accountId = await idOf('bureau');
    const before = (await client.get('/ventures')).text;
    await app.db.outboxMessage.create({
      data: { accountId, key: 'people.holder-password', values: {}, lang: 'zh', createdAt: by.at },
    });
    const messages = (text: string) => /href="\/messages">([^<]*)/.exec(text)?.[1];
    expect(messages(before)).toBeDefined();
    expect(messages((await client.get('/ventures')).text)).not.toBe(messages(before));
  });
});
