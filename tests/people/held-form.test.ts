import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHeld } from '../../src/people/read-held.js';
import type { RouteTable } from '../../src/web/route-table.js';
import { type Answer, Client, signIn } from '../web/client.js';
import { type People, password, startPeople } from './cast.js';

const eightHours = 8 * 3_600_000;
let site: People;
let admin: Client;
beforeEach(async () => {
  site = await startPeople();
  admin = await signIn(site.base, 'admin');
});
afterEach(() => site.close());

const typed = {
  username: 'nieyu',
  name: '聂屿 “东极”',
  role: 'auditor',
  reason: '新来的审计',
};
const made = () => site.db.accountRequest.count();

/** What a page would send again: the hidden fields of the form that carries it. */
function carried({ text }: Answer): Record<string, string> {
  const form = /<form[^>]*data-held[\s\S]*?<\/form>/.exec(text)?.[0] ?? '';
  const plain = (html: string) =>
    html
      .replaceAll('&quot;', '"')
      .replaceAll('&#x3D;', '=')
      .replaceAll('&#x27;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [plain(name), plain(value)],
    ),
  );
}

/** The routes that take a form with files, as an address each; what they are of does not matter to who is nobody. */
const withFiles = (): string[] =>
  (site.app.locals.routes as RouteTable).routes
    .filter(({ method, reach }) => method === 'POST' && reach === 'uploads')
    .map(({ path }) => path.replace(/[:*]\w+/g, '1').replace(/[{}]/g, ''));

function partsOf(fields: Record<string, string>, files: number): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (let n = 0; n < files; n += 1)
    body.append('file', new Blob(['x'.repeat(90_000)]), `${n}.jpg`);
  if (files === 0) body.append('file', new Blob([]), '');
  return body;
}

/** A form that is sent after its session has ended. */
async function sentTooLate(fields: Record<string, string> = typed): Promise<Answer> {
  const _token = await admin.tokenOf('/account');
  site.clock.pass(eightHours);
  return admin.postExactly('/accounts/new', { ...fields, _token });
}

describe('a form that comes after its session has ended', () => {
  it('is not taken, goes along through the sign-in, and is sent again with one press', async () => {
    const late = await sentTooLate();
    expect([late.status, await made()]).toEqual([401, 0]);
    expect(late.text).toContain('刚才填写的内容没有丢失');
    expect(late.headers.get('cache-control')).toBe('no-store');
    const wrong = await admin.postExactly('/sign-in', {
      ...carried(late),
      username: 'admin',
      password: 'not-the-password',
    });
    expect(wrong.status).toBe(422);
    expect(carried(wrong).held).toBe(carried(late).held);
    const entered = await admin.postExactly('/sign-in', {
      ...carried(wrong),
      username: 'admin',
      password,
    });
    expect([entered.status, entered.headers.get('cache-control')]).toEqual([200, 'no-store']);
    // It is a page of the new session: its menu, and who has signed in.
    expect(entered.text).toContain('admin某');
    expect(entered.text).toContain('href="/accounts"');
    expect(entered.text).toContain('action="/accounts/new"');
    expect(carried(entered)).toMatchObject(typed);
    expect(await made()).toBe(0);
    const again = await admin.postExactly('/accounts/new', carried(entered), {
      origin: site.base,
      'sec-fetch-site': 'same-origin',
    });
    expect([again.status, await made()]).toEqual([200, 1]);
    const { settings } = await site.db.accountRequest.findFirstOrThrow();
    expect(settings).toMatchObject({ name: typed.name });
  });

  it('is checked by who sends it again: another account may not what the first might', async () => {
    const late = await sentTooLate();
    const other = new Client(site.base);
    const entered = await other.postExactly('/sign-in', {
      ...carried(late),
      username: 'park1',
      password,
    });
    expect(entered.text).toContain('park1某');
    const again = await other.postExactly('/accounts/new', carried(entered));
    expect([again.status, await made()]).toEqual([403, 0]);
  });

  it('shows no password and no identity number', async () => {
    const late = await sentTooLate({
      ...typed,
      password: 'a-new-password',
      reason: '身份证 11010519491231002X',
    });
    expect(late.text).not.toContain('a-new-password');
    expect(late.text).not.toContain('11010519491231002X');
    const entered = await admin.postExactly('/sign-in', {
      ...carried(late),
      username: 'admin',
      password,
    });
    expect(entered.text).toContain('出于安全考虑');
    expect(carried(entered)).toMatchObject({ name: typed.name });
  });

  it('is a page to sign in at alone where nothing was typed, and an answer to a program as before', async () => {
    const out = await new Client(site.base).postExactly('/messages/read', {});
    expect(out.status).toBe(401);
    expect(out.text).not.toContain('没有丢失');
    const json = await new Client(site.base).send('/accounts/new', {
      method: 'POST',
      body: new URLSearchParams(typed),
      headers: { accept: 'application/json' },
    });
    expect([json.status, JSON.parse(json.text).error.status]).toEqual([401, 401]);
  });

  it('leads nowhere else by what was made up', async () => {
    const form = {
      fields: [],
      hasInput: true,
      hasSecrets: false,
      hasFile: false,
      files: 0,
      several: false,
    };
    for (const action of ['https://evil.example/', '//evil.example', '/\\evil.example', ''])
      expect(readHeld(JSON.stringify({ ...form, action }))).toBeNull();
    for (const text of ['', '{', '[]', '"x"', 'null']) expect(readHeld(text)).toBeNull();
    const client = new Client(site.base);
    const fields = { username: 'bureau', password, held: '{"action":"//evil.example"}' };
    expect(await client.postExactly('/sign-in', fields)).toMatchObject({
      status: 303,
      location: '/today',
    });
  });
});

describe('a form with files, or a large table, that comes after its session has ended', () => {
  const post = (address: string, body: BodyInit, headers: Record<string, string> = {}) =>
    new Client(site.base).send(address, { method: 'POST', body, headers });

  it('carries what was typed through the sign-in, whatever form it is, and asks for the files again', async () => {
    const addresses = withFiles();
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of addresses) {
      const late = await post(address, partsOf({ note: '走访 “东极”', _once: 'k' }, 2));
      expect([address, late.status]).toEqual([address, 401]);
      expect(late.text).toContain('选择的文件需要重新选择');
      const held = readHeld(carried(late).held ?? '');
      expect(held).toMatchObject({ action: address, hasFile: true, files: 2, several: true });
      expect(held?.fields).toContainEqual({ name: 'note', value: '走访 “东极”' });
      expect(late.text.length).toBeLessThan(20_000);
    }
  });

  it('takes a file where what was typed is sent again', async () => {
    const late = await post('/visits/new', partsOf({ summary: '看了民宿' }, 1));
    const entered = await new Client(site.base).postExactly('/sign-in', {
      ...carried(late),
      username: 'park1',
      password,
    });
    expect(entered.text).toMatch(/<input id="resend-file" name="file" type="file"/);
    expect(entered.text).toContain('之前选的 1 个文件');
    expect(carried(entered)).toMatchObject({ summary: '看了民宿' });
  });

  it('says nothing of files where none was chosen, and is nothing where nothing was typed either', async () => {
    const late = await post('/visits/new', partsOf({ summary: '看了民宿' }, 0));
    expect(late.text).toContain('不必重新填写');
    expect(readHeld(carried(late).held ?? '')).toMatchObject({ files: 0 });
    expect((await post('/visits/new', partsOf({ _once: 'k' }, 0))).text).not.toContain('没有丢失');
  });

  it('carries the numbers of a return, and no more than the sign-in can take', async () => {
    const heads = (n: number) =>
      new URLSearchParams(Array.from({ length: n }, (_, i) => [`heads-${i}`, String(i)]));
    const late = await post('/returns/2025-01/P01/grid', heads(600));
    expect(readHeld(carried(late).held ?? '')?.fields).toHaveLength(600);
    const entered = await new Client(site.base).postExactly('/sign-in', {
      ...carried(late),
      username: 'park1',
      password,
    });
    expect(carried(entered)['heads-599']).toBe('599');
    const tooMuch = await post('/returns/2025-01/P01/grid', heads(3999));
    expect([tooMuch.status, tooMuch.text.includes('没有丢失')]).toEqual([401, false]);
  });

  it('offers nothing that another site has sent', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
    ]) {
      const forged = await post('/visits/new', partsOf({ summary: '看了民宿' }, 1), headers);
      expect([forged.status, forged.text.includes('看了民宿')]).toEqual([401, false]);
    }
  });
});

describe('a form of a page that was opened before signing in anew', () => {
  const own = () => ({ origin: site.base, 'sec-fetch-site': 'same-origin' });

  it('is not taken, and is sent again with one press', async () => {
    const _token = await admin.tokenOf('/account');
    await admin.postExactly('/sign-in', {
      username: 'admin2',
      password,
      _token,
    });
    const stale = await admin.postExactly('/accounts/new', { ...typed, _token }, own());
    expect([stale.status, await made()]).toEqual([403, 0]);
    expect(stale.text).toContain('admin2某');
    expect(carried(stale)).toMatchObject(typed);
    const again = await admin.postExactly('/accounts/new', carried(stale), own());
    expect([again.status, await made()]).toEqual([200, 1]);
  });

  it.each([
    {},
    { 'sec-fetch-site': 'same-origin' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'cross-site' },
  ])(
    'is offered to nobody where the browser does not say that it is of this site: %j',
    async (headers) => {
      const forged = await admin.postExactly('/accounts/new', typed, headers as never);
      expect([forged.status, await made()]).toEqual([403, 0]);
      expect(forged.text).not.toContain(typed.username);
    },
  );
});
