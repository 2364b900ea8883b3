import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { idle } from '../../src/imports/background.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { levelsByPark } from '../../src/ledger/totals.js';
import { type People, startPeople } from '../people/cast.js';
import { type Client, signIn } from '../web/client.js';
import { csv, heads } from './world.js';

let app: People;
let park1: Client;
beforeEach(async () => {
  app = await startPeople();
  park1 = await signIn(app.base, 'park1');
  const system = { accountId: null, at: app.clock.now() };
  for (const month of ['2024-11', '2024-12', '2025-01'])
    await transact(app.db, (tx) => markClosed(tx, system, { month, reason: '报送已毕' }));
});
afterEach(async () => {
  await idle();
  await app.close();
});

const list = csv(
  heads,
  '舟山听潮声学有限公司,公司,,霍听潮,13857200128,2024-12-14,,,',
  '石里小铺,个体户,,杜石里,13857200117,2025.1.9,,,',
  '渔火竹编,个体户,,万渔火,13857200133,2025.2.1,,,',
);

async function batchIn(): Promise<string> {
  const body = new FormData();
  body.append('_token', await park1.tokenOf('/imports/new'));
  body.append('parkId', String(app.parkIds[0]));
  body.append('file', new Blob([new Uint8Array(list)]), '台账.csv');
  const headers = { accept: 'text/html' };
  return (await park1.send('/imports', { method: 'POST', body, headers })).location ?? '';
}

const venturesOn = async (day: string) =>
  (await levelsByPark(app.db, day)).of('ventures', app.parkIds[0] as number);

const plain = (text: string): string => text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

/** Presses the button of a form on a page. */
async function press(by: Client, href: string, action: string, fields = {}) {
  const { text } = await by.get(href);
  const fingerprint = /name="fingerprint" value="(\w+)"/.exec(text)?.[1];
  return by.post(action, Object.assign(fingerprint ? { fingerprint } : {}, fields), { from: href });
}

const ask = (by: Client, href: string, reason: string) =>
  press(by, `${href}/backlog`, `${href}/backlog`, { reason });

describe('arrivals of a list in closed months', () => {
  it('are shown with what they would move, asked for, agreed to, run, and closed again', async () => {
    const href = await batchIn();
    const shown = plain((await park1.get(href)).text);
    expect(shown).toContain('2 行的入驻会变动已锁定的月份');
    expect(shown).toContain('确认导入 1 行');
    const backlog = plain((await park1.get(`${href}/backlog`)).text);
    expect(backlog).toContain('自2024年12月起');
    expect(backlog).toMatch(/各月补录的入驻.*2024年12月 1 2025年1月 1/);
    expect(backlog).toMatch(/各月总数的变化.*2024年12月 \+1 .*2025年1月 \+2 /);
    expect((await ask(park1, href, '原台账漏登')).location).toBe(href);
    expect(plain((await park1.get(href)).text)).toMatch(/2 行已于.*申请补录，等待市局同意/);
    // Nothing is open before somebody else agrees: the run leaves these rows.
    await press(park1, href, `${href}/run`);
    expect(await app.db.residency.findMany({ select: { beganOn: true } })).toEqual([
      { beganOn: '2025-02-01' },
    ]);

    const { id } = await app.db.reopening.findFirstOrThrow();
    const bureau = await signIn(app.base, 'bureau');
    const request = await bureau.get(`/returns/reopenings/${id}`);
    expect(request.text).toContain(`${href}/backlog`);
    expect(plain((await bureau.get(`${href}/backlog`)).text)).toContain('2025年1月 +2');
    await press(bureau, `/returns/reopenings/${id}`, `/returns/reopenings/${id}/agreement`);
    const message = await app.db.outboxMessage.findFirstOrThrow({
      where: { key: 'returns.message.backlog-agreed', accountId: app.idOf.park1 as number },
    });
    expect(message.href).toBe(href);
    expect(plain((await park1.get(href)).text)).toContain('市局已同意补录');

    await press(park1, href, `${href}/plan`);
    expect(plain((await park1.get(href)).text)).toContain('确认导入 2 行');
    await press(park1, href, `${href}/run`);
    expect(await venturesOn('2024-12-31')).toBe(1);
    expect(await venturesOn('2025-01-31')).toBe(2);
    const ended = await app.db.reopening.findFirstOrThrow();
    expect([ended.endedById, ended.throughMonth]).toEqual([app.idOf.park1, '2025-01']);
    // As where the bureau ends it by hand.
    expect(
      await app.db.historyEvent.findMany({
        where: { verb: 'month.reopening-ended' },
        select: { actorId: true, parkId: true },
      }),
    ).toEqual([{ actorId: app.idOf.park1, parkId: app.parkIds[0] }]);
  });

  it('are asked for once, with a reason, by whoever keeps the park, and by nobody else', async () => {
    const href = await batchIn();
    const blank = await ask(park1, href, ' ');
    expect([blank.status, await app.db.reopening.count()]).toEqual([422, 0]);
    const park2 = await signIn(app.base, 'park2');
    expect((await park2.get(`${href}/backlog`)).status).toBe(404);
    expect((await park2.post(`${href}/backlog`, { reason: '漏登' })).status).toBe(404);
    await ask(park1, href, '原台账漏登');
    const again = await park1.post(`${href}/backlog`, { reason: '再来' }, { from: href });
    expect([again.status, await app.db.reopening.count()]).toEqual([409, 1]);
  });

  it('are rejected where nobody could agree to them, as the park was not open then', async () => {
    await app.db.park.update({
      where: { id: app.parkIds[0] as number },
      data: { openedOn: '2025-01-01' },
    });
    const shown = plain((await park1.get(await batchIn())).text);
    expect(shown).toContain('1 行的入驻会变动已锁定的月份');
    expect(shown).toMatch(/听潮声学有限公司 未通过/);
  });

  it('can be asked for anew once the bureau has refused', async () => {
    const href = await batchIn();
    await ask(park1, href, '原台账漏登');
    const { id } = await app.db.reopening.findFirstOrThrow();
    const bureau = await signIn(app.base, 'bureau');
    await press(bureau, `/returns/reopenings/${id}`, `/returns/reopenings/${id}/refusal`);
    expect(plain((await park1.get(href)).text)).toContain('查看影响并申请补录');
    expect((await ask(park1, href, '附上原始登记表')).location).toBe(href);
    expect(await app.db.reopening.count()).toBe(2);
  });
});
