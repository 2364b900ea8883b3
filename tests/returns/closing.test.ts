import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { addMonths, monthsBetween } from '../../src/calendar/days.js';
import { transact } from '../../src/database/database.js';
import { publishFigure } from '../../src/figures/publish-figure.js';
import { headPosition, totalOf } from '../../src/ledger/totals.js';
import { openPark } from '../../src/parks/open-park.js';
import { fileHeadcounts } from '../../src/returns/file-headcounts.js';
import { agreeReopening, askReopening } from '../../src/returns/reopen-month.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { settleVentures } from '../../src/ventures/settle-venture.js';
import { headcount, someVenture } from '../ledger/network.js';
import { aPark } from '../parks/cast.js';
import { step } from '../step.js';
import { Client, signIn } from '../web/client.js';
import { type Cast, fill, startReturns, submit, typedGrid } from './cast.js';

const month = '2024-12';
const closing = `/returns/${month}/closing`;
let app: Cast;
let number = '';
let waiting = 0;
beforeAll(async () => {
  app = await startReturns();
  number = (await app.db.venture.findUniqueOrThrow({ where: { id: 1 } })).number;
  await transact(app.db, async (tx) => {
    [waiting = 0] = await logVentures(tx, app.by('park1'), [
      { ...someVenture(1), name: '候场小组' },
    ]);
    const position = await headPosition(tx);
    const of = {
      asOf: '2025-01-21',
      month: null,
      position,
      scope: 'network',
      source: '简报',
      channel: 'briefing',
    } as const;
    await publishFigure(tx, app.by('bureau'), {
      ...of,
      measure: 'jobs',
      wordingZh: '14',
      wordingEn: '14',
    });
  });
});
afterAll(() => app.close());

const jobs = (asOf = '2024-12-31') =>
  totalOf(app.db, { measure: 'jobs', scope: { kind: 'network' }, asOf });
const post = (who: string, path: string, fields: Record<string, string> = {}) =>
  app.as(who).post(path, fields);
/** The second person agrees to what the page of the request shows. */
async function agree(who: string, address: string | null) {
  const { text } = await app.as(who).get(address ?? '');
  const seen = /name="seen" value="([^"]*)"/.exec(text)?.[1] ?? '0';
  return post(who, `${address}/agreement`, { seen });
}
/** One month, or several that would change with it. */
const closed = {
  faults: [{ field: '', key: expect.stringMatching(/^ledger\.months?-closed$/) as string }],
};
/** The same, where a verb's own form asks for the day. */
const closedAt = (field: string) => ({ faults: [{ ...closed.faults[0], field }] });

it('a month is closed for all, and opened again for some, each time by two people', async () => {
  await step('closing', async () => {
    await step(
      'is for the bureau, in the order of months, with a reason while returns are open',
      async () => {
        expect((await app.as('auditor').get(closing)).status).toBe(200);
        expect((await app.as('putuo').get(closing)).text).not.toContain(
          `<form method="post" action="${closing}"`,
        );
        for (const who of ['park1', 'putuo', 'auditor'])
          expect((await post(who, closing)).status).toBe(403);
        expect((await new Client(app.base).get(closing)).status).toBe(303);
        expect((await app.as('bureau').get('/returns/2025-02/closing')).status).toBe(404);
        const early = await post('bureau', closing, { reason: '先关' });
        expect([early.status, early.text.includes('须按月份顺序锁定')]).toEqual([422, true]);
      },
    );

    await step(
      'closes months that wait since long together: all of them or none, each told of',
      async () => {
        const until = addMonths(month, -1);
        const months = monthsBetween('2023-01', until);
        const last = `/returns/${until}/closing`;
        const { text } = await app.as('bureau').get(last);
        expect(text).toContain(`一并锁定 ${months.length} 个月`);
        const confirmation = `${last}/confirmation?from=2023-01`;
        expect(text.replaceAll('&#x3D;', '=')).toContain(`href="${confirmation}"`);
        const asks = (await app.as('bureau').get(confirmation)).text;
        expect(asks).toContain('name="from" value="2023-01"');
        expect(asks).toContain('须由另一名市局工作人员同意后才会锁定');
        for (const who of ['park1', 'putuo', 'auditor'])
          expect((await app.as(who).get(confirmation)).status).toBe(403);
        const silent = await post('bureau', last, { from: '2023-01' });
        expect([silent.status, await app.db.closedMonth.count()]).toEqual([422, 0]);
        // The month and the number that the refusal names stand in the list of the page.
        const [, named = '', parks] = /(\d{4}年\d+月)还有 (\d+) 个园区/.exec(silent.text) ?? [];
        const list = text.split('一并锁定的月份中')[1] ?? '';
        expect(list).toContain(`${named}：${parks} 个园区`);
        expect((await post('park1', last, { from: '2023-01', reason: '补办' })).status).toBe(403);
        const late = await post('bureau', last, { from: '2023-02', reason: '补办' });
        expect([late.status, await app.db.closedMonth.count()]).toEqual([422, 0]);
        const asked = await post('bureau', last, { from: '2023-01', reason: '补办' });
        expect([asked.status, await app.db.closedMonth.count()]).toEqual([303, 0]);
        expect((await agree('bureau2', asked.location)).status).toBe(303);
        expect(await app.db.closedMonth.count()).toBe(months.length);
        const events = await app.db.historyEvent.count({ where: { verb: 'month.closed' } });
        expect(events).toBe(months.length);
        expect((await post('bureau', last, { from: '2023-01', reason: '再关' })).status).toBe(409);
      },
    );

    await step('names how many returns are open, and is done once', async () => {
      const silent = await post('bureau', closing);
      expect([silent.status, silent.text.includes('2024年12月还有 1 个园区的月报未验收')]).toEqual([
        422,
        true,
      ]);
      const asked = await post('bureau', closing, { reason: '逐家报送，已核对' });
      expect([asked.status, asked.location]).toEqual([303, '/returns/closings/2']);
      expect((await post('bureau2', closing, { reason: '再来一次' })).status).toBe(409);
      expect((await agree('bureau2', asked.location)).status).toBe(303);
      expect((await post('bureau2', `${asked.location}/agreement`, { seen: '1' })).status).toBe(
        409,
      );
      expect((await post('bureau2', closing, { reason: '再关' })).status).toBe(409);
      expect((await app.as('park1').get(closing)).text).toContain('逐家报送，已核对');
    });

    await step('cannot be undone in the database', async () => {
      await expect(app.db.closedMonth.delete({ where: { month } })).rejects.toThrow();
    });
  });

  await step('a closed month takes nothing', async () => {
    const typed = { headcount: '9', evidence: 'roster', note: '漏报', version: '1' };

    await step(
      'by the form of one venture: 422 in words, and as JSON; its page says so before',
      async () => {
        const address = `/ventures/${number}/returns/${month}`;
        const { text } = await app.as('park1').get(address);
        expect(text).toContain('该月已锁定，更正须先由市人社局重新开放。');
        expect(text).not.toContain('name="headcount"');
        expect(text).toMatch(/<dt>带动就业人数<\/dt>\s*<dd>7 人<\/dd>/);
        const answer = await post('park1', address, typed);
        expect([answer.status, answer.text.includes('2024年12月已锁定')]).toEqual([422, true]);
        const json = await app
          .as('park1')
          .post(address, typed, { headers: { accept: 'application/json' } });
        expect(json.status).toBe(422);
      },
    );

    await step('by the grid: drafts are kept, submitting is refused in words', async () => {
      const grid = `/returns/${month}/P01`;
      const fields = await typedGrid(app, month, { '1.headcount': '9' });
      expect((await app.as('park1').post(`${grid}/grid`, fields, { from: grid })).status).toBe(303);
      const sent = await app.as('park1').post(`${grid}/submission`, {}, { from: grid });
      expect([sent.status, sent.text.includes('2024年12月已锁定')]).toEqual([422, true]);
      expect((await app.as('park1').get(grid)).text).toContain('该月已锁定');
    });

    await step(
      'by a file that is uploaded: what it holds is kept as drafts, submitting is refused in words',
      async () => {
        const grid = `/returns/${month}/P01`;
        const { position } = await app.db.ledgerHead.findFirstOrThrow();
        const fields = await typedGrid(app, month, { '1.headcount': '8' });
        const sent = await app
          .as('park1')
          .post(`${grid}/import/cells`, fields, { from: `${grid}/import` });
        expect(sent.status).toBe(303);
        expect(await app.db.returnCell.findFirst({ where: { ventureId: 1 } })).toMatchObject({
          headcount: 8,
        });
        const answer = await app.as('park1').post(`${grid}/submission`, {}, { from: grid });
        expect([answer.status, answer.text.includes('2024年12月已锁定')]).toEqual([422, true]);
        expect((await app.db.ledgerHead.findFirstOrThrow()).position).toBe(position);
      },
    );

    for (const [what, path, fields] of [
      ['arriving', `/ventures/${'W'}/settlement`, { beganOn: '2024-12-10', parkId: '1' }],
      [
        'leaving',
        `/ventures/${'N'}/end`,
        {
          residencyId: '1',
          endedOn: '2024-12-20',
          reason: 'closed',
          note: '注销',
          setsAsideReturns: 'yes',
        },
      ],
      [
        'moving',
        `/ventures/${'N'}/move`,
        { residencyId: '1', movedOn: '2024-12-20', toParkId: '2', note: '' },
      ],
    ] as const)
      await step(`by the form of ${what}`, async () => {
        const own = (await app.db.venture.findUniqueOrThrow({ where: { id: waiting } })).number;
        const answer = await post('bureau', path.replace('W', own).replace('N', number), fields);
        expect([answer.status, answer.text.includes('已锁定')], answer.text.slice(0, 300)).toEqual([
          422,
          true,
        ]);
      });

    await step('by any verb, whoever calls it, the system too', async () => {
      const system = { accountId: null, at: app.clock.now() };
      const filing = { ventureId: 1, month, version: 1, ...headcount(9) };
      const ending = {
        ventureId: 1,
        endedOn: '2024-12-20',
        reason: 'closed',
        note: '',
        setsAsideReturns: true,
      } as const;
      const acts = [
        ['', (tx: never) => fileHeadcounts(tx, system, [filing])],
        [
          '',
          (tx: never) => fileHeadcounts(tx, system, [{ ...filing, ...headcount(7), graduates: 1 }]),
        ],
        [
          '',
          (tx: never) =>
            fileHeadcounts(tx, system, [
              { ...filing, ventureId: 2, month: '2024-10', version: null },
            ]),
        ],
        [
          'beganOn',
          (tx: never) =>
            settleVentures(tx, system, [{ ventureId: waiting, parkId: 1, beganOn: '2024-12-31' }]),
        ],
        ['endedOn', (tx: never) => endResidency(tx, system, ending)],
        [
          'movedOn',
          (tx: never) =>
            moveVenture(tx, system, { ventureId: 1, toParkId: 2, movedOn: '2024-12-02', note: '' }),
        ],
        [
          'openedOn',
          (tx: never) => openPark(tx, system, aPark({ number: 'P03', openedOn: '2024-06-01' })),
        ],
      ] as const;
      const { position } = await app.db.ledgerHead.findFirstOrThrow();
      for (const [i, [field, act]] of acts.entries())
        await expect(
          transact(app.db, (tx): Promise<unknown> => act(tx as never)),
          String(i),
        ).rejects.toMatchObject(closedAt(field));
      expect((await app.db.ledgerHead.findFirstOrThrow()).position).toBe(position);
      expect(await jobs()).toBe(14);
    });

    await step('and the months after it go on: a return, an exit, an arrival', async () => {
      await fill(app, '2025-01', { 1: 8, 2: 7 });
      await submit(app, '2025-01');
      await transact(app.db, (tx) =>
        settleVentures(tx, app.by('park1'), [
          { ventureId: waiting, parkId: 1, beganOn: '2025-01-05' },
        ]),
      );
      expect([await jobs(), await jobs('2025-01-31')]).toEqual([14, 15]);
    });
  });

  await step('reopening', async () => {
    const ask = `/returns/${month}/reopening`;
    const asked = { scope: 'venture', park: '', reason: '社保核对有误', lastDay: '2025-02-20' };
    let address = '';

    await step('takes a reason, a scope that there is, and a last day that is near', async () => {
      for (const wrong of [
        { reason: '' },
        { venture: 'V1999-0001' },
        { lastDay: '2025-02-13' },
        { lastDay: '2025-04-01' },
        { scope: 'park' },
      ])
        expect(
          (await post('bureau', ask, { ...asked, venture: number, ...wrong })).status,
          JSON.stringify(wrong),
        ).toBe(422);
      for (const who of ['park1', 'putuo', 'auditor'])
        expect((await post(who, ask, asked)).status).toBe(403);
      const sent = await post('bureau', ask, { ...asked, venture: number });
      expect(sent.status).toBe(303);
      address = sent.location ?? '';
      expect(address).toMatch(/^\/returns\/reopenings\/\d+$/);
    });

    await step(
      'shows the second person which published figures could move, and by how much',
      async () => {
        const { text } = await app.as('bureau2').get(address);
        expect(text).toMatch(/F2025-0001[\s\S]*<td class="numeric" data-label="最多减少">7<\/td>/);
        expect(text).toContain(`action="${address}/agreement"`);
        expect((await app.as('bureau').get(address)).text).not.toContain(
          `action="${address}/agreement"`,
        );
        expect((await app.as('auditor').get(address)).status).toBe(200);
        expect((await app.as('park1').get(address)).status).toBe(403);
        expect((await app.as('bureau').get('/returns/reopenings/99')).status).toBe(404);
      },
    );

    await step(
      'tells the rest of the bureau, and once agreed who asked and who may correct',
      async () => {
        const keysOf = async (name: string) => {
          const where = { accountId: app.accountId(name), key: { contains: 'reopening' } };
          const rows = await app.db.outboxMessage.findMany({ where, orderBy: { id: 'asc' } });
          return rows.map(({ key, href }) => [key.split('.').at(-1), href]);
        };
        expect(await keysOf('bureau2')).toEqual([['reopening-asked', address]]);
        expect(await keysOf('bureau')).toEqual([]);
        expect((await app.as('bureau2').get('/messages')).text).toContain('社保核对有误');
        const scope = { scope: 'park', park: 'P01', venture: '' };
        const other = (await post('bureau', ask, { ...asked, ...scope })).location ?? '';
        expect((await post('bureau2', `${other}/agreement`)).status).toBe(303);
        const grid = `/returns/${month}/P01`;
        expect(await keysOf('bureau')).toEqual([['reopening-agreed', grid]]);
        expect(await keysOf('park1')).toEqual([['reopening-agreed', grid]]);
        expect(await keysOf('park2')).toEqual([]);
        expect((await app.as('bureau').get(other)).text).toContain(`href="${grid}">去更正`);
        expect((await post('bureau', `${other}/ending`)).status).toBe(303);
      },
    );

    await step('is agreed to by somebody else only, and once', async () => {
      expect((await post('bureau', `${address}/agreement`)).status).toBe(403);
      expect((await post('park1', `${address}/agreement`)).status).toBe(403);
      const id = Number(address.split('/').at(-1));
      await expect(
        transact(app.db, (tx) => agreeReopening(tx, app.by('bureau'), id, [])),
      ).rejects.toMatchObject({ status: 403 });
      expect((await post('bureau2', `${address}/agreement`)).status).toBe(303);
      expect((await post('bureau2', `${address}/agreement`)).status).toBe(409);
      const kept = await app.db.reopening.findUniqueOrThrow({ where: { id } });
      expect(kept.shown).toMatchObject([{ number: 'F2025-0001', down: 7 }]);
    });

    await step(
      'opens what was asked for and nothing else; later months keep their levels',
      async () => {
        const correct = (ventureId: number) =>
          transact(app.db, (tx) =>
            fileHeadcounts(tx, app.by('park1'), [
              { ventureId, month, version: 1, ...headcount(10), note: '更正' },
            ]),
          );
        await expect(correct(2)).rejects.toMatchObject(closed);
        const page = async (of: string) =>
          (await app.as('park1').get(`/ventures/${of}/returns/${month}`)).text;
        const { number: other } = await app.db.venture.findUniqueOrThrow({ where: { id: 2 } });
        expect(
          [await page(number), await page(other)].map((one) => one.includes('name="headcount"')),
        ).toEqual([true, false]);
        await correct(1);
        expect([await jobs(), await jobs('2025-01-31')]).toEqual([17, 15]);
        expect((await verifyLedger(app.db)).problems).toEqual([]);
      },
    );

    await step('closes by itself when its last day is over', async () => {
      const now = app.clock.now();
      const later = { ...app.by('park1'), at: new Date('2025-02-20T15:59:00Z') };
      const file = (by: typeof later, people: number, version: number) =>
        transact(app.db, (tx) =>
          fileHeadcounts(tx, by, [
            { ventureId: 1, month, version, ...headcount(people), note: '更正' },
          ]),
        );
      await file(later, 11, 2);
      await expect(
        file({ ...later, at: new Date('2025-02-20T16:01:00Z') }, 12, 3),
      ).rejects.toMatchObject(closed);
      expect((await app.as('bureau').get(address)).text).toContain('开放中');
      app.clock.set(new Date('2025-02-20T16:01:00Z'));
      // Its session has been idle too long by then.
      const bureau = await signIn(app.base, 'bureau');
      expect((await bureau.get(closing)).text).toContain('已到期');
      app.clock.set(now);
    });

    await step('can be refused, and ended early; everything is in the history', async () => {
      const scope = {
        month,
        scope: 'park' as const,
        parkId: 1,
        ventureId: null,
        reason: '另行核对',
        lastDay: '2025-02-20',
      };
      const again = () => transact(app.db, (tx) => askReopening(tx, app.by('bureau'), scope));
      const first = await again();
      expect((await post('bureau', `/returns/reopenings/${first}/refusal`)).status).toBe(303);
      expect((await post('bureau2', `/returns/reopenings/${first}/agreement`)).status).toBe(409);
      expect((await post('bureau', `${address}/ending`)).status).toBe(303);
      await expect(
        transact(app.db, (tx) =>
          fileHeadcounts(tx, app.by('park1'), [
            { ventureId: 1, month, version: 3, ...headcount(12), note: '更正' },
          ]),
        ),
      ).rejects.toMatchObject(closed);
      const { text } = await app.as('auditor').get('/history/month/202412');
      for (const told of [
        '锁定',
        '申请重新开放',
        '同意重新开放',
        '不同意重新开放',
        '提前结束开放',
        '社保核对有误',
      ])
        expect(text).toContain(told);
    });
  });
});
