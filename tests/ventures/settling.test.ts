import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { type Tx, transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { levelsByPark } from '../../src/ledger/totals.js';
import { correctSettling } from '../../src/ventures/correct-settling.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { at } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from '../web/client.js';

let app: TestApp;
let park1: Client;
let ventureId: number;
let stayId: number;
let path: string;
/** 不具名工坊: in P01 since 2024-03-01, without a lease, with a return of 7 heads for 2024-12. */
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  const venture = await app.db.venture.findFirstOrThrow({
    where: { name: '不具名工坊' },
    include: { residencies: true },
  });
  ventureId = venture.id;
  stayId = venture.residencies[0]?.id ?? 0;
  path = `/ventures/${venture.number}/stays/${stayId}/correction`;
});
afterEach(() => app.close());

const act = <T>(does: (tx: Tx) => Promise<T>) => transact(app.db, does);
const typed = (beganOn: string, more: Record<string, string> = {}) => ({
  beganOn,
  reason: '录入时看错月份',
  version: '1',
  ...more,
});
const stay = () => app.db.residency.findUniqueOrThrow({ where: { id: stayId } });
async function level(measure: 'ventures' | 'jobs' | 'returns', day: string, number = 'P01') {
  const { id } = await app.db.park.findFirstOrThrow({ where: { number } });
  return (await levelsByPark(app.db, day)).of(measure, id);
}

describe('correcting the day of settling', () => {
  it.each([
    ['2024-01-15', [1, 2, 2]],
    ['2024-05-01', [0, 1, 2]],
  ])('to %s is reached from the stay, and is entered anew', async (day, ventures) => {
    const page = await park1.get(path.replace(/\/stays.*/, ''));
    expect(page.text).toContain(`href="${path}"`);
    expect((await park1.get(path)).text).toContain('value="2024-03-01"');
    expect((await park1.post(path, typed(day))).status).toBe(303);
    expect(await stay()).toMatchObject({ beganOn: day, version: 2 });
    const days = ['2024-02-01', '2024-04-01', '2024-12-31'];
    expect(await Promise.all(days.map((each) => level('ventures', each)))).toEqual(ventures);
    expect(await level('jobs', '2024-12-31')).toBe(14);
    expect((await verifyLedger(app.db)).problems).toEqual([]);
    const bureau = await signIn(app.base, 'bureau');
    const report = await bureau.get('/reports/in-and-out?period=2024');
    expect(report.text.split('不具名工坊').length - 1).toBe(1);
  });

  it('stands in the history with the reason, old and new', async () => {
    await park1.post(path, typed('2024-01-15'));
    const event = await app.db.historyEvent.findFirstOrThrow({
      where: { verb: 'residency.corrected' },
    });
    expect([event.reason, event.detail]).toEqual([
      '录入时看错月份',
      { beganOn: ['2024-03-01', '2024-01-15'], setAside: [] },
    ]);
    const history = await park1.get(path.replace(/\/stays.*/, '/history'));
    expect(history.text).toContain('更正入驻日期');
    expect(history.text).toContain('2024年1月15日');
  });

  it('asks about returns for months before it, and sets them aside', async () => {
    const refused = await park1.post(path, typed('2025-01-02'));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('2024年12月');
    expect(refused.text).toContain('name="setsAsideReturns"');
    const done = await park1.post(path, typed('2025-01-02', { setsAsideReturns: 'yes' }));
    expect(done.status).toBe(303);
    expect([await level('jobs', '2025-01-31'), await level('returns', '2024-12-31')]).toEqual([
      7, 1,
    ]);
    expect((await verifyLedger(app.db)).problems).toEqual([]);
  });

  it('moves the day on which it left the park before', async () => {
    const { id } = await app.db.park.findFirstOrThrow({ where: { number: 'P02' } });
    stayId = await act((tx) =>
      moveVenture(tx, at('2025-02-01'), {
        ventureId,
        toParkId: id,
        movedOn: '2024-11-01',
        note: '',
      }),
    );
    const correct = (beganOn: string, version = 1) =>
      act((tx) =>
        correctSettling(tx, at('2025-02-10'), {
          residencyId: stayId,
          version,
          beganOn,
          reason: '转园日写错',
          setsAsideReturns: false,
        }),
      );
    await expect(correct('2024-03-01')).rejects.toMatchObject({ name: 'Refusal' });
    expect(await level('jobs', '2025-01-31', 'P02')).toBe(7);
    await correct('2025-01-10');
    expect(await level('ventures', '2025-01-09')).toBe(2);
    expect(await level('ventures', '2025-01-10', 'P02')).toBe(1);
    expect(await level('jobs', '2024-12-31')).toBe(14);
    expect(await level('jobs', '2025-01-31', 'P02')).toBe(7);
    // And to an earlier day, on which it was in the park before.
    await correct('2024-10-15', 2);
    expect(await level('ventures', '2024-10-14', 'P02')).toBe(0);
    expect(await level('ventures', '2024-10-15', 'P02')).toBe(1);
    expect(await level('ventures', '2024-10-15')).toBe(1);
    expect((await verifyLedger(app.db)).problems).toEqual([]);
  });

  it('names a lease that begins before it, which has to be corrected first', async () => {
    const other = await app.db.venture.findFirstOrThrow({
      where: { name: '海风民宿' },
      include: { residencies: true },
    });
    const at_ = `/ventures/${other.number}/stays/${other.residencies[0]?.id}/correction`;
    const refused = await park1.post(at_, typed('2024-05-01'));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('P01-001 的租约');
    expect(refused.text).toContain('value="2024-05-01"');
    expect((await park1.post(at_, typed('2024-01-15'))).status).toBe(303);
  });

  it.each([
    ['2022-12-31', '该园区当日尚未开园或已关闭'],
    ['2025-03-01', '不能晚于今天'],
    ['', '请填写'],
  ])('is refused to %s', async (day, message) => {
    const answer = await park1.post(path, typed(day));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(await stay()).toMatchObject({ beganOn: '2024-03-01', version: 1 });
  });

  it('goes through the guard of closed months, needs a reason, and the version that was seen', async () => {
    expect((await park1.post(path, typed('2024-01-15', { reason: '' }))).status).toBe(422);
    expect((await park1.post(path, typed('2024-01-15', { version: '4' }))).status).toBe(409);
    await act((tx) => markClosed(tx, at('2025-02-10'), { month: '2024-01', reason: '' }));
    const refused = await park1.post(path, typed('2024-01-15'));
    expect([refused.status, refused.text.includes('2024年1月')]).toEqual([422, true]);
    expect((await park1.post(path, typed('2024-03-05'))).status).toBe(303);
  });

  it('after a move is offered, as voiding is, to who keeps both parks alone', async () => {
    const { id } = await app.db.park.findFirstOrThrow({ where: { number: 'P02' } });
    const moved = { ventureId, toParkId: id, movedOn: '2024-11-01', note: '' };
    const second = await act((tx) => moveVenture(tx, at('2025-02-01'), moved));
    const page = path.replace(/\/stays.*/, '');
    const acts = [`${page}/void`, path.replace(/stays\/\d+/, `stays/${second}`)];
    for (const [who, status] of [
      ['park2', 403],
      ['bureau', 200],
    ] as const) {
      const client = await signIn(app.base, who);
      const { text } = await client.get(page);
      for (const address of acts) {
        expect([who, text.includes(`href="${address}"`)]).toEqual([who, status === 200]);
        expect((await client.get(address)).status, who).toBe(status);
        if (status === 403)
          expect((await client.post(address, typed('2024-11-05'))).status).toBe(status);
      }
    }
  });

  it('is for who keeps the park', async () => {
    for (const [who, status] of [
      ['park2', 404],
      ['auditor', 403],
      ['putuo', 403],
    ] as const)
      expect((await (await signIn(app.base, who)).get(path)).status, who).toBe(status);
  });
});
