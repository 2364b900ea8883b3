import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totalOf } from '../../src/ledger/totals.js';
import { Client, signIn, type TestApp } from '../web/client.js';
import { aPark, startParks } from './cast.js';

let app: TestApp;
let bureau: Client;
let park1: Client;
let park2: Client;
let auditor: Client;
beforeAll(async () => {
  app = await startParks();
  bureau = await signIn(app.base, 'bureau');
  park1 = await signIn(app.base, 'park1');
  park2 = await signIn(app.base, 'park2');
  auditor = await signIn(app.base, 'auditor');
});
afterAll(() => app.close());

/** A park as its form sends it. */
const sent = (changes: Record<string, string> = {}) => ({
  ...Object.fromEntries(Object.entries(aPark()).map(([name, value]) => [name, String(value)])),
  ...changes,
});
const openParks = () =>
  totalOf(app.db, { measure: 'parks', scope: { kind: 'network' }, asOf: '2025-02-14' });
const parkOf = (number: string) => app.db.park.findUniqueOrThrow({ where: { number } });

describe('opening a park', () => {
  const next = sent({ number: 'P03', nameZh: '嵊山𰻞渔创业园', openedOn: '2025-02-01' });

  it('is the bureau’s: a page, a park, and one more in the network', async () => {
    expect((await bureau.get('/parks/new')).text).toContain('name="_key"');
    const before = await openParks();
    const { status, location } = await bureau.post('/parks/new', next);
    expect([status, location]).toEqual([303, '/parks/P03']);
    expect((await parkOf('P03')).nameZh).toBe('嵊山𰻞渔创业园');
    expect(await openParks()).toBe(before + 1);
  });

  it('is refused to everyone else', async () => {
    const nobody = new Client(app.base);
    expect((await nobody.get('/parks/new')).location).toBe('/sign-in?next=%2Fparks%2Fnew');
    expect((await nobody.postExactly('/parks/new', next)).status).toBe(401);
    for (const client of [park1, auditor, await signIn(app.base, 'admin')]) {
      expect((await client.get('/parks/new')).status).toBe(403);
      expect((await client.post('/parks/new', next)).status).toBe(403);
    }
  });

  it.each([
    ['number', 'P01', '该编号已被使用'],
    ['number', '7', '编号为字母 P 加二至四位数字'],
    ['regionCode', '999999', '没有这个县区'],
    ['openedOn', '2025-02-15', '不能晚于今天'],
    ['openedOn', '2025-02-30', '请填写存在的日期'],
    ['nameZh', '字'.repeat(41), '不能超过 40 个字'],
    ['phone', 'call me', '请填写 11 位手机号，或带区号的座机号'],
    ['mapX', '1001', '不能大于 1,000'],
  ])('asks again for %s as %s', async (field, value, message) => {
    const count = await app.db.park.count();
    const answer = await bureau.post('/parks/new', sent({ number: 'P09', [field]: value }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain('山海运营公司');
    expect(await app.db.park.count()).toBe(count);
  });

  it('sent twenty times at once makes one park', async () => {
    const fields = { ...sent({ number: 'P20' }), _key: 'a-key-of-sixteen-or-more' };
    const _token = await bureau.tokenOf('/parks/new');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => bureau.postExactly('/parks/new', { ...fields, _token })),
    );
    expect(new Set(answers.map(({ status, location }) => `${status} ${location}`))).toEqual(
      new Set(['303 /parks/P20']),
    );
    expect(
      await app.db.historyEvent.count({
        where: { verb: 'park.opened', parkId: (await parkOf('P20')).id },
      }),
    ).toBe(1);
  });
});

describe('editing a park', () => {
  const change = async (number: string, changes: Record<string, string>) => {
    const { version } = await parkOf(number);
    return sent({ version: String(version), ...changes });
  };

  it('is its manager’s and the bureau’s, and is told in the history', async () => {
    expect((await park1.get('/parks/P01/edit')).text).toContain('value="黄杨尖创业园"');
    const form = await change('P01', { phone: '0580-3000009', aboutZh: '第一行\r\n第二行' });
    const { status, location } = await park1.post('/parks/P01/edit', form);
    expect([status, location]).toEqual([303, '/parks/P01']);
    const park = await parkOf('P01');
    expect([park.phone, park.aboutZh]).toEqual(['0580-3000009', '第一行\n第二行']);
    const event = await app.db.historyEvent.findFirstOrThrow({
      where: { verb: 'park.edited', parkId: park.id },
      orderBy: { id: 'desc' },
    });
    expect(event.detail).toMatchObject({ phone: ['0580-3000001', '0580-3000009'] });
    // It comes back as it was written.
    const { text } = await park1.get('/parks/P01/edit');
    expect(text).toContain('>\n第一行\n第二行</textarea>');
  });

  it('leaves number, region and first day alone, whatever is sent', async () => {
    const form = await change('P01', {
      number: 'P77',
      regionCode: '330902',
      openedOn: '2020-01-01',
    });
    expect((await bureau.post('/parks/P01/edit', form)).status).toBe(303);
    const { regionCode, openedOn } = await parkOf('P01');
    expect([regionCode, openedOn]).toEqual(['330903', '2023-01-01']);
  });

  it('hides a park from another park’s manager, and refuses who may only look', async () => {
    expect((await park2.get('/parks/P01/edit')).status).toBe(404);
    expect((await park2.post('/parks/P01/edit', await change('P01', {}))).status).toBe(404);
    expect((await auditor.get('/parks/P01/edit')).status).toBe(403);
    expect((await auditor.post('/parks/P01/edit', await change('P01', {}))).status).toBe(403);
    expect((await bureau.get('/parks/P99/edit')).status).toBe(404);
    expect((await new Client(app.base).postExactly('/parks/P01/edit', sent())).status).toBe(401);
  });

  it('shows both versions to the second of two editors, and takes theirs when sent again', async () => {
    const first = await change('P01', { operatorName: '先改的公司' });
    const second = { ...first, operatorName: '后改的公司', aboutEn: 'Mine' };
    expect((await park1.post('/parks/P01/edit', first)).status).toBe(303);
    const late = await bureau.post('/parks/P01/edit', second);
    expect(late.status).toBe(409);
    expect(late.text).toContain('先改的公司');
    expect(late.text).toContain('value="后改的公司"');
    expect(late.text).toContain('有差异');
    expect((await parkOf('P01')).operatorName).toBe('先改的公司');

    const version = /name="version" value="(\d+)"/.exec(late.text)?.[1] ?? '';
    expect((await bureau.post('/parks/P01/edit', { ...second, version })).status).toBe(303);
    expect((await parkOf('P01')).operatorName).toBe('后改的公司');
  });

  it('sent twice, or changing nothing, is written once', async () => {
    const events = () => app.db.historyEvent.count({ where: { verb: 'park.edited' } });
    const form = await change('P01', { operatorName: '改一次的公司' });
    const before = await events();
    for (const _ of [1, 2]) expect((await park1.post('/parks/P01/edit', form)).status).toBe(303);
    expect(await events()).toBe(before + 1);
  });

  it('keeps what was typed where something is wrong', async () => {
    const form = await change('P01', { nameZh: '', operatorName: '没写名字的公司' });
    const answer = await park1.post('/parks/P01/edit', form);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="没写名字的公司"');
  });
});
