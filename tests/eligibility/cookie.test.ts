import type { Request } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { eligibilityAnswers } from '../../src/eligibility/facts-of-answers.js';
import { Client, startApp } from '../web/client.js';
import { answerAll, graduate, type Site, sentTo, startEligibility } from './cast.js';

let site: Site;
beforeAll(async () => {
  site = await startEligibility();
  await site.issue('rent-free', rentFree, '2025-02-14');
});
afterAll(() => site.close());

const requestOf = (client: Client): Request =>
  ({
    headers: { cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  }) as unknown as Request;
const packed = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('the kept answers', () => {
  it('are for scripts of no page, end with the browser, and go with every page of the site', async () => {
    const client = new Client(site.base);
    const { headers } = await client.post('/eligibility/questions/categories', {
      categories: 'none',
    });
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/^eligibility=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/);
    const secure = await startApp({ db: site.db, config: { secureCookies: true } });
    const there = await new Client(secure.base).post('/eligibility/questions/categories', {
      categories: 'none',
    });
    expect(there.headers.getSetCookie().join()).toContain('Secure');
    await secure.close();
  });

  it('are what an application can be filled in with', async () => {
    const client = new Client(site.base);
    expect(eligibilityAnswers(requestOf(client), '2025-02-14')).toEqual({ premises: {} });
    await answerAll(client, graduate);
    expect(eligibilityAnswers(requestOf(client), '2025-02-14')).toEqual({
      categories: [],
      graduatedOn: '2022-06-30',
      settledOn: '2024-08-01',
      otherBenefits: [],
      premises: {
        kind: 'park-space',
        area: 8_000,
        rent: 80_000,
        leaseFrom: '2024-08-01',
        leaseTo: null,
      },
    });
  });

  it.each([
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('{"rent":').toString('base64url')],
    ['no answers', packed([1, 2, 3])],
    ['a field of its own', packed({ name: '王建国' })],
    ['a rent below nothing', packed({ rent: -1 })],
    ['a day that is none', packed({ settledOn: '2025-02-30' })],
    ['markup', packed({ premises: '<script>' })],
    ['a category that is none', packed({ categories: { of: ['pirate'], held: [] } })],
    ['a proto', '{"__proto__":{"rent":1}}'],
    ['too much', 'A'.repeat(4_000)],
  ])('count as none where the cookie holds %s', async (_, value) => {
    const client = new Client(site.base);
    await answerAll(client, graduate);
    client.cookies.set('eligibility', value);
    const result = await client.get('/eligibility/result');
    expect([result.status, result.location]).toEqual([303, '/eligibility/questions/categories']);
    expect((await client.get('/eligibility')).text).toContain('开始自测');
    expect(eligibilityAnswers(requestOf(client), '2025-02-14')).toEqual({ premises: {} });
  });

  it('that were changed by hand but may be so have the outcome that they would have had', async () => {
    const client = new Client(site.base);
    await answerAll(client, graduate);
    const kept = JSON.parse(
      Buffer.from(client.cookies.get('eligibility') ?? '', 'base64url').toString(),
    );
    client.cookies.set('eligibility', packed({ ...kept, rent: 100 }));
    expect((await client.get('/eligibility/result')).text).toContain('合计减免或补贴 24.00 元');
  });

  it('are refused where a browser could not keep them, and what was kept stays', async () => {
    const client = new Client(site.base);
    await answerAll(client, graduate);
    const kept = JSON.parse(
      Buffer.from(client.cookies.get('eligibility') ?? '', 'base64url').toString(),
    );
    const declared: Record<string, boolean> = {};
    const length = () => packed({ ...kept, declared }).length;
    while (length() < 3_810)
      declared[`code.a-long-condition-${Object.keys(declared).length}`] = true;
    for (let key = 'a'; length() < 3_894; key += 'a') {
      delete declared[`code.${key.slice(1)}`];
      declared[`code.${key}`] = true;
    }
    client.cookies.set('eligibility', packed({ ...kept, declared }));
    const dearer = Object.assign({}, graduate, { rent: { rent: '9999999999' } });
    const answer = await client.post('/eligibility/questions/premises', sentTo('premises', dearer));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('答案过多');
  });
});
