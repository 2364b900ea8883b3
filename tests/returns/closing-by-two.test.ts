import { afterEach, beforeEach, expect, it } from 'vitest';
import { addMonths, monthsBetween } from '../../src/calendar/days.js';
import { transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { closeMonth, nextToClose, openParks } from '../../src/returns/close-month.js';
import { agreeClosing, requestClosing } from '../../src/returns/request-closing.js';
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
const asked = async (): Promise<string> =>
  (await post('bureau', closing, { reason: 'P01 已停业' })).location ?? '';
const byOne = { faults: [{ field: '', key: 'returns.closing.needs-second' }] };

it('names the parks that are missing before it is asked, and needs a reason', async () => {
  const page = (await app.as('bureau').get(`${closing}/confirmation`)).text;
  expect(page).toContain('P01 ');
  expect(page).toContain('有 1 份月报尚未验收');
  const silent = await post('bureau', closing, { reason: '' });
  expect([silent.status, silent.text.includes('2024-12 还有 1 个园区的月报未验收')]).toEqual([
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
  expect((await app.as('bureau').get(closing)).text).toContain('已申请关账');
  expect((await post('bureau2', `${address}/agreement`, { seen: '1' })).status).toBe(303);
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
  const answer = await post('bureau2', `${address}/agreement`, { seen: '0' });
  expect([answer.status, await isClosed()]).toEqual([409, false]);
  await transact(app.db, (tx) => agreeClosing(tx, app.by('bureau2'), id, 1));
  expect(await isClosed()).toBe(true);
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
