import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Client } from '../web/client.js';
import { type People, password, startPeople } from './cast.js';

const minute = 60_000;
let site: People;
beforeEach(async () => {
  site = await startPeople({ config: { trustProxy: 1 } });
});
afterEach(() => site.close());

type Try = { client?: Client; address?: string; username?: string; password?: string };

function tryOnce({ client = new Client(site.base), address = '10.0.0.1', ...typed }: Try) {
  const fields = { username: 'bureau', password: 'wrong-wrong', ...typed };
  return client.postExactly('/sign-in', fields, { 'x-forwarded-for': address });
}

async function fail(times: number, attempt: Try = {}): Promise<number> {
  let status = 0;
  for (let i = 0; i < times; i += 1) status = (await tryOnce(attempt)).status;
  return status;
}

describe('after five failures', () => {
  it('the same name from the same place waits, longer after each more, 15 minutes at most', async () => {
    expect(await fail(5)).toBe(422);
    for (const minutes of [1, 2, 4, 8, 15, 15]) {
      const refused = await tryOnce({ password });
      expect(refused.status).toBe(429);
      expect(refused.headers.get('retry-after')).toBe(String(minutes * 60));
      expect(refused.text).toContain('尝试次数过多');
      site.clock.pass(minutes * minute);
      expect(await fail(1)).toBe(422);
    }
    site.clock.pass(15 * minute);
    expect((await tryOnce({ password })).status).toBe(303);
    expect(await fail(4)).toBe(422);
  });

  it('an unknown name waits in the same way, so that it tells nothing', async () => {
    expect(await fail(6, { username: 'nobody' })).toBe(429);
  });

  it('nobody else is locked out: neither the owner elsewhere, nor others here', async () => {
    expect(await fail(6)).toBe(429);
    expect((await tryOnce({ password, address: '10.0.0.2' })).status).toBe(303);
    expect((await tryOnce({ password, username: 'auditor' })).status).toBe(303);
  });

  it('a browser that the owner has used before passes, from the same place too', async () => {
    const owner = new Client(site.base);
    expect((await tryOnce({ client: owner, password })).status).toBe(303);
    owner.cookies.delete('session');
    expect(await fail(60)).toBe(429);
    expect((await tryOnce({ client: owner, password })).status).toBe(303);
  });

  it('a known browser waits for its own failures only, and for this account only', async () => {
    const owner = new Client(site.base);
    await tryOnce({ client: owner, password });
    owner.cookies.delete('session');
    expect(await fail(6, { client: owner })).toBe(429);
    expect((await tryOnce({ password })).status).toBe(303);
    expect((await tryOnce({ client: owner, username: 'auditor', password })).status).toBe(303);
  });
});

describe('a place that tries many names', () => {
  it('waits after fifty failures, and others do not', async () => {
    for (let i = 0; i < 50; i += 1) {
      expect((await tryOnce({ username: `name${i}` })).status).toBe(422);
    }
    expect((await tryOnce({ password })).status).toBe(429);
    expect((await tryOnce({ password, address: '10.0.0.2' })).status).toBe(303);
    site.clock.pass(15 * minute);
    expect((await tryOnce({ password })).status).toBe(303);
  });

  it('is one whole /64 of IPv6', async () => {
    for (let i = 0; i < 5; i += 1) await tryOnce({ address: `2001:db8:1:2::${i + 1}` });
    expect((await tryOnce({ address: '2001:db8:1:2:ffff::1', password })).status).toBe(429);
    expect((await tryOnce({ address: '2001:db8:1:3::1', password })).status).toBe(303);
  });
});

describe('many tries at the same moment', () => {
  it('do not slip through', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => tryOnce({})));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });

  it('all pass with the right password', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => tryOnce({ username: 'auditor', password })),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
  });
});
