import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { totalOf } from '../../src/ledger/totals.js';
import { saveCells } from '../../src/returns/save-cells.js';
import { submitReturn } from '../../src/returns/submit-return.js';
import { step } from '../step.js';
import { Client } from '../web/client.js';
import { type Cast, startReturns, typedGrid } from './cast.js';

const month = '2025-01';
const grid = `/returns/${month}/P01`;
let app: Cast;
beforeEach(async () => {
  app = await startReturns();
});
afterEach(() => app.close());

const jobs = () =>
  totalOf(app.db, { measure: 'jobs', scope: { kind: 'park', id: 1 }, asOf: '2025-01-31' });
const cell = (ventureId: number) => app.db.returnCell.findFirst({ where: { ventureId } });
const send = (path: string, fields: Record<string, string>, who = 'park1') =>
  app.as(who).post(path, fields, { from: grid });
const json = { accept: 'application/json' };
const cells = (fields: Record<string, string | string[]>, who = 'park1') =>
  app.as(who).post(`${grid}/cells`, fields, { from: grid, headers: json });

it('a month is filled in by two people, and submitted', async () => {
  await step('filling in', async () => {
    await step(
      'shows last month beside every venture, blank where nothing is said yet',
      async () => {
        const { status, text } = await app.as('park1').get(grid);
        expect(status).toBe(200);
        expect(text).toContain('黄杨尖创业园 2025年1月月报');
        expect(text).toContain('已填 0 家，共 2 家');
        expect(text).toMatch(/<tr data-least="2" data-most="12">/);
        expect(text).toMatch(/name="c\.1\.headcount" value=""/);
        expect((await app.as('park1').get('/returns?month=2025-01')).text).toContain(
          `href="${grid}"`,
        );
      },
    );

    await step(
      'keeps what is typed as a draft: it counts nowhere, 0 is zero and blank is missing',
      async () => {
        const before = await jobs();
        const { position } = await app.db.ledgerHead.findFirstOrThrow();
        const sent = await send(
          `${grid}/grid`,
          await typedGrid(app, month, { '1.headcount': '0' }),
        );
        expect([sent.status, sent.location]).toEqual([303, grid]);
        expect((await cell(1))?.headcount).toBe(0);
        expect(await cell(2)).toBeNull();
        expect(await jobs()).toBe(before);
        expect((await app.db.ledgerHead.findFirstOrThrow()).position).toBe(position);
        expect((await app.as('park1').get(grid)).text).toContain('已填 1 家，共 2 家');
      },
    );

    await step('copies last month into blanks only, and keeps what stood in the form', async () => {
      const sent = await send(`${grid}/copy`, await typedGrid(app, month, { '1.headcount': '9' }));
      expect([sent.status, sent.location]).toEqual([303, grid]);
      expect([(await cell(1))?.headcount, (await cell(2))?.headcount]).toEqual([9, 7]);
    });

    for (const [column, typed, why] of [
      ['headcount', '-1', '应为 0 至 100,000 的整数'],
      ['headcount', '八', '应为 0 至 100,000 的整数'],
      ['evidence', 'rumour', '请选择核实方式'],
      ['note', 'x'.repeat(301), '不能超过 300 字'],
    ] as const)
      await step(
        `${column} ${typed} stays on the page with its error, and nothing is kept`,
        async () => {
          const sent = await send(
            `${grid}/grid`,
            await typedGrid(app, month, { [`1.${column}`]: typed, '2.headcount': '5' }),
          );
          expect(sent.status).toBe(422);
          expect(sent.text).toContain(why);
          expect(sent.text).toMatch(/name="c\.2\.headcount" value="5"/);
          expect((await cell(2))?.headcount).toBe(7);
        },
      );

    await step('the script saves single cells', async () => {
      const answer = await cells({
        cell: ['1.graduates', '1.note'],
        was: ['', ''],
        value: ['2', '新招两人'],
      });
      expect([answer.status, JSON.parse(answer.text)]).toEqual([
        200,
        { conflicts: [], faults: [] },
      ]);
      expect(await cell(1)).toMatchObject({ headcount: 9, graduates: 2, note: '新招两人' });
      const wrong = await cells({ cell: '1.graduates', was: '2', value: 'x' });
      expect([wrong.status, JSON.parse(wrong.text).faults[0].cell]).toEqual([422, '1.graduates']);
      expect((await cells({ cell: '1.rumour', was: '', value: '1' })).status).toBe(400);
      expect((await cells({})).status).toBe(400);
    });
  });

  await step('two people in one grid', async () => {
    await step('change different cells of a row, and both stay', async () => {
      const mine = await typedGrid(app, month, { '1.local': '3' });
      expect((await cells({ cell: '1.returned', was: '', value: '1' }, 'bureau')).status).toBe(200);
      expect((await send(`${grid}/grid`, mine)).status).toBe(303);
      expect(await cell(1)).toMatchObject({ returned: 1, local: 3 });
    });

    await step('change the same cell: the later one is told both values, and chooses', async () => {
      expect((await cells({ cell: '1.hardship', was: '', value: '1' }, 'bureau')).status).toBe(200);
      const late = await cells({
        cell: ['1.hardship', '1.others'],
        was: ['', ''],
        value: ['2', '4'],
      });
      expect(late.status).toBe(409);
      expect(JSON.parse(late.text).conflicts).toEqual([
        { cell: '1.hardship', theirs: '1', mine: '2' },
      ]);
      expect(await cell(1)).toMatchObject({ hardship: 1, others: 4 });
      expect((await cells({ cell: '1.hardship', was: '1', value: '2' })).status).toBe(200);
      expect(await cell(1)).toMatchObject({ hardship: 2 });
    });

    await step(
      'by the form: 409 with both, the rest kept, and saving again takes one’s own',
      async () => {
        const mine = await typedGrid(app, month, { '2.headcount': '11', '2.note': '本月扩大' });
        await cells({ cell: '2.headcount', was: '7', value: '8' }, 'bureau');
        const late = await send(`${grid}/grid`, mine);
        expect(late.status).toBe(409);
        expect(late.text).toContain('1 处已被其他人填写');
        expect(late.text).toMatch(
          /<td data-label="对方填写">8<\/td>\s*<td data-label="您填写">11<\/td>/,
        );
        expect(late.text).toMatch(/name="c\.2\.headcount" value="11"/);
        expect(await cell(2)).toMatchObject({ headcount: 8, note: '本月扩大' });
        const again = await typedGrid(app, month, { '2.headcount': '11' });
        expect((await send(`${grid}/grid`, again)).status).toBe(303);
        expect((await cell(2))?.headcount).toBe(11);
      },
    );
  });

  await step('two people in one grid, one of whom typed what is no number', async () => {
    await step(
      'the page that comes back still asks about what the other wrote meanwhile',
      async () => {
        const mine = await typedGrid(app, month, { '1.headcount': 'x', '2.headcount': '10' });
        await cells({ cell: '2.headcount', was: '11', value: '12' }, 'bureau');
        const back = await send(`${grid}/grid`, mine);
        expect(back.status).toBe(422);
        const was = back.text.match(/name="w\.2" value="([^"]*)"/)?.[1]?.replaceAll('&quot;', '"');
        expect(was).toBe(mine['w.2']);
        expect(back.text).toMatch(
          /href="#c\.1\.headcount">[^<]*带动就业人数：应为 0 至 100,000 的整数/,
        );
        const late = await send(`${grid}/grid`, { ...mine, 'c.1.headcount': '9' });
        expect(late.status).toBe(409);
        expect(late.text).toMatch(
          /<td data-label="对方填写">12<\/td>\s*<td data-label="您填写">10<\/td>/,
        );
        expect((await cell(2))?.headcount).toBe(12);
        await cells({ cell: '2.headcount', was: '12', value: '11' });
      },
    );
  });

  await step('submitting', async () => {
    const page = `${grid}/submission`;
    const version = async () =>
      String((await app.db.monthlyReturn.findFirstOrThrow({ where: { month } })).version);

    await step('errors stop, warnings ask for a note, each in words', async () => {
      await send(
        `${grid}/grid`,
        await typedGrid(app, month, { '1.local': '10', '2.headcount': '30' }),
      );
      const { text } = await app.as('park1').get(page);
      expect(text).toContain('本地村（居）民 10 人，超过总人数 9 人');
      expect(text).toContain('上月 7 人，本月 30 人，相差较大');
      expect(text).toContain('全园合计由 14 人变为 39 人，变动较大');
      expect((await send(page, { version: await version() })).status).toBe(422);
      await send(`${grid}/grid`, await typedGrid(app, month, { '1.local': '3' }));
      const refused = await send(page, { version: await version() });
      expect([refused.status, refused.text.includes('请填写说明')]).toEqual([422, true]);
      const [, second] = await app.db.venture.findMany({ orderBy: { id: 'asc' } });
      expect(refused.text).toContain(`${second?.name}：请填写说明`);
      expect(refused.text).toContain('带动就业合计 39 人，上月 14 人。');
      expect(await app.db.jobsReturn.count({ where: { month } })).toBe(0);
    });

    await step('moves the ledger at that moment, and not before', async () => {
      const notes = { 'note.2.jump:30': '旺季扩招', 'note.park.park:39': '同上' };
      expect(await jobs()).toBe(14);
      const sent = await send(page, { version: await version(), ...notes });
      expect([sent.status, sent.location]).toEqual([303, grid]);
      expect(await jobs()).toBe(39);
      const filed = await app.db.jobsReturn.findMany({
        where: { month },
        orderBy: { ventureId: 'asc' },
      });
      expect(filed.map(({ headcount, others }) => [headcount, others])).toEqual([
        [9, 4],
        [30, null],
      ]);
      expect((await verifyLedger(app.db)).problems).toEqual([]);
      const read = await app.as('putuo').get(grid);
      expect(read.text).toContain('园区已提交，请审核。');
      expect(read.text).toContain('上月 7 人，本月 30 人，相差较大：旺季扩招');
      const events = await app.db.historyEvent.findMany({
        where: { verb: 'monthly-return.submitted' },
      });
      expect(events.map(({ detail }) => detail)).toEqual([
        { month, ventures: 2, missing: 0, headcount: 39 },
      ]);
    });

    await step('is not filled in any more, by page, script or verb', async () => {
      expect((await app.as('park1').get(grid)).text).not.toContain('data-grid');
      expect((await cells({ cell: '1.note', was: '', value: 'x' })).status).toBe(409);
      expect((await send(page, {})).status).toBe(409);
      expect((await app.as('park1').get(page)).status).toBe(303);
      const edit = { ventureId: 1, column: 'local', was: '3', value: 1 } as const;
      await expect(
        transact(app.db, (tx) => saveCells(tx, app.by('park1'), { parkId: 1, month }, [edit])),
      ).rejects.toMatchObject({ key: 'returns.grid.handed-in' });
    });
  });
});

describe('who may', () => {
  it('another park 404, a reader 403, nobody 303 and 401, no such park or month 404', async () => {
    const other = '/returns/2024-12/P01';
    expect((await app.as('park2').get(other)).status).toBe(404);
    expect((await send(`${other}/grid`, {}, 'park2')).status).toBe(404);
    for (const who of ['putuo', 'auditor']) {
      expect((await app.as(who).get(other)).status).toBe(200);
      expect((await send(`${other}/grid`, {}, who)).status).toBe(403);
      expect((await send(`${other}/copy`, {}, who)).status).toBe(403);
      expect((await app.as(who).get(`${other}/submission`)).status).toBe(403);
    }
    for (const who of ['admin', 'founder1'])
      expect((await app.as(who).get(other)).status).toBe(403);
    expect((await new Client(app.base).get(other)).status).toBe(303);
    expect((await new Client(app.base).post(`${other}/grid`, {})).status).toBe(401);
    for (const wrong of ['/returns/2024-12/P99', '/returns/2024-13/P01', '/returns/2025-02/P01'])
      expect((await app.as('bureau').get(wrong)).status, wrong).toBe(404);
    const forged = await app.as('park1').postExactly(`${other}/grid`, {});
    expect(forged.status).toBe(403);
  });

  it('the verbs refuse by themselves', async () => {
    const of = { parkId: 1, month: '2024-12' };
    const as = (who: string) => transact(app.db, (tx) => saveCells(tx, app.by(who), of, []));
    for (const who of ['park2', 'putuo', 'auditor', 'founder1'])
      await expect(as(who), who).rejects.toMatchObject({ status: 403 });
    const submission = { ...of, version: null, notes: {} };
    await expect(
      transact(app.db, (tx) => submitReturn(tx, app.by('putuo'), submission)),
    ).rejects.toMatchObject({ status: 403 });
  });
});
