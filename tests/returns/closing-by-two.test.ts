import { afterEach, beforeEach, expect, it } from 'vitest';
import { addMonths, monthsBetween } from '../../src/calendar/days.js';
import { transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { closeMonth, nextToClose, openParks } from '../../src/returns/close-month.js';
import { askReopening } from '../../src/returns/reopen-month.js';
import { agreeClosing, requestClosing } from '../../src/returns/request-closing.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { settleVentures } from '../../src/ventures/settle-venture.js';
import { someVenture } from '../ledger/network.js';
import { type Cast, startReturns } from './cast.js';

/** A month of which a park's return is missing, and the next in turn. */
const month = '2024-12';
const closing = `/returns/${month}/closing`;
let app: Cast;
beforeEach(async () => {
  app = await startReturns();
  await transact(app.db, async (tx) => {
    const first = (await nextToClose(tx)) ?? month;
    for (const earlier of monthsBetween(first, addMonths(month, -1)))
      await markClosed(
        tx,
        { accountId: null, at: app.clock.now() },
        { month: earlier, reason: '' },
      );
  });
  expect(await openParks(app.db, month)).toHaveLength(1);
});
afterEach(() => app.close());

const post = (who: string, path: string, fields: Record<string, string> = {}) =>
  app.as(who).post(path, fields, { from: closing });
const isClosed = async () => (await app.db.closedMonth.findUnique({ where: { month } })) !== null;
/** A venture in another park, whose return of the month is then missing too. */
const settleElsewhere = async () => {
  const { id: parkId } = await app.db.park.findUniqueOrThrow({ where: { number: 'P02' } });
  await transact(app.db, async (tx) => {
    const [ventureId = 0] = await logVentures(tx, app.by('bureau'), [
      Object.assign(someVenture(parkId), { name: '北岸木作' }),
    ]);
    const stay = { ventureId, parkId, beganOn: '2024-12-15' };
    await settleVentures(tx, { accountId: null, at: app.clock.now() }, [stay]);
  });
};
const asked = async (): Promise<string> =>
  (await post('bureau', closing, { reason: 'P01 已停业' })).location ?? '';
/** What the page of a request has its form send, of what it shows. */
const seenAt = async (address: string): Promise<string> =>
  /name="seen" value="([^"]*)"/.exec((await app.as('bureau2').get(address)).text)?.[1] ?? '';
const byOne = { faults: [{ field: '', key: 'returns.closing.needs-second' }] };

it('names the parks that are missing before it is asked, and needs a reason', async () => {
  const page = (await app.as('bureau').get(`${closing}/confirmation`)).text;
  expect(page).toContain('P01 ');
  expect(page).toContain('有 1 份月报尚未验收');
  const silent = await post('bureau', closing, { reason: '' });
  expect([silent.status, silent.text.includes('2024年12月还有 1 个园区的月报未验收')]).toEqual([
    422,
    true,
  ]);
});

it('is closed by nobody alone, whichever way it is tried', async () => {
  const alone = transact(app.db, (tx) =>
    closeMonth(tx, app.by('bureau'), { month, reason: '先关' }),
  );
  await expect(alone).rejects.toMatchObject(byOne);
  const { accountId } = app.by('bureau');
  const asBoth = transact(app.db, (tx) =>
    closeMonth(tx, app.by('bureau'), { month, reason: '先关', requestedById: accountId }),
  );
  await expect(asBoth).rejects.toMatchObject({ status: 403 });
  const address = await asked();
  expect(await isClosed()).toBe(false);
  expect((await post('bureau', `${address}/agreement`, { seen: '1' })).status).toBe(403);
  for (const who of ['park1', 'putuo', 'auditor'])
    expect((await post(who, `${address}/agreement`, { seen: '1' })).status).toBe(403);
  expect(await isClosed()).toBe(false);
});

it('is closed once another agrees, and the history names both', async () => {
  const address = await asked();
  const waiting = (await app.as('bureau2').get('/today')).text;
  expect(waiting).toContain(`href="${address}"`);
  expect((await app.as('bureau').get('/today')).text).not.toContain(`href="${address}"`);
  expect((await app.as('bureau').get(closing)).text).toContain('已申请锁定');
  const seen = await seenAt(address);
  expect((await post('bureau2', `${address}/agreement`, { seen })).status).toBe(303);
  expect(await isClosed()).toBe(true);
  const names = await app.db.account.findMany({
    where: { username: { in: ['bureau', 'bureau2'] } },
  });
  const history = (await app.as('auditor').get('/history/month/202412')).text;
  const page = (await app.as('auditor').get(closing)).text;
  for (const { name } of names) {
    expect(history).toContain(name);
    expect(page).toContain(name);
  }
  expect((await post('bureau2', `${address}/agreement`, { seen: '1' })).status).toBe(409);
});

it('is not closed when other returns are missing than the second person saw', async () => {
  const address = await asked();
  const id = Number(address.split('/').at(-1));
  const seen = await seenAt(address);
  await settleElsewhere();
  const done = await app.db.monthlyReturn.create({
    data: { parkId: 1, month, state: 'skipped', skipReason: '停业', confirmed: [] },
  });
  // As many as before, of another park.
  expect(await openParks(app.db, month)).toHaveLength(1);
  const answer = await post('bureau2', `${address}/agreement`, { seen });
  expect([answer.status, await isClosed()]).toEqual([409, false]);
  const direct = transact(app.db, (tx) => agreeClosing(tx, app.by('bureau2'), id, seen));
  await expect(direct).rejects.toMatchObject({ key: 'record.changed-meanwhile' });
  await app.db.monthlyReturn.delete({ where: { id: done.id } });
  const now = await seenAt(address);
  await transact(app.db, (tx) => agreeClosing(tx, app.by('bureau2'), id, now));
  expect(await isClosed()).toBe(true);
});

it('reads no months that are closed already, however early an address names one', async () => {
  const { status, text } = await app.as('bureau').get(`${closing}/confirmation?from=1980-01`);
  expect([status, text.match(/<th scope="row"/g)?.length]).toEqual([200, 1]);
  for (const reason of ['', '补办']) {
    const answer = await post('bureau', closing, { from: '1980-01', reason });
    expect([answer.status, answer.text.match(/<th scope="row"/g)?.length]).toEqual([422, 1]);
    expect(await isClosed()).toBe(false);
  }
});

const reopening = (from: string, throughMonth: string | null, parkId: number | null = null) =>
  transact(app.db, (tx) =>
    askReopening(tx, app.by('bureau'), {
      month: from,
      throughMonth,
      scope: parkId === null ? 'all' : 'park',
      parkId,
      ventureId: null,
      reason: '社保核对有误',
      lastDay: '2025-02-20',
    }),
  );

it('names every month of a reopening to whoever is told of it', async () => {
  const span = '2024年10月至2024年11月';
  const id = await reopening('2024-10', '2024-11');
  const told = async (who: string) => (await app.as(who).get('/messages')).text;
  expect(await told('bureau2')).toContain(`重新开放${span}`);
  expect((await app.as('bureau2').get('/today')).text).toContain(`重新开放${span}`);
  expect((await post('bureau2', `/returns/reopenings/${id}/agreement`)).status).toBe(303);
  for (const who of ['bureau', 'park1']) expect(await told(who)).toContain(`${span}已重新开放`);
  const other = await reopening('2024-10', '2024-11');
  expect((await post('bureau2', `/returns/reopenings/${other}/refusal`)).status).toBe(303);
  expect(await told('bureau')).toContain(`重新开放${span}的申请未获同意`);
});

it('brings up every reopening that waits, as they stand together nowhere else', async () => {
  const ids = [];
  for (let n = 0; n < 8; n++) ids.push(await reopening('2024-10', null));
  const { text } = await app.as('bureau2').get('/today');
  for (const id of ids) expect(text).toContain(`href="/returns/reopenings/${id}"`);
  expect(/id="today-months"[\s\S]*?day-total">(\d+)</.exec(text)?.[1]).toBe('8');
});

it('has the returns of a month that is reopened for a park done again, and of no other', async () => {
  const of = '2024-11';
  await app.db.monthlyReturn.create({
    data: { parkId: 1, month: of, state: 'approved', confirmed: [], submittedAt: new Date() },
  });
  const grid = `href="/returns/${of}/P01"`;
  const seen = async () => [
    (await app.as('bureau').get('/today')).text.includes(grid),
    /class="button button-small" href="\/returns\/2024-11\/P01"/.test(
      (await app.as('bureau').get(`/returns?month=${of}`)).text,
    ),
    (await app.as('park1').get(`/returns?month=${of}`)).text.includes('重新开放，请及时更正'),
  ];
  expect(await seen()).toEqual([false, false, false]);
  const { id: elsewhere } = await app.db.park.findUniqueOrThrow({ where: { number: 'P02' } });
  const agreed = async (parkId: number) => {
    const id = await reopening(of, null, parkId);
    expect((await post('bureau2', `/returns/reopenings/${id}/agreement`)).status).toBe(303);
    return id;
  };
  await agreed(elsewhere);
  expect(await seen()).toEqual([false, false, false]);
  const id = await agreed(1);
  expect(await seen()).toEqual([true, true, true]);
  expect((await post('bureau', `/returns/reopenings/${id}/ending`)).status).toBe(303);
  expect(await seen()).toEqual([false, false, false]);
});

it('stays open where it is refused or taken back, and can be asked for again', async () => {
  const first = await asked();
  expect((await post('bureau2', `${first}/refusal`)).status).toBe(303);
  const second = await asked();
  expect((await post('bureau', `${second}/refusal`)).status).toBe(303);
  expect(await isClosed()).toBe(false);
  const outcomes = await app.db.closingRequest.findMany({ orderBy: { id: 'asc' } });
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['refused', 'withdrawn']);
  const messages = await app.db.outboxMessage.findMany({
    where: { key: { contains: 'closing' }, account: { username: 'bureau' } },
  });
  expect(messages.map(({ key }) => key)).toEqual(['returns.message.closing-refused']);
});

it('waits once: another request is refused while one waits', async () => {
  await asked();
  const again = transact(app.db, (tx) =>
    requestClosing(tx, app.by('bureau2'), { from: month, month, reason: '再来' }),
  );
  await expect(again).rejects.toMatchObject({ key: 'returns.closing.asked-already' });
});

it('is closed by one where every return was accepted or skipped', async () => {
  await app.db.monthlyReturn.create({
    data: { parkId: 1, month, state: 'skipped', skipReason: '停业', confirmed: [] },
  });
  expect((await post('bureau', closing, {})).status).toBe(303);
  expect(await isClosed()).toBe(true);
});
