import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptApplication } from '../../src/waivers/accept-application.js';
import { type Cast, caseAt, seen, startWaivers } from './cast.js';
import { browserOf, morning, nobody, see, send } from './desk.js';

let cast: Cast;
let number: string;
beforeEach(async () => {
  cast = await startWaivers();
  number = await caseAt(cast, 'submitted'); // Friday 2025-02-14, due on Tuesday the 18th
  cast.clock.set(morning('2025-02-17'));
});
afterEach(() => cast.close());

const queue = (who: string, query = '') => see(cast, who, `/waivers/queue${query}`);
const listed = (text: string) =>
  [...text.matchAll(/<a href="\/waivers\/(A[\d-]+)"/g)].map((m) => m[1]);

describe('the queue', () => {
  it('shows each desk what waits for it, by the day that is due, with its clock in words', async () => {
    const text = await queue('park1');
    expect(listed(text)).toEqual([number]);
    expect(text).toContain('还剩 1 个工作日');
    expect(listed(await queue('putuo'))).toEqual([]);
    expect(listed(await queue('putuo', '?tab=all'))).toEqual([number]);
    expect(listed(await queue('park2', '?tab=all'))).toEqual([]);
    expect(listed(await queue('bureau', '?tab=waiting'))).toEqual([]);
    expect(listed(await queue('auditor', '?tab=unclaimed'))).toEqual([number]);
  });

  it('counts what is due soon and what is late', async () => {
    expect(listed(await queue('park1', '?tab=soon'))).toEqual([number]);
    expect(listed(await queue('park1', '?tab=overdue'))).toEqual([]);
    cast.clock.set(morning('2025-02-20'));
    const late = await queue('park1', '?tab=overdue');
    expect(listed(late)).toEqual([number]);
    expect(late).toContain('已超期 2 个工作日');
    expect(listed(await queue('park1', '?tab=soon'))).toEqual([]);
    cast.clock.set(morning('2025-02-17'));
  });

  it('filters by policy, park and age, and refuses what is not on offer', async () => {
    expect(listed(await queue('park1', '?policy=rent-free&park=P01'))).toEqual([number]);
    expect(listed(await queue('park1', '?policy=rent-subsidy'))).toEqual([]);
    expect(listed(await queue('park1', '?age=7'))).toEqual([]);
    for (const query of ['?tab=x', '?age=8', '?page=0', "?policy='", '?tab=ready'])
      expect(
        (await (await browserOf(cast, 'park1')).get(`/waivers/queue${query}`)).status,
        query,
      ).toBe(400);
  });

  it('is for those who review, and for an auditor', async () => {
    for (const [who, status] of [['founder2', 403] as const, ['admin', 403] as const])
      expect((await (await browserOf(cast, who)).get('/waivers/queue')).status).toBe(status);
    expect((await nobody(cast).get('/waivers/queue')).status).toBe(303);
  });

  it('lets a case be claimed and released from the list', async () => {
    const back = '/waivers/queue?tab=unclaimed';
    const claimed = await send(cast, 'park1', number, 'claim', { back });
    expect([claimed.status, claimed.location]).toEqual([303, back]);
    expect(listed(await queue('park1', '?tab=mine'))).toEqual([number]);
    expect(listed(await queue('park1', '?tab=unclaimed'))).toEqual([]);
    expect(listed(await queue('park1', '?tab=waiting'))).toEqual([number]);
    const elsewhere = await send(cast, 'park1', number, 'release', { back: '//evil.example' });
    expect(elsewhere.location).toBe(`/waivers/${number}`);
    expect((await send(cast, 'park1', number, 'release')).status).toBe(409);
  });

  it('can be taken out as a file, which is recorded', async () => {
    const client = await browserOf(cast, 'park1');
    const csv = await client.get('/waivers/queue.csv?tab=all');
    expect(csv.status).toBe(200);
    expect(csv.text).toContain(number);
    expect(csv.text).toContain('还剩 1 个工作日');
    expect((await client.get('/waivers/queue.xlsx?tab=all')).status).toBe(200);
    expect(await cast.db.historyEvent.count({ where: { verb: 'waivers.exported' } })).toBe(2);
    expect((await (await browserOf(cast, 'founder2')).get('/waivers/queue.csv')).status).toBe(403);
    expect((await (await browserOf(cast, 'bureau')).get('/history')).status).toBe(200);
  });

  it('does not wait for who has stepped aside', async () => {
    await send(cast, 'park1', number, 'stepping-aside', { inside: '申请人是亲属' });
    expect(listed(await queue('park1'))).toEqual([]);
    expect(listed(await queue('park1', '?tab=unclaimed'))).toEqual([number]);
    expect(await see(cast, 'park1', `/waivers/${number}`)).toContain('您已回避这件申请');
  });

  it('moves on with the case', async () => {
    await cast.act('park1', async (tx, by) => acceptApplication(tx, by, await seen(cast, number)));
    expect(listed(await queue('park1', '?tab=all'))).toEqual([number]);
    expect(listed(await queue('park1', '?tab=founder'))).toEqual([]);
  });
});
