import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { totalOf } from '../../src/ledger/totals.js';
import { freeSpaces } from '../../src/parks/free-space-queries.js';
import { premisesByVillage } from '../../src/parks/premises.js';
import { type Letting, letSpace } from '../../src/ventures/let-spaces.js';
import { at } from '../ledger/network.js';
import { plain, tables } from '../reports/reading.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { aSpace, startParks } from './cast.js';

/**
 * The clock of the cast stands on 2025-02-14. P01-001, of 80.5 m² and since 2023-01-01, is let to 海风民宿 for no rent from
 * 2024-03-01, at a market rent of 1,234 yuan a month; P01-002 is free.
 */
let app: TestApp;
let park1: Client;
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
});
afterEach(() => app.close());

const spaceOf = (number: string) =>
  app.db.space.findUniqueOrThrow({ where: { number }, include: { earlier: true } });
async function edit(number: string, fields: Record<string, string>) {
  const { area, version, ...space } = await spaceOf(number);
  const { name, kind, village, island, address, owner } = space;
  const typed = { name, kind, village, island, address, owner, area: String(area / 100) };
  const path = `/parks/P01/spaces/${number}/edit`;
  return park1.post(path, Object.assign(typed, { version: String(version) }, fields));
}
const forgone = (asOf: string) =>
  totalOf(app.db, { measure: 'rent-forgone', scope: { kind: 'network' }, asOf });
const problems = async () => (await verifyLedger(app.db)).problems;
/** What 海风民宿 pays no rent for, a month at a time. */
const months = async () => {
  const days = ['2024-10-31', '2024-11-30', '2024-12-31', '2025-01-31'];
  const sums = await Promise.all(days.map(forgone));
  return sums.slice(1).map((sum, index) => sum - (sums[index] ?? 0));
};
const letting = (changes: Partial<Letting>): Promise<number> =>
  transact(app.db, async (tx) => {
    const { id: spaceId } = await spaceOf('P01-002');
    const terms = { beganOn: '2024-06-01', termEndOn: '2024-09-01', rent: 0, area: 8_050 };
    const input = { ventureId: 2, spaceId, ...terms, ...changes };
    return letSpace(tx, at('2025-02-14'), input);
  });

describe('the area of a space', () => {
  it('changes from a day on, and what was said of the days before stays', async () => {
    expect(await months()).toEqual([123_400, 123_400, 123_400]);
    // From the 17th of December the lease has half of the space: 123,400 × (16 + 15/2)/31.
    expect((await edit('P01-001', { area: '161', changedOn: '2024-12-17' })).status).toBe(303);
    expect(await months()).toEqual([123_400, 93_545, 61_700]);
    expect(await spaceOf('P01-001')).toMatchObject({
      area: 16_100,
      earlier: [{ area: 8_050, village: '黄杨尖村', changedOn: '2024-12-17' }],
    });
    expect(await problems()).toEqual([]);
  });

  it('is from today where no day is said, and never rewrites a month that is over', async () => {
    await transact(app.db, async (tx) => {
      for (const month of ['2024-03', '2024-12', '2025-01'])
        await markClosed(tx, at('2025-02-10'), { month, reason: '' });
    });
    const before = await months();
    expect((await edit('P01-001', { area: '161' })).status).toBe(303);
    expect(await months()).toEqual(before);
    const { earlier } = await spaceOf('P01-001');
    expect(earlier).toMatchObject([{ changedOn: '2025-02-14' }]);
    expect(await problems()).toEqual([]);
  });

  it('can be corrected for all days, with a reason, and history keeps it', async () => {
    const unsaid = await edit('P01-001', { area: '161', since: 'corrected' });
    expect([unsaid.status, unsaid.text.includes('href="#changeReason"')]).toEqual([422, true]);
    expect(unsaid.text).toContain('value="161"');
    const said = { area: '161', since: 'corrected', changeReason: '测绘更正' };
    expect((await edit('P01-001', said)).status).toBe(303);
    expect(await months()).toEqual([61_700, 61_700, 61_700]);
    expect(await app.db.earlierSpace.count()).toBe(0);
    const event = await app.db.historyEvent.findFirstOrThrow({ where: { verb: 'space.edited' } });
    expect(event).toMatchObject({ reason: '测绘更正', detail: { area: [8_050, 16_100] } });
    expect(await problems()).toEqual([]);
  });

  it.each([
    [{ changedOn: '2025-02-15' }, 'changedOn'],
    [{ changedOn: '2022-12-31' }, 'changedOn'],
    [{ changedOn: 'x' }, 'changedOn'],
    [{ since: 'x' }, 'since'],
    [{ area: '80', changedOn: '2024-12-17' }, 'area'],
    [{ area: '80', since: 'corrected', changeReason: '写错' }, 'area'],
  ])('%j is refused at its field and writes nothing', async (fields, field) => {
    const before = await spaceOf('P01-001');
    const answer = await edit('P01-001', Object.assign({ area: '161' }, fields));
    expect([answer.status, answer.text.includes(`href="#${field}"`)]).toEqual([422, true]);
    expect(await spaceOf('P01-001')).toEqual(before);
  });

  it('holds a day before its last change to what it was then', async () => {
    await edit('P01-002', { area: '100', changedOn: '2024-12-01' });
    const early = await edit('P01-002', { area: '120', changedOn: '2024-11-30' });
    expect([early.status, early.text.includes('现值自2024')]).toEqual([422, true]);
    expect((await edit('P01-002', { area: '120', changedOn: '2024-12-01' })).status).toBe(303);
    expect((await spaceOf('P01-002')).earlier).toMatchObject([{ area: 8_050 }]);
  });

  it('in a closed month with a lease goes through the guard; where nothing is let, no number moves', async () => {
    await transact(app.db, async (tx) => {
      for (const month of ['2023-01', '2024-03', '2024-12'])
        await markClosed(tx, at('2025-02-10'), { month, reason: '' });
    });
    const corrected = { since: 'corrected', changeReason: '测绘更正' };
    for (const fields of [{ changedOn: '2024-12-17' }, corrected]) {
      const answer = await edit('P01-001', Object.assign({ area: '161' }, fields));
      expect([answer.status, answer.text.includes('href="#changedOn"')]).toEqual([422, true]);
      expect((await edit('P01-002', Object.assign({ area: '161' }, fields))).status).toBe(303);
      await edit('P01-002', Object.assign({ area: '80.5' }, fields));
    }
    const { earlier } = await spaceOf('P01-001');
    expect(earlier).toEqual([]);
  });
});

describe('room for a lease', () => {
  it('is that of the space on each of its days', async () => {
    await edit('P01-002', { area: '161', changedOn: '2025-01-01' });
    const early = letting({ beganOn: '2024-12-01', termEndOn: '2025-12-01', area: 16_100 });
    await expect(early).rejects.toThrow('area: ventures.area-over-space');
    await letting({ beganOn: '2025-01-01', termEndOn: '2025-06-01', area: 16_100 });
    expect(await problems()).toEqual([]);
  });

  it('of one that is smaller from a day on is refused where the lease lasts longer', async () => {
    await edit('P01-002', { area: '60', changedOn: '2025-01-01' });
    const over = letting({ beganOn: '2024-12-01', termEndOn: '2025-12-01' });
    await expect(over).rejects.toThrow('area: ventures.area-over-free');
    await letting({ beganOn: '2024-06-01', termEndOn: '2024-12-01' });
    const longer = app.db.tenancy.updateMany({
      where: { area: 8_050, ventureId: 2 },
      data: { endedOn: '2025-02-01' },
    });
    await expect(longer).rejects.toThrow('together larger');
    const inSpace = { spaceId: (await spaceOf('P01-002')).id, ventureId: 1 };
    const terms = { beganOn: '2024-12-31', termEndOn: '2025-03-01', rent: 0, area: 6_001 };
    const stored = app.db.tenancy.create({ data: Object.assign(inSpace, terms) });
    await expect(stored).rejects.toThrow('together larger');
  });

  it('that takes the whole space where no area is typed, takes that of its first day', async () => {
    await edit('P01-002', { area: '161', changedOn: '2025-01-01' });
    const { number } = await app.db.venture.findUniqueOrThrow({ where: { id: 2 } });
    const spaceId = String((await spaceOf('P01-002')).id);
    const terms = { beganOn: '2024-09-01', termLastOn: '2024-11-30', rent: '0' };
    const typed = Object.assign({ spaceId, basis: 'agreement', area: '' }, terms);
    expect((await park1.post(`/ventures/${number}/tenancies/new`, typed)).status).toBe(303);
    const lease = await app.db.tenancy.findFirstOrThrow({ where: { ventureId: 2 } });
    expect(lease.area).toBe(8_050);
  });
});

describe('pages of a day', () => {
  it('show a space as it was then, and count its village then', async () => {
    await edit('P01-002', { area: '161', village: '螺门村', changedOn: '2025-01-01' });
    const row = async (asOf: string) =>
      tables((await park1.get(`/parks/P01/spaces?asOf=${asOf}`)).text)[0]?.rows.find(([first]) =>
        first?.startsWith('P01-002'),
      );
    expect(await row('2024-12-31')).toEqual(expect.arrayContaining(['80.5 平方米']));
    expect(await row('2025-01-01')).toEqual(expect.arrayContaining(['161 平方米']));
    const page = async (asOf: string) =>
      plain((await park1.get(`/parks/P01/spaces/P01-002?asOf=${asOf}`)).text);
    expect(await page('2024-12-31')).not.toContain('2025年1月1日前');
    expect(await page('2025-01-01')).toMatch(
      /2025年1月1日前\s*[^，]+，80\.5 平方米，舟山本岛 · 黄杨尖村/,
    );
    const free = async (asOf: string) => plain((await park1.get(`/parks/P01?asOf=${asOf}`)).text);
    expect(await free('2024-12-31')).toContain('80.5 平方米');
    expect(await free('2025-01-01')).toContain('161 平方米');
    const publicArea = async (day: string) =>
      (await freeSpaces(app.db, day, 1)).find(({ number }) => number === 'P01-002');
    expect(await publicArea('2024-12-31')).toMatchObject({ area: 8_050, village: '黄杨尖村' });
    expect(await publicArea('2025-01-01')).toMatchObject({ area: 16_100, village: '螺门村' });
    const counts = async (day: string) =>
      (await premisesByVillage(app.db, day))
        .filter(({ parkId }) => parkId === 1)
        .map(({ village, total }) => [village, total]);
    expect(await counts('2024-12-31')).toEqual([
      ['螺门村', 1],
      ['黄杨尖村', 2],
    ]);
    expect(await counts('2025-01-01')).toEqual([
      ['螺门村', 2],
      ['黄杨尖村', 1],
    ]);
  });

  it('narrow a list by the kind that a space had then, and closing binds it', async () => {
    const { kind: before } = await spaceOf('P01-002');
    expect(before).not.toBe('office');
    expect((await edit('P01-002', { kind: 'office', changedOn: '2025-01-10' })).status).toBe(303);
    const isListed = async (kind: string, asOf: string) =>
      (await park1.get(`/parks/P01/spaces?kind=${kind}&asOf=${asOf}`)).text.includes('P01-002');
    expect(await isListed(before, '2025-01-09')).toBe(true);
    expect(await isListed('office', '2025-01-09')).toBe(false);
    expect(await isListed(before, '2025-01-10')).toBe(false);
    expect(await isListed('office', '2025-01-10')).toBe(true);
    const then = plain((await park1.get('/parks/P01/spaces/P01-002?asOf=2025-01-09')).text);
    expect(then).not.toContain('办公用房');
    await transact(app.db, (tx) =>
      markClosed(tx, at('2025-02-10'), { month: '2025-01', reason: '' }),
    );
    const late = await edit('P01-002', { kind: 'yard', changedOn: '2025-01-20' });
    expect([late.status, late.text.includes('href="#changedOn"')]).toEqual([422, true]);
    expect(await spaceOf('P01-002')).toMatchObject({ kind: 'office', earlier: [{ kind: before }] });
  });

  it('show a space under the name, at the address and of the owner that it had then, in order, files and searches too', async () => {
    const { name, address, owner } = await spaceOf('P01-002');
    const sold = { name: '一品渔家院', address: '丁家村99号', owner: '丁建国' };
    expect((await edit('P01-002', { ...sold, changedOn: '2025-01-10' })).status).toBe(303);
    const at = (asOf: string, more = '') => `/parks/P01/spaces?asOf=${asOf}${more}`;
    const texts = async (asOf: string) => {
      const csv = await park1.get(at(asOf).replace('/spaces?', '/spaces.csv?'));
      return {
        list: plain((await park1.get(at(asOf))).text),
        page: plain((await park1.get(`/parks/P01/spaces/P01-002?asOf=${asOf}`)).text),
        csv: csv.text,
      };
    };
    const [before, after] = [await texts('2025-01-09'), await texts('2025-01-10')];
    for (const where of ['list', 'page', 'csv'] as const)
      for (const field of ['name', 'address', 'owner'] as const) {
        expect(before[where], `${where} before: ${field}`).not.toContain(sold[field]);
        expect(after[where], `${where} after: ${field}`).toContain(sold[field]);
      }
    for (const text of [name, address, owner]) expect(before.list).toContain(text);
    expect(after.page).toContain(`名称：${name}，地址：${address}，产权人：${owner}`);
    expect(before.page).not.toContain('名称：');
    const firstOf = async (asOf: string, sort: string) =>
      tables((await park1.get(at(asOf, `&sort=${sort}`))).text)[0]?.rows[0]?.[0];
    for (const sort of ['name', 'address', 'owner']) {
      expect(await firstOf('2025-01-09', sort), sort).not.toContain('P01-002');
      expect(await firstOf('2025-01-10', sort), sort).toContain('P01-002');
    }
    for (const word of [name, sold.name, owner, sold.owner])
      expect((await park1.get(at('2025-01-09', `&q=${encodeURIComponent(word)}`))).text).toContain(
        'P01-002',
      );
    const open = async (day: string) =>
      (await freeSpaces(app.db, day, 1)).find(({ number }) => number === 'P01-002');
    expect(await open('2025-01-09')).toMatchObject({ name, address });
    expect(await open('2025-01-10')).toMatchObject({ name: sold.name, address: sold.address });
    const { id } = await spaceOf('P01-002');
    const history = plain((await park1.get(`/history/space/${id}`)).text);
    for (const text of [name, sold.name, owner, sold.owner, '2025年1月10日'])
      expect(history).toContain(text);
  });

  it('show what was written wrongly nowhere any more, once it is corrected; no closed month stands against a name', async () => {
    await transact(app.db, (tx) =>
      markClosed(tx, at('2025-02-10'), { month: '2025-01', reason: '' }),
    );
    const { name } = await spaceOf('P01-002');
    const corrected = { since: 'corrected', changeReason: '名称写错' };
    expect((await edit('P01-002', { name: '阿峰渔家院', ...corrected })).status).toBe(303);
    const { text } = await park1.get('/parks/P01/spaces?asOf=2025-01-09');
    expect(plain(text)).toContain('阿峰渔家院');
    expect(plain(text)).not.toContain(`P01-002 ${name}`);
    expect((await spaceOf('P01-002')).earlier).toEqual([]);
  });

  it('name a space in the rent roll and under a report as it was called then', async () => {
    const { name } = await spaceOf('P01-001');
    expect((await edit('P01-001', { name: '阿峰渔家院', changedOn: '2025-01-10' })).status).toBe(
      303,
    );
    const bureau = await signIn(app.base, 'bureau');
    const said = async (path: string) => plain((await bureau.get(path)).text);
    const of = (from: string, asOf: string) =>
      `/reports/records?measure=spaces-let&scope=network&from=${from}&asOf=${asOf}`;
    for (const [early, late] of [
      ['/rent-roll?asOf=2025-01-09', '/rent-roll?asOf=2025-01-10'],
      [of('2024-12-01', '2024-12-31'), of('2025-01-01', '2025-01-31')],
    ] as const) {
      expect(await said(early)).toContain(name);
      expect(await said(early)).not.toContain('阿峰渔家院');
      expect(await said(late)).toContain('阿峰渔家院');
    }
  });

  it('say in the history from which day', async () => {
    await edit('P01-002', { area: '161', changedOn: '2025-01-01' });
    const { id } = await spaceOf('P01-002');
    expect(plain((await park1.get(`/history/space/${id}`)).text)).toContain('2025年1月1日');
    expect((await park1.get('/parks/P01/spaces/P01-002/edit?lang=en')).text).toContain(
      'A change from a day on',
    );
  });
});

it('a lease that has ended says how large its space was then', async () => {
  const id = await letting({});
  await transact(app.db, (tx) =>
    tx.tenancy.update({ where: { id }, data: { endedOn: '2024-09-01' } }),
  );
  await edit('P01-002', { area: '161', changedOn: '2025-01-01' });
  const { text } = await park1.get(`/tenancies/${id}/correction`);
  expect(plain(text)).toContain('80.5 ㎡（场地 80.5 ㎡）');
  expect(aSpace().area).toBe(8_050);
});
