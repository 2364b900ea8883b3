import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, startVisits } from '../visits/cast.js';
import type { Answer, Client } from '../web/client.js';

let cast: Cast;
beforeAll(async () => {
  cast = await startVisits();
});
afterAll(() => cast.close());

const said = ({ text }: Answer): string | null =>
  /<div class="receipt"[^>]*>([\s\S]*?)<\/div>/.exec(text)?.[1]?.replace(/\s+/g, ' ').trim() ??
  null;
const plain = (answer: Answer): string => (said(answer) ?? '').replace(/<[^>]+>/g, '').trim();
const visitOf = (i: number, more = {}) => ({
  parkId: String(cast.parkIds[0]),
  kind: 'visit',
  madeOn: '2025-02-13',
  madeBy: '王芳',
  note: '看了冷库',
  ventureIds: [String(cast.idOf(i))],
  ...more,
});
const log = async (client: Client, i = 3, more = {}) => {
  const answer = await client.post('/visits/new', visitOf(i, more), {
    from: '/visits/new?park=P01',
  });
  expect(answer.status).toBe(303);
  return answer;
};

describe('the page after an act', () => {
  it('says once what was done, with its numbers, and how it is taken back', async () => {
    const park1 = cast.as('park1');
    const { location } = await log(park1);
    const first = await park1.get(String(location));
    expect(plain(first)).toMatch(/^已登记走访服务：P01 2025年2月13日。.*2025年2月13日.*1/);
    expect(said(first)).toContain(`href="${location}/cancellation"`);
    expect(first.text).toContain('role="status"');
    expect(said(await park1.get(String(location)))).toBeNull();
  });

  it('speaks the language of its reader, and nothing of a page that is not there', async () => {
    const park1 = cast.as('park1');
    const { location } = await log(park1, 6);
    const other = await park1.get('/visits');
    expect(said(other)).toBeNull();
    await park1.get('/visits?lang=en');
    const page = await park1.get(String(location));
    expect(plain(page)).toMatch(/^Visit logged: P01 13 February 2025\./);
    await park1.get('/visits?lang=zh');
  });

  it('belongs to one address: each of two tabs says what was done in it', async () => {
    const park1 = cast.as('park1');
    const one = String((await log(park1, 3)).location);
    const two = String((await log(park1, 6)).location);
    expect(one).not.toBe(two);
    expect(said(await park1.get(one))).toContain(`${one}/cancellation`);
    expect(said(await park1.get(two))).toContain(`${two}/cancellation`);
  });

  it('is nobody else’s, whoever brings the cookie', async () => {
    const [park1, bureau] = [cast.as('park1'), cast.as('bureau')];
    for (const name of [...park1.cookies.keys()])
      if (name.startsWith('done-')) park1.cookies.delete(name);
    const { location } = await log(park1);
    await bureau.get('/visits');
    const own = new Map(bureau.cookies);
    for (const [name, value] of park1.cookies) {
      if (name.startsWith('done-')) bureau.cookies.set(name, value);
    }
    expect(said(await bureau.get(String(location)))).toBeNull();
    expect(bureau.cookies).toEqual(own);
    expect((await park1.get(String(location))).text).not.toBeNull();
  });

  it('takes a cookie that was made up for none', async () => {
    const park1 = cast.as('park1');
    const { location } = await log(park1);
    const [name = ''] = [...park1.cookies.keys()]
      .filter((key) => key.startsWith('done-'))
      .slice(-1);
    for (const token of ['<b>', '1-zzzzzzzzzz', 'x', '0-0', '%00', '9-1']) {
      park1.cookies.set(name, token);
      const page = await park1.get(String(location));
      expect([page.status, token]).toEqual([200, token]);
      expect(page.text).not.toContain('<b>');
    }
  });

  it('says the same where a form that was cut off is sent again', async () => {
    const park1 = cast.as('park1');
    const fields = Object.assign(visitOf(9), { _key: 'a-form-that-was-cut-off' });
    const first = await park1.post('/visits/new', fields);
    for (const name of park1.cookies.keys())
      if (name.startsWith('done-')) park1.cookies.delete(name);
    const again = await park1.post('/visits/new', fields);
    expect(again.location).toBe(first.location);
    expect(plain(await park1.get(String(again.location)))).toMatch(/^已登记走访服务/);
  });

  it('is left in a cookie that no script reads, for that address alone', async () => {
    const { headers, location } = await log(cast.as('park1'));
    const cookie = headers.getSetCookie().find((line) => line.startsWith('done-'));
    expect(cookie).toMatch(new RegExp(`; Max-Age=120; Path=${location};.*HttpOnly; SameSite=Lax`));
    expect(cookie).not.toMatch(/看了冷库|王芳/);
  });
});
