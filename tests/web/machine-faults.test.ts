import type { Express } from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refuseForgery } from '../../src/web/forgery.js';
import { readFormBody } from '../../src/web/form-body.js';
import { startChild } from '../database/child.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { type People, startPeople } from '../people/cast.js';
import { type Client, signIn } from './client.js';
import { serveBeforeTheEnd } from './late-route.js';

let scratch: Scratch;
let site: People;
let bureau: Client;
let admin: Client;
let token: string;
beforeEach(async () => {
  scratch = await scratchDatabase();
  site = await startPeople({ db: scratch.db });
  failAs(site.app);
  [bureau, admin] = [await signIn(site.base, 'bureau'), await signIn(site.base, 'admin')];
  token = await admin.tokenOf('/account');
});
afterEach(async () => {
  await site.close();
  await scratch.close();
});

/** A route that fails as the machine would: by a code of SQLite's or of the file system's. */
function failAs(app: Express): void {
  app.all('/failing/:code', readFormBody, refuseForgery, (req) => {
    const [code = '', errno = '-1'] = String(req.params.code).split('-');
    throw Object.assign(new Error(`${code}: secret detail`), { code, errno: Number(errno) });
  });
  serveBeforeTheEnd(app);
}

describe('a fault of the machine', () => {
  it.each([
    ['SQLITE_BUSY-5', '正被其他程序占用', 'Another program', '5'],
    ['SQLITE_FULL-13', '磁盘已满', 'disk of the server is full', '60'],
    ['SQLITE_READONLY-8', '不可写', 'cannot be written', '60'],
    ['SQLITE_IOERR-10', '读写磁盘出错', 'disk of the server failed', '30'],
    ['SQLITE_CORRUPT-11', '已损坏', 'damaged', '300'],
    ['SQLITE_INTERRUPT-9', '被打断', 'interrupted', '5'],
    ['ENOSPC', '磁盘已满', 'disk of the server is full', '60'],
    ['EROFS', '不可写', 'cannot be written', '60'],
    ['EMFILE', '资源不足', 'short of resources', '10'],
  ])(
    '%s is 503, with the reason in both languages and when to try again',
    async (code, zh, en, after) => {
      const answers = [
        await bureau.get(`/failing/${code}?lang=zh`),
        await bureau.get(`/failing/${code}?lang=en`),
      ];
      expect(answers.map(({ status }) => status)).toEqual([503, 503]);
      expect(answers[0]?.text).toContain(zh);
      expect(answers[1]?.text).toContain(en);
      expect(answers[0]?.headers.get('retry-after')).toBe(after);
      expect(answers[0]?.text).not.toMatch(/secret detail|再次提交/);
      await bureau.get('/account?lang=zh');
    },
  );

  it('is no fault of the machine where a constraint or a missing file is', async () => {
    for (const code of ['SQLITE_CONSTRAINT-19', 'SQLITE_ERROR-1', 'ENOENT'])
      expect((await bureau.get(`/failing/${code}`)).status).toBe(500);
  });

  it('gives back the form that was sent, without its secrets', async () => {
    const answer = await bureau.post('/failing/SQLITE_FULL-13?of=a&b=c', {
      note: '第一行\n<b>"第二行"</b>',
      kind: ['call', 'visit'],
      newPassword: 'secret-1234',
      other: '持证人 330902199001011234 的材料',
      _key: 'abcdefghijklmnopqrstuvwx',
    });
    expect(answer.text).toMatch(
      /action="\/failing\/SQLITE_FULL-13\?of(=|&#x3D;)a&amp;b(=|&#x3D;)c"/,
    );
    expect(answer.text).toContain('第一行\n&lt;b&gt;&quot;第二行&quot;&lt;/b&gt;');
    for (const value of ['call', 'visit', 'abcdefghijklmnopqrstuvwx'])
      expect(answer.text).toContain(`value="${value}"`);
    expect(answer.text).not.toMatch(/secret-1234|330902199001011234/);
    expect(answer.text).toContain('密码、验证码和证件号码没有保留');
  });
});

describe('while another process holds the lock', () => {
  it('signing out and changing are refused, pages are read, and all works afterwards', async () => {
    const lock = startChild('lock-child.ts', ['12000', scratch.file]);
    await lock.firstLine;
    site.clock.pass(6 * 60_000); // whoever reads now was not seen for five minutes
    const since = performance.now();
    expect((await bureau.get('/parks')).status).toBe(200);
    expect(performance.now() - since).toBeLessThan(3000);
    const settings = { username: 'newcomer', name: '王新', role: 'auditor', _token: token };
    const [out, made, signedIn] = await Promise.all([
      bureau.post('/sign-out', {}, { from: '/account' }),
      admin.postExactly('/accounts/new', { ...settings, newPassword: 'walls-down-2031' }),
      admin.postExactly('/sign-in', {
        username: 'park1',
        password: 'walls-down-2025',
        _token: token,
      }),
    ]);
    expect([out.status, made.status, signedIn.status]).toEqual([503, 503, 503]);
    expect(out.headers.get('retry-after')).toBe('5');
    expect(out.text).toContain('再次提交');
    expect(out.text).not.toContain('您填写的内容');
    expect(made.text).toContain('您填写的内容没有丢失');
    expect(made.text).toContain('value="王新"');
    expect(made.text).not.toContain('walls-down-2031');
    const ready = await bureau.get('/readyz');
    expect([ready.status, JSON.parse(ready.text)]).toEqual([
      503,
      { status: 'not ready', reason: 'busy' },
    ]);
    expect((await bureau.get('/account')).status).toBe(200);
    await lock.ended;
    expect(JSON.parse((await bureau.get('/readyz')).text)).toEqual({ status: 'ready' });
    expect((await bureau.post('/sign-out', {}, { from: '/account' })).status).toBe(303);
    expect((await bureau.get('/account')).status).toBe(303);
    expect(await site.db.account.count({ where: { username: 'newcomer' } })).toBe(0);
  });
});
