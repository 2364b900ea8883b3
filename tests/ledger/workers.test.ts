import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { publishFigure } from '../../src/figures/publish-figure.js';
import { linesOf, type Stated, type VentureRecords } from '../../src/ledger/lines-of.js';
import { workerMeasures } from '../../src/ledger/measures/workers.js';
import { headPosition, totalOf } from '../../src/ledger/totals.js';
import { closeMonths } from '../../src/returns/close-month.js';
import { beginWorkers } from '../../src/returns/enter-workers.js';
import { fileHeadcount } from '../../src/returns/file-headcounts.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { plain, tables } from '../reports/reading.js';
import { Client, signIn } from '../web/client.js';
import { type Network, startNetwork } from './cast.js';
import { at, headcount } from './network.js';

describe('the lines that returns make of workers', () => {
  const records = (...stated: Stated[]): VentureRecords => ({
    ventureId: 5,
    from: '',
    levelsBefore: ['jobs', ...workerMeasures].map(() => 0),
    residencies: [{ id: 1, parkId: 3, beganOn: '2024-01-01', endedOn: '2024-06-10' }],
    returns: stated.map((each, i) => ({ id: i + 1, month: `2024-0${i + 1}`, stated: each })),
  });
  const graduates = (...stated: Stated[]) =>
    linesOf(records(...stated))
      .filter(({ measure }) => measure === 'workers-graduates')
      .map(({ effectiveOn, amount }) => [effectiveOn, amount]);

  it('are differences, and the end of the stay takes the level away', () => {
    expect(graduates([10, 4, 0, 0, 8, null], [12, 6, 0, 0, 8, null])).toEqual([
      ['2024-01-31', 4],
      ['2024-02-29', 2],
      ['2024-06-10', -6],
    ]);
  });

  it('carry what is not stated, and never more than the headcount', () => {
    expect(graduates([10, 4, null, null, null, null], [12, null, null, null, null, null])).toEqual([
      ['2024-01-31', 4],
      ['2024-06-10', -4],
    ]);
    expect(graduates([10, 4, null, null, null, null], [3, null, null, null, null, null])).toEqual([
      ['2024-01-31', 4],
      ['2024-02-29', -1],
      ['2024-06-10', -3],
    ]);
  });
});

describe('in a network', () => {
  let net: Network;
  const by = at('2025-02-10');
  const level = (measure: (typeof workerMeasures)[number], asOf = '2024-12-31') =>
    totalOf(net.db, { measure, scope: { kind: 'network' }, asOf });
  beforeAll(async () => {
    net = await startNetwork();
  });
  afterAll(() => net.close());

  it('begins once with what returns of before state, in closed months too', async () => {
    const [ventureId = 0] = net.ventureIds.slice(2);
    await transact(net.db, (tx) =>
      fileHeadcount(tx, by, { ...headcount(9), ventureId, month: '2024-11', version: 1 }),
    );
    // As an earlier version left it: stated in the return, and nowhere in the ledger.
    await net.db.jobsReturn.update({
      where: { ventureId_month: { ventureId, month: '2024-11' } },
      data: { graduates: 4, local: 9 },
    });
    await transact(net.db, (tx) =>
      closeMonths(tx, by, { from: '2023-01', month: '2024-12', reason: '补办' }),
    );
    expect((await verifyLedger(net.db)).problems).not.toEqual([]);
    const before = await level('workers-graduates');
    await beginWorkers(net.db, by.at);
    expect((await verifyLedger(net.db)).problems).toEqual([]);
    expect((await level('workers-graduates')) - before).toBe(4);
    const entries = await net.db.ledgerEntry.count();
    await beginWorkers(net.db, by.at);
    expect(await net.db.ledgerEntry.count()).toBe(entries);
    const late = transact(net.db, (tx) =>
      fileHeadcount(tx, by, {
        ...headcount(9),
        graduates: 5,
        ventureId,
        month: '2024-11',
        version: 2,
      }),
    );
    await expect(late).rejects.toMatchObject({ faults: [{ key: 'ledger.month-closed' }] });
  });

  it('has the same number on its page, in the bulletin and in the cross-table, with what it rests on', async () => {
    const net = await startNetwork();
    onTestFinished(() => net.close());
    const bureau = await signIn(net.base, 'bureau');
    const [, , third = 0] = net.ventureIds;
    const before = { ventureId: third, month: '2024-11', version: 1 };
    await transact(net.db, (tx) =>
      fileHeadcount(tx, by, { ...headcount(9), graduates: 4, ...before }),
    );
    await transact(net.db, (tx) =>
      fileHeadcount(tx, by, {
        ...headcount(20),
        graduates: 7,
        ventureId: third,
        month: '2025-01',
        version: null,
      }),
    );
    const sum = 7;
    const page = plain(
      (await bureau.get('/totals?measure=workers-graduates&scope=network&asOf=2025-01-31')).text,
    );
    expect(page).toContain(`${sum}`);
    expect(page).toContain('其中填报此项的 1 份，其余入驻以来从未填报，不计入');
    const { text } = await bureau.get('/reports/monthly-bulletin?period=2025-01');
    expect(plain(text)).toContain(`用工中的高校毕业生 ${sum}`);
    // A share is of the people of the one venture that states the kind, and not of all.
    const said = async (query = '') =>
      plain((await bureau.get(`/reports/monthly-bulletin?period=2025-01${query}`)).text).replace(
        / (?=[^a-z])|(?<=[^a-z]) /g,
        '',
      );
    expect(await said()).toMatch(
      /2025年1月已报月报\d+份。按月报填报，高校毕业生7人（1份填报，占35%）/,
    );
    const cross =
      '/reports/cross-table?measure=workers-graduates&rows=category&from=2025-01&to=2025-01';
    const split = await bureau.get(cross);
    expect([split.status, plain(split.text).includes('创业主体的创业者类别')]).toEqual([200, true]);
    // Nobody has stated how many are in employment difficulty: that is not known, and not nil.
    const unknown =
      '/reports/cross-table?measure=workers-hardship&rows=park&from=2025-01&to=2025-01';
    const hardship = tables((await bureau.get(unknown)).text)[0];
    expect(hardship?.rows.length).toBeGreaterThan(0);
    expect([...(hardship?.rows ?? []).map(([, cell]) => cell), hardship?.foot[1]]).toEqual(
      Array.from({ length: (hardship?.rows.length ?? 0) + 1 }, () => '—'),
    );
    expect(plain(text)).toContain('用工中的就业困难人员 — — —');
    const publish = await bureau.get(
      '/figures/published/new?measure=workers-graduates&scope=network&asOf=2025-01-31&position=1',
    );
    expect(publish.status).toBe(200);
    // What the newest return does not state is carried forward, and of the others that never did there is nothing to carry.
    await transact(net.db, (tx) =>
      fileHeadcount(tx, by, {
        ...headcount(20),
        ventureId: third,
        month: '2025-01',
        version: 1,
      }),
    );
    const carried = plain(
      (await bureau.get('/totals?measure=workers-graduates&scope=network&asOf=2025-01-31')).text,
    );
    expect(carried).toMatch(
      /其中填报此项的 0 份，1 家沿用上次填报数，\d+ 家入驻以来从未填报，不计入/,
    );
    expect(await said()).toContain('高校毕业生4人（0份填报，占20%）');
    const english = plain(
      (await bureau.get('/reports/monthly-bulletin?period=2025-01&lang=en')).text,
    );
    expect(english).toMatch(/As returns state them: graduates 4 \(stated by 0 ; 20% \)/);
    await bureau.get('/account?lang=zh');
  });

  it('is published to the end: its form, the last page with both wordings, and the page that everyone reads', async () => {
    const net = await startNetwork();
    onTestFinished(() => net.close());
    const bureau = await signIn(net.base, 'bureau');
    const [, , third = 0] = net.ventureIds;
    const stated7 = { graduates: 7, ventureId: third, month: '2025-01', version: null };
    await transact(net.db, (tx) => fileHeadcount(tx, by, Object.assign(headcount(20), stated7)));
    const asOf = '2025-01-31';
    const sum = 7;
    const position = await headPosition(net.db);
    const address = `/figures/published/new?measure=workers-graduates&scope=network&asOf=${asOf}&position=${position}`;
    const stated = '当月月报中 1 份填报了此项；其余主体沿用上次填报数，从未填报的不计入';
    const form = plain((await bureau.get(address)).text);
    expect(form).toContain(`实际数 ${sum} 人`);
    expect(form).toContain(`填报此类人数 ${stated}`);
    const printing = { source: '工作月报', channel: 'report', _key: 'publish-workers-00001' };
    const sent = Object.assign({ wordingZh: `${sum}人`, wordingEn: `${sum} people` }, printing);
    const wrong = Object.assign({}, sent, { wordingEn: `${sum + 1}` });
    expect((await bureau.post(address, wrong)).status).toBe(422);
    const last = await bureau.post(address, sent);
    expect(last.status).toBe(200);
    for (const line of [`中文表述 ${sum}`, `英文表述 ${sum}`, `填报此类人数 ${stated}`])
      expect(plain(last.text)).toContain(line);
    const done = await bureau.post(address, Object.assign({ confirmed: 'yes' }, sent));
    expect(done.status).toBe(303);
    const [, number = ''] = /(F\d{4}-\d{4})/.exec(done.location ?? '') ?? [];
    const anyone = new Client(net.base);
    const pageOf = async (end = '') =>
      plain((await anyone.get(`/figures/published/${number}${end}`)).text);
    expect(await pageOf()).toContain(`用工中的高校毕业生 · 全市 · 截至2025年1月31日`);
    expect(await pageOf()).toContain(`填报此类人数（公布时） ${stated}`);
    expect(await pageOf()).toMatch(new RegExp(`按目前记载 ${sum} 与公布时相同`));
    const list = await new Client(net.base).get('/figures/published');
    expect(plain(list.text)).toContain(`${number} 用工中的高校毕业生 全市`);
    expect(plain(list.text)).toContain(`${sum}人`);
    const bulletin = await bureau.get('/reports/monthly-bulletin?period=2025-01');
    expect(plain(bulletin.text)).toContain(`用工中的高校毕业生 ${sum}`);
    const en = await new Client(net.base).get(`/figures/published/${number}?lang=en`);
    expect(plain(en.text)).toContain('1 return of the month states this kind');
    // What a return states later changes what is known today, and not what stood in print.
    const unsaid = { graduates: null, ventureId: third, month: '2025-01', version: 1 };
    await transact(net.db, (tx) => fileHeadcount(tx, by, Object.assign(headcount(20), unsaid)));
    expect(await pageOf()).toContain(`填报此类人数（公布时） ${stated}`);
    expect((await verifyLedger(net.db)).problems).toEqual([]);
  });

  it('carries no kind over a time outside, and every page says then that it is not known', async () => {
    const net = await startNetwork();
    onTestFinished(() => net.close());
    const [, , ventureId = 0] = net.ventureIds;
    const [parkId] = net.parkIds;
    const stated = { ventureId, month: '2024-04', version: null, hardship: 0 };
    await transact(net.db, (tx) => fileHeadcount(tx, by, Object.assign(headcount(5), stated)));
    const bureau = await signIn(net.base, 'bureau');
    const pages = async (month: string, asOf: string) => {
      const total = `measure=workers-hardship&scope=network&asOf=${asOf}`;
      const cross = `/reports/cross-table?measure=workers-hardship&from=${month}&to=${month}&rows=`;
      const foot = async (by: string) =>
        [tables((await bureau.get(`${cross}${by}`)).text)[0]]
          .map((table) => table?.foot[1] ?? table?.rows[0]?.[1])
          .join();
      const said = plain((await bureau.get(`/totals?${total}`)).text);
      const bulletin = await bureau.get(`/reports/monthly-bulletin?period=${month}`);
      const listed = `/reports/records?measure=workers-hardship&scope=network&from=${month}-01&asOf=${asOf}`;
      const position = await headPosition(net.db);
      return {
        total: / 用工中的就业困难人员 (\S+) /.exec(said)?.[1],
        isSaid: said.includes('都没有填报过这一类人数'),
        inRecords: plain((await bureau.get(listed)).text).includes('都没有填报过这一类人数'),
        feet: [await foot('park'), await foot('form'), await foot('month')],
        bulletin: /用工中的就业困难人员 (\S+) /.exec(plain(bulletin.text))?.[1],
        coverage: /其余入驻以来从未填报|其中填报此项的 0 份/.exec(said)?.[0],
        published: (await bureau.get(`/figures/published/new?${total}&position=${position}`))
          .status,
      };
    };
    const nil = { total: '0', isSaid: false, inRecords: false, feet: ['0', '0', '0'] };
    expect(await pages('2024-04', '2024-04-30')).toMatchObject({ ...nil, bulletin: '0' });
    const left = { reason: 'graduated', note: '', setsAsideReturns: true } as const;
    await transact(net.db, async (tx) => {
      const leaving = Object.assign({ ventureId, endedOn: '2024-06-01' }, left);
      await endResidency(tx, by, leaving);
      await settleVenture(tx, by, { ventureId, parkId, beganOn: '2024-09-01' });
    });
    expect(await pages('2024-12', '2024-12-31')).toEqual({
      total: '—',
      isSaid: true,
      inRecords: true,
      feet: ['—', '—', '—'],
      bulletin: '—',
      coverage: '其中填报此项的 0 份',
      published: 400,
    });
    expect(await pages('2024-04', '2024-04-30')).toMatchObject({ ...nil, bulletin: '0' });
    expect((await verifyLedger(net.db)).problems).toEqual([]);
  });

  it('shows and publishes no nil for what nobody stated', async () => {
    const net = await startNetwork();
    onTestFinished(() => net.close());
    const bureau = await signIn(net.base, 'bureau');
    const query = 'measure=workers-hardship&scope=network&asOf=2025-01-31';
    const { text } = await bureau.get(`/totals?${query}`);
    expect(plain(text)).toContain('用工中的就业困难人员 — ');
    expect(plain(text)).toContain('都没有填报过这一类人数');
    expect(text).not.toContain('/figures/published/new');
    const csv = await bureau.get(`/totals.csv?${query}`);
    expect([csv.status, csv.text.trim().split('\n').length]).toEqual([200, 1]);
    const records = await bureau.get(
      '/reports/records?measure=workers-hardship&scope=network&from=2025-01-01&asOf=2025-01-31',
    );
    expect(plain(records.text)).toContain('都没有填报过这一类人数');
    const position = await headPosition(net.db);
    const form = await bureau.get(`/figures/published/new?${query}&position=${position}`);
    expect([form.status, plain(form.text).includes('不能作为零公布')]).toEqual([400, true]);
    const printing = { wordingZh: '0', wordingEn: '0', source: '月报', channel: 'press' } as const;
    const figure = { measure: 'workers-hardship', scope: 'network', asOf: '2025-01-31' } as const;
    await expect(
      transact(net.db, (tx) =>
        publishFigure(tx, by, Object.assign({ month: null, position }, figure, printing)),
      ),
    ).rejects.toMatchObject({ faults: [{ key: 'figures.publish.unstated' }] });
    // One venture that states that there are none makes it nil.
    const [, , third = 0] = net.ventureIds;
    const stated = { ventureId: third, month: '2025-01', version: null, hardship: 0 };
    await transact(net.db, (tx) => fileHeadcount(tx, by, Object.assign(headcount(20), stated)));
    expect((await bureau.get(`/figures/published/new?${query}&position=${position}`)).status).toBe(
      200,
    );
    expect(plain((await bureau.get(`/totals?${query}`)).text)).toContain(
      '用工中的就业困难人员 0 人',
    );
    // Published as nil, it is not known again once the return that stated it states it no more.
    const number = await transact(net.db, async (tx) => {
      const edition = Object.assign({ month: null, position: await headPosition(tx) }, printing);
      return publishFigure(tx, by, Object.assign(edition, figure));
    });
    const figurePage = async (end = '') =>
      plain((await bureau.get(`/figures/published/${number}${end}`)).text);
    expect(await figurePage()).toMatch(/按目前记载 0 与公布时相同/);
    await transact(net.db, (tx) =>
      fileHeadcount(tx, by, Object.assign(headcount(20), stated, { version: 1, hardship: null })),
    );
    expect(await figurePage()).toMatch(/按目前记载 — 不详：目前没有主体填报这一类人数，不是零/);
    const correction = await figurePage('/correction');
    expect(correction).toMatch(/— 这一类人数没有任何主体填报过，不详/);
    expect(correction).not.toContain('数值 0 人');
    expect(await figurePage('?lang=en')).toMatch(/As known today — Not known, and not nil/);
  });
});
