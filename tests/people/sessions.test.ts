import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf, sweep } from '../../src/people/sessions.js';
import { visitsOf } from '../../src/people/visits-of-sessions.js';
import { Client, signIn, testNow } from '../web/client.js';
import { type People, startPeople } from './cast.js';

const hour = 3_600_000;
let site: People;
beforeEach(async () => {
  site = await startPeople();
});
afterEach(() => site.close());

const statusOf = async (client: Client) => (await client.get('/account')).status;

describe('a session', () => {
  it('lasts while it is used, for seven days at most', async () => {
    const client = await signIn(site.base, 'bureau');
    for (let hours = 0; hours < 7 * 24 - 7; hours += 7) {
      expect(await statusOf(client), `after ${hours} hours`).toBe(200);
      site.clock.pass(7 * hour);
    }
    site.clock.pass(7 * hour);
    expect(await statusOf(client)).toBe(303);
  });

  it('is over after eight hours without a request', async () => {
    const client = await signIn(site.base, 'bureau');
    site.clock.pass(8 * hour - 1);
    expect(await statusOf(client)).toBe(200);
    site.clock.pass(8 * hour);
    expect(await statusOf(client)).toBe(303);
  });

  it('notes a visit at most every five minutes', async () => {
    const client = await signIn(site.base, 'bureau');
    const tokenHash = hashOf(client.cookies.get('session') as string);
    const seen = async () =>
      (await site.db.session.findUniqueOrThrow({ where: { tokenHash } })).lastSeenAt;
    const began = await seen();
    site.clock.pass(299_000);
    await statusOf(client);
    expect(await seen()).toEqual(began);
    site.clock.pass(1_000);
    await statusOf(client);
    await visitsOf(site.db).write(); // it is written beside the answer
    expect(await seen()).toEqual(site.clock.now());
  });

  it('reads its account anew at each request', async () => {
    const client = await signIn(site.base, 'park1');
    expect((await client.get('/accounts')).status).toBe(403);
    const where = { id: site.idOf.park1 as number };
    await site.db.account.update({ where, data: { role: 'administrator' } });
    expect((await client.get('/accounts')).status).toBe(200);
    await site.db.account.update({ where, data: { role: 'park-manager', isActive: false } });
    expect(await statusOf(client)).toBe(303);
    await site.db.account.update({ where, data: { isActive: true } });
  });
});

describe('one’s own sessions', () => {
  it('can be ended from another', async () => {
    const here = await signIn(site.base, 'putuo');
    const there = await signIn(site.base, 'putuo');
    const page = (await here.get('/account')).text;
    const [action = ''] = /\/account\/sessions\/[0-9a-f]{64}\/end/.exec(page) ?? [];
    const answer = await here.post(action, {}, { from: '/account' });
    expect([answer.status, answer.location]).toEqual([303, '/account']);
    expect([await statusOf(here), await statusOf(there)]).toEqual([200, 303]);
    expect((await here.post(action, {}, { from: '/account' })).status).toBe(404);
  });

  it('are nobody else’s to end', async () => {
    const victim = await signIn(site.base, 'putuo');
    const other = await signIn(site.base, 'bureau');
    const action = `/account/sessions/${hashOf(victim.cookies.get('session') as string)}/end`;
    expect((await other.post(action, {}, { from: '/account' })).status).toBe(404);
    expect(await statusOf(victim)).toBe(200);
  });
});

describe('the sweep', () => {
  it('takes away what has run out and nothing else', async () => {
    site.clock.set(new Date(testNow.getTime() + 1000 * 24 * hour));
    const client = await signIn(site.base, 'bureau');
    await new Client(site.base).postExactly('/sign-in', { username: 'x', password: 'wrong' });
    const now = site.clock.now();
    await site.db.acceptedForm.createMany({
      data: [
        { key: 'old', accountId: 1, location: '/', at: new Date(now.getTime() - 8 * 24 * hour) },
        { key: 'new', accountId: 1, location: '/', at: now },
      ],
    });
    await sweep(site.db, now);
    expect(await site.db.session.count()).toBe(1);
    expect(await site.db.knownDevice.count()).toBe(1);
    expect(await site.db.signInTally.count()).toBe(2);
    expect((await site.db.acceptedForm.findMany()).map(({ key }) => key)).toEqual(['new']);
    expect(await statusOf(client)).toBe(200);
    await sweep(site.db, new Date(now.getTime() + 401 * 24 * hour));
    expect(await site.db.knownDevice.count()).toBe(0);
    expect(await site.db.signInTally.count()).toBe(0);
  });
});
