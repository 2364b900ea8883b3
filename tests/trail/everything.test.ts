import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { addAccount } from '../../src/people/add-account.js';
import { at } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { Client, signedIn, type TestApp } from '../web/client.js';

let app: TestApp;
let number = '';
let clientOf: (name: string) => Client;

/** Beside what the parks' cast did: the administrator gives a new auditor and a founder an account. */
beforeEach(async () => {
  app = await startParks();
  number = (await app.db.venture.findUniqueOrThrow({ where: { id: 1 } })).number;
  const { id: accountId, passwordHash } = await app.db.account.findUniqueOrThrow({
    where: { username: 'admin' },
  });
  const by = { ...at('2025-02-10'), accountId };
  const nothing = { passwordHash, passwordBy: 'holder' as const, regionCode: null, parkIds: [] };
  const { id: requestedById } = await app.db.account.findUniqueOrThrow({
    where: { username: 'auditor' },
  });
  const second = { requestedById, reason: '' };
  await transact(app.db, async (tx) => {
    const auditor = { username: 'newcomer', name: '新审计', role: 'auditor' } as const;
    await addAccount(tx, by, { ...nothing, ...auditor, personNumber: null }, second);
    const founder = { username: 'founder1', name: '陈海', role: 'founder' } as const;
    await addAccount(tx, by, { ...nothing, ...founder, personNumber: 'R000001' }, second);
  });
  clientOf = signedIn(app.base);
});
afterEach(() => app.close());

const get = (name: string, query = '') => clientOf(name).get(`/history${query}`);
const acts = async (name: string, query = '') => {
  const { status, text } = await get(name, query);
  expect(status, `${name} ${query}`).toBe(200);
  return [...text.matchAll(/<th scope="row" class="nowrap">(?:<a[^>]*>)?([^<]+)/g)].map(
    ([, act]) => act,
  );
};

const withoutTokens = (text: string): string => text.replace(/(name="_token" value=")[^"]+/g, '$1');

describe('who reads what', () => {
  it('the bureau and the auditor everything, the administrator accounts only', async () => {
    for (const name of ['bureau', 'auditor']) {
      const all = await acts(name);
      expect(all.slice(0, 2)).toEqual(['新增账号', '新增账号']);
      for (const act of ['报送月报', '开设园区', '登记人员', '登记租约'])
        expect(all).toContain(act);
    }
    expect(new Set(await acts('admin'))).toEqual(new Set(['新增账号']));
    expect(await acts('admin', '?kind=park')).toEqual([]);
  });

  it('a county and a manager what was done in their parks', async () => {
    for (const name of ['putuo', 'park1']) {
      const own = await acts(name);
      expect(own.filter((act) => act === '开设园区')).toHaveLength(1);
      expect(own).toContain('报送月报');
      expect(own).not.toContain('新增账号');
    }
    expect(await acts('park2')).toEqual(['新增场地', '开设园区']);
    // A park of others is as little a choice as one that there is none of.
    const others = await get('park2', '?park=P01');
    const none = await get('park2', '?park=P99');
    expect([others.status, none.status]).toEqual([400, 400]);
    expect(others.text).not.toContain('<th scope="row"');
    expect(withoutTokens(others.text)).toBe(withoutTokens(none.text).replaceAll('P99', 'P01'));
    expect(await acts('park2', `?number=${number}`)).toEqual([]);
    expect(await acts('park2', '?kind=account')).toEqual([]);
  });

  it('no founder, and nobody without a sign-in', async () => {
    expect((await get('founder1')).status).toBe(403);
    expect((await new Client(app.base).get('/history')).status).toBe(303);
    expect((await get('bureau')).text).toContain('href="/history"');
    expect((await clientOf('founder1').get('/ventures')).text).not.toContain('href="/history"');
  });

  it('phones are not told to a manager', async () => {
    expect((await get('bureau', '?kind=venture')).text).toContain('13000000000');
    await transact(app.db, (tx) =>
      tx.historyEvent.create({
        data: {
          at: at('2025-02-09').at,
          verb: 'venture.edited',
          subjectKind: 'venture',
          subjectId: 1,
          ventureId: 1,
          parkId: 1,
          detail: { phone: [null, '13012340000'] },
        },
      }),
    );
    expect((await get('bureau')).text).toContain('13012340000');
    expect((await get('park1')).text).not.toContain('13012340000');
  });
});

describe('the filter', () => {
  it.each([
    ['?kind=tenancy', ['登记租约']],
    ['?verb=park.opened', ['开设园区', '开设园区']],
    ['?verb=park.opened&park=P02', ['开设园区']],
    ['?kind=park&verb=space.added', []],
    ['?number=P01-002', ['新增场地']],
    ['?number=ｐ０１－００２', ['新增场地']],
    ['?number=newcomer', ['新增账号']],
    ['?number=R000001', ['登记人员']],
    ['?number=V1999-0001', []],
    ['?who=admin', ['新增账号', '新增账号']],
    ['?who=admin&kind=park', []],
    ['?who=系统&verb=park.opened', ['开设园区', '开设园区']],
    ['?who=nobody', []],
    ['?from=2025-02-10', ['新增账号', '新增账号']],
    ['?from=2025-02-10&to=2025-02-10&number=newcomer', ['新增账号']],
    ['?to=2025-01-31', []],
  ])('%s', async (query, wanted) => {
    expect(await acts('bureau', query)).toEqual(wanted);
  });

  it('a venture’s number gives all that was done to it', async () => {
    const all = await acts('bureau', `?number=${number}&to=2025-02-01`);
    expect(all).toEqual(['报送月报', '登记租约', '入驻', '登记创业主体']);
  });

  it.each([
    ['?kind=x', '?verb=park.painted', '?park=%27', '?from=2025-13-01', '?before=x', '?before=-1'],
  ])('what cannot be read is refused', async (...queries) => {
    for (const query of queries) expect((await get('bureau', query)).status, query).toBe(400);
  });

  it('days the wrong way round are refused, an event that is not there is the beginning', async () => {
    const wrong = await get('bureau', '?from=2025-02-02&to=2025-02-01');
    expect([wrong.status, wrong.text.includes('截止日期不能早于起始日期')]).toEqual([400, true]);
    expect(await acts('bureau', '?before=999999')).toEqual(await acts('bureau'));
  });
});

describe('pages', () => {
  beforeEach(async () => {
    await app.db.historyEvent.createMany({
      data: Array.from({ length: 120 }, (_, index) => ({
        // Several at one moment, and some recorded later than others of an earlier day.
        at: at(`2024-0${1 + (index % 7)}-01`).at,
        verb: 'space.edited',
        parkId: 1,
        subjectKind: 'space',
        subjectId: 1,
        detail: { name: ['甲', `名${index}`] },
      })),
    });
  });
  const link = (text: string, label: string) =>
    new RegExp(`href="(/history[^"]*)">${label}<`)
      .exec(text)?.[1]
      ?.replaceAll('&amp;', '&')
      .replaceAll('&#x3D;', '=');
  const told = (text: string) => [...text.matchAll(/甲 → (名\d+)/g)].map(([, name]) => name);

  it.each(['bureau', 'park1'])(
    'go on to the last event and back, each event once: %s',
    async (who) => {
      const pages: string[][] = [];
      let address: string | undefined = '/history?verb=space.edited&park=P01';
      let last = '';
      while (address) {
        const { text } = await clientOf(who).get(address);
        pages.push(told(text) as string[]);
        last = text;
        address = link(text, '更早的记录');
      }
      expect(pages.map((names) => names.length)).toEqual([50, 50, 20]);
      expect(new Set(pages.flat()).size).toBe(120);
      const before = await clientOf(who).get(link(last, '较新的记录') ?? '');
      expect(told(before.text)).toEqual(pages[1]);
      const first = await clientOf(who).get(link(before.text, '较新的记录') ?? '');
      expect(told(first.text)).toEqual(pages[0]);
      expect(link(first.text, '较新的记录')).toBeUndefined();
      expect(link(last, '最新')).toBe('/history?verb=space.edited&park=P01');
    },
  );
});

describe('taking it out', () => {
  it('the files hold the list’s own events, and the export is an event itself', async () => {
    const query = '?verb=park.opened&park=P02';
    const answer = await get('auditor', `.csv${query}`);
    expect(answer.status).toBe(200);
    const [head, ...rows] = answer.text
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n');
    expect(head).toBe(
      '记录序号,时间,办理事项,事项代码,对象编号,对象名称,园区编号,办理人,办理人用户名,内容',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(',2025-02-01 10:00,开设园区,park.opened,P02,金塘创业园,P02,系统,,');
    expect((await get('bureau', `.xlsx${query}`)).headers.get('content-type')).toContain('sheet');
    const { text } = await get('auditor', '?kind=export');
    expect(text).toContain('导出办理记录');
    expect(text).toContain('筛选条件：办理事项 开设园区，园区 P02；格式：CSV');
    expect(await acts('auditor', '?kind=export&who=bureau')).toEqual(['导出办理记录']);
  });

  it('goes over all batches', async () => {
    const data = Array.from({ length: 2100 }, () => ({
      at: at('2024-11-01').at,
      verb: 'park.edited',
      subjectKind: 'park',
      subjectId: 1,
      parkId: 1,
      detail: {},
    }));
    await app.db.historyEvent.createMany({ data });
    const { text } = await get('auditor', '.csv?verb=park.edited');
    expect(text.trimEnd().split('\r\n')).toHaveLength(2101);
  });

  it('is for the bureau and the auditor; others get 403 and leave no export behind', async () => {
    const exports = () => app.db.historyEvent.count({ where: { verb: 'history.exported' } });
    const before = await exports();
    for (const name of ['park1', 'putuo', 'admin', 'founder1'])
      expect((await get(name, '.csv')).status, name).toBe(403);
    expect((await new Client(app.base).get('/history.csv')).status).toBe(303);
    expect((await get('auditor', '.csv?kind=x')).status).toBe(400);
    expect(await exports()).toBe(before);
    expect((await get('park1')).text).not.toContain('/history.csv');
  });
});

it('the ledger’s newest position and hash stand below, for who can check them', async () => {
  const { position, hash } = await app.db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } });
  const { text } = await get('auditor');
  expect(text).toContain(hash);
  expect(text).toContain(`<dd>${position}</dd>`);
  expect(text).toContain('npm run verify');
  expect((await get('park1')).text).not.toContain(hash);
});

it('an act and a field of another version are told under their own names', async () => {
  await app.db.historyEvent.create({
    data: {
      at: at('2025-02-13').at,
      verb: 'pier.built',
      subjectKind: 'pier',
      subjectId: 1,
      detail: { length: 12, stones: ['a', 'b'], open: true },
    },
  });
  const { text } = await get('auditor', '?from=2025-02-13');
  expect(text).toContain('pier.built');
  expect(text).toContain('length：12；stones：a、b；open：是');
});
