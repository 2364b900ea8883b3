import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maskToken, tokenMatches } from '../../src/web/form-token.js';
import { type People, password, startPeople } from '../people/cast.js';
import { Client, signIn } from './client.js';

let site: People;
let admin: Client;
beforeAll(async () => {
  site = await startPeople();
  admin = await signIn(site.base, 'admin');
});
afterAll(() => site.close());

const account = { name: '伪造', role: 'auditor', reason: '伪造' };
let count = 0;

/** What a browser would send for a form on this site, except for what is given. */
async function send(fields: Record<string, string>, headers: Record<string, string> = {}) {
  count += 1;
  const form = { ...account, username: `forged${count}`, _token: await admin.tokenOf('/account') };
  const answer = await admin.postExactly('/accounts/new', { ...form, ...fields }, headers);
  const requests = await site.db.accountRequest.findMany();
  const made = requests.filter(({ settings }) =>
    JSON.stringify(settings).includes(`"${form.username}"`),
  ).length;
  return { status: answer.status, text: answer.text, made };
}

describe('a form of this site', () => {
  it('is taken with its token, and with the headers that browsers send', async () => {
    expect(await send({})).toMatchObject({ status: 200, made: 1 });
    const own = { origin: site.base, 'sec-fetch-site': 'same-origin' };
    expect(await send({}, own)).toMatchObject({ status: 200, made: 1 });
    expect(await send({}, { 'sec-fetch-site': 'none' })).toMatchObject({ status: 200, made: 1 });
  });

  it('carries another mask on each page, and every one fits', async () => {
    const [one, two] = [await admin.tokenOf('/account'), await admin.tokenOf('/account')];
    expect(one).not.toBe(two);
    expect(await send({ _token: one })).toMatchObject({ status: 200 });
  });
});

describe('a forged form', () => {
  it.each([
    ['without a token', { _token: '' }],
    ['with a made-up token', { _token: 'x'.repeat(86) }],
    ['with half a token', { _token: 'AAAA' }],
  ])('%s is refused', async (_name, fields) => {
    const answer = await send(fields);
    expect(answer).toMatchObject({ status: 403, made: 0 });
    expect(answer.text).toContain('这个表单已失效');
    expect(answer.text).not.toContain('无权办理');
  });

  it('with the token of another session is refused', async () => {
    const other = await signIn(site.base, 'admin2');
    const _token = await other.tokenOf('/account');
    expect(await send({ _token })).toMatchObject({ status: 403, made: 0 });
  });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('from another site is refused, with the right token too: %j', async (headers) => {
    expect(await send({}, headers as never)).toMatchObject({ status: 403, made: 0 });
  });

  it('cannot sign a visitor in to somebody else’s account', async () => {
    const visitor = new Client(site.base);
    const fields = { username: 'admin', password };
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const answer = await visitor.postExactly('/sign-in', fields, headers as never);
      expect(answer.status).toBe(403);
      expect(visitor.cookies.has('session')).toBe(false);
    }
  });

  it('cannot sign anybody out', async () => {
    expect((await admin.postExactly('/sign-out', {})).status).toBe(403);
    expect((await admin.get('/account')).status).toBe(200);
  });

  it('cannot come with another method', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACEX']) {
      const answer = await admin.send('/accounts/new', { method }).catch(() => null);
      if (answer) expect([400, 403, 405]).toContain(answer.status);
    }
  });
});

describe('the mask', () => {
  it('hides its secret, and fits no other', () => {
    const secret = Buffer.alloc(32, 7).toString('base64url');
    const other = Buffer.alloc(32, 8).toString('base64url');
    const token = maskToken(secret);
    expect(token).not.toContain(secret);
    expect([tokenMatches(token, secret), tokenMatches(token, other)]).toEqual([true, false]);
    for (const bad of [undefined, null, '', 'x', [token], {}, `${token}AA`]) {
      expect(tokenMatches(bad, secret)).toBe(false);
    }
  });
});
