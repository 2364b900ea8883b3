import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/days.js';
import { transact } from '../../src/database/database.js';
import { premisesByVillage, sumPremises } from '../../src/parks/premises.js';
import { spaceMeasures } from '../../src/reports/space-records.js';
import { correctTenancy } from '../../src/ventures/correct-tenancy.js';
import { endTenancy } from '../../src/ventures/end-tenancy.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { voidTenancy } from '../../src/ventures/void-tenancy.js';
import { at } from '../ledger/network.js';
import { plain, tables } from '../reports/reading.js';
import { type Client, signIn, type TestApp } from '../web/client.js';
import { startParks } from './cast.js';

/**
 * The clock stands on 2025-02-14. P01 has three spaces: 石屋一号 is let to 海风民宿 from 2024-03-01 to 2026-03-01; 石屋二号, of
 * 80.5 m², is let here; 渔市摊位 stays free.
 */
let app: TestApp;
let park1: Client;
let spaceId: number;
const by = at('2025-02-14');
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  spaceId = (await app.db.space.findFirstOrThrow({ where: { name: '石屋二号' } })).id;
});
afterEach(() => app.close());

type Term = { beganOn: string; termEndOn: string; area?: number; ventureId?: number };
const lease = ({ area = 8_050, ventureId = 2, ...term }: Term) =>
  transact(app.db, (tx) => letSpace(tx, by, { ventureId, spaceId, rent: 0, area, ...term }));
const ending = (id: number, day: string) => transact(app.db, (tx) => endTenancy(tx, by, id, day));

/** Free, let and held over of P01 on a day. */
async function states(day: string): Promise<number[]> {
  const villages = (await premisesByVillage(app.db, day)).filter(({ parkId }) => parkId === 1);
  const { states: found, total } = sumPremises(villages);
  expect(found.free + found.let + found['held-over']).toBe(total);
  return [found.free, found.let, found['held-over']];
}

const oneLet = [2, 1, 0];
const bothLet = [1, 2, 0];
const heldOver = [1, 1, 1];

describe('a space', () => {
  it('is let until the day on which the term is over, and held over from then until the lease is ended', async () => {
    const id = await lease({ beganOn: '2024-06-01', termEndOn: '2025-01-01' });
    expect(await states('2024-05-31')).toEqual(oneLet);
    expect(await states('2024-06-01')).toEqual(bothLet);
    expect(await states('2024-12-31')).toEqual(bothLet);
    expect(await states('2025-01-01')).toEqual(heldOver);
    expect(await states('2025-02-14')).toEqual(heldOver);
    await ending(id, '2025-02-01');
    expect(await states('2024-12-31')).toEqual(bothLet);
    expect(await states('2025-01-31')).toEqual(heldOver);
    expect(await states('2025-02-01')).toEqual(oneLet);
  });

  it('is free from an end within the term, also from one that lies ahead', async () => {
    const id = await lease({ beganOn: '2024-06-01', termEndOn: '2026-01-01' });
    await ending(id, '2025-06-01');
    expect(await states('2025-05-31')).toEqual(bothLet);
    expect(await states('2025-06-01')).toEqual(oneLet);
    expect(await states('2026-01-01')).toEqual(oneLet);
  });

  it('is held over up to an end that was agreed for a day after the term', async () => {
    const id = await lease({ beganOn: '2024-06-01', termEndOn: '2025-01-01' });
    await ending(id, '2025-04-01');
    expect(await states('2025-03-31')).toEqual(heldOver);
    expect(await states('2025-04-01')).toEqual(oneLet);
  });

  it('was never let by a lease that is void, and was let as a corrected one says', async () => {
    const id = await lease({ beganOn: '2024-06-01', termEndOn: '2025-01-01' });
    const wanted = {
      tenancyId: id,
      beganOn: '2024-06-01',
      termEndOn: '2025-02-10',
      endedOn: null,
      rent: 0,
      area: 8_050,
      basis: undefined,
      reason: '租期录错',
      version: 1,
    };
    await transact(app.db, (tx) => correctTenancy(tx, by, wanted));
    expect(await states('2025-02-09')).toEqual(bothLet);
    expect(await states('2025-02-10')).toEqual(heldOver);
    const { version } = await app.db.tenancy.findUniqueOrThrow({ where: { id } });
    await transact(app.db, (tx) =>
      voidTenancy(tx, by, { tenancyId: id, version, reason: '重复登记' }),
    );
    for (const day of ['2024-06-01', '2024-12-31', '2025-02-10', '2025-02-14'])
      expect([day, await states(day)]).toEqual([day, oneLet]);
  });

  it('that is shared is let while one lease is within its term, and each lease says how it stands', async () => {
    await lease({ beganOn: '2024-06-01', termEndOn: '2025-01-01', area: 3_000 });
    await lease({ beganOn: '2024-06-01', termEndOn: '2025-02-01', area: 5_000, ventureId: 1 });
    expect(await states('2025-01-15')).toEqual(bothLet);
    expect(await states('2025-02-01')).toEqual(heldOver);
    const { text } = await park1.get('/parks/P01/spaces?state=let&asOf=2025-01-15');
    const row = tables(text)[0]?.rows.find(([number]) => number?.startsWith('P01-002'));
    expect(row?.slice(-2)).toEqual([
      '在租',
      '不具名工坊 2024年6月1日起 30 平方米 超期占用 海风民宿 2024年6月1日起 50 平方米',
    ]);
    const page = (await park1.get('/parks/P01/spaces/P01-002?asOf=2025-01-15')).text;
    expect(tables(page)[0]?.rows.map((cells) => cells[5])).toEqual(['在租', '超期占用']);
  });

  it('is what its leases say, on every day', async () => {
    const terms = [
      { beganOn: '2023-03-01', termEndOn: '2023-03-20', endedOn: '2023-03-25' },
      { beganOn: '2023-03-25', termEndOn: '2023-04-10', endedOn: '2023-04-02' },
      { beganOn: '2023-04-05', termEndOn: '2023-04-08', endedOn: null },
    ];
    await app.db.tenancy.createMany({
      data: terms.map((term) => ({ ventureId: 2, spaceId, rent: 0, area: 1_000, ...term })),
    });
    for (let day = '2023-02-27'; day < '2023-04-15'; day = addDays(day, 1)) {
      const running = terms.filter(
        ({ beganOn, endedOn }) => beganOn <= day && (endedOn === null || day < endedOn),
      );
      const isLet = running.some(({ termEndOn }) => day < termEndOn);
      const wanted = running.length === 0 ? [3, 0, 0] : isLet ? [2, 1, 0] : [2, 0, 1];
      expect([day, await states(day)]).toEqual([day, wanted]);
    }
  });
});

describe('the three states', () => {
  beforeEach(async () => {
    await lease({ beganOn: '2024-06-01', termEndOn: '2024-12-01' });
  });
  const asOf = '2024-12-31';

  it('are told apart by the list, its filter and its counts, to those who look only as well', async () => {
    const numbers = async (state: string, client = park1) => {
      const { text } = await client.get(`/parks/P01/spaces?state=${state}&asOf=${asOf}`);
      const rows = tables(text)[0]?.rows ?? [];
      expect(plain(text)).toContain('全部 3 空置 1 在租 1 超期占用 1');
      return rows.map(([number]) => number?.slice(0, 7));
    };
    expect(await numbers('let')).toEqual(['P01-001']);
    expect(await numbers('held-over')).toEqual(['P01-002']);
    expect(await numbers('free')).toEqual(['P01-003']);
    expect(await numbers('')).toEqual(['P01-001', 'P01-002', 'P01-003']);
    const putuo = await signIn(app.base, 'putuo');
    expect(await numbers('held-over', putuo)).toEqual(['P01-002']);
    const before = await park1.get('/parks/P01/spaces?state=held-over&asOf=2024-11-30');
    expect(tables(before.text)).toEqual([]);
  });

  it('are told apart in public, and what is held over is not offered', async () => {
    const { text } = await park1.get(`/parks/P01?asOf=${asOf}`);
    expect(plain(text)).toContain('空置 1 处 在租 1 处 超期占用 1 处');
    expect(text).not.toContain('石屋二号');
    expect(text).toContain('渔市摊位');
    const list = tables((await park1.get(`/parks?asOf=${asOf}`)).text)[0];
    expect(list?.rows[0]?.slice(3, 6)).toEqual(['1', '1', '1']);
    expect(list?.foot.slice(1, 4)).toEqual(['2', '1', '1']);
    const home = plain((await park1.get(`/?asOf=${asOf}`)).text);
    expect(home).toContain('在租 1 处，超期占用 1 处，空置 2 处');
  });

  it('are told apart by the dashboard, which leads to each', async () => {
    const bureau = await signIn(app.base, 'bureau');
    const { text } = await bureau.get(`/dashboard?asOf=${asOf}`);
    for (const [state, value] of [
      ['free', 1],
      ['let', 1],
      ['held-over', 1],
    ])
      expect(text).toContain(
        `href="/parks/P01/spaces?state&#x3D;${state}&amp;asOf&#x3D;${asOf}">${value}</a>`,
      );
    expect(plain(text)).toContain('超期占用 1 处');
  });

  it('are what the reports count, whose lists come to their numbers', async () => {
    const bureau = await signIn(app.base, 'bureau');
    const evaluation = tables(
      (await bureau.get('/reports/park-evaluation?period=2024&scope=park:P01')).text,
    );
    const [evaluated, , basis] = evaluation;
    const share = (head: string) => evaluated?.rows[0]?.[evaluated.heads.indexOf(head)];
    expect([share('场地在租率'), share('超期占用率')]).toEqual(['33.33% 未达标', '33.33%']);
    const counts = ['场地', '在租场地', '超期占用场地', '空置场地'];
    expect(counts.map((head) => basis?.rows[0]?.[basis.heads.indexOf(head)])).toEqual([
      ...['3', '1', '1', '1'],
    ]);
    const listed = async (measure: string) => {
      const address = `/reports/records?measure=${measure}&scope=park:P01&from=2024-01-01&asOf=${asOf}`;
      return tables((await bureau.get(address)).text)[0]?.rows.length ?? 0;
    };
    expect(await Promise.all(spaceMeasures.map(listed))).toEqual([3, 1, 1, 1]);
    const csv = await bureau.get('/reports/park-evaluation.csv?period=2024&scope=park:P01');
    for (const text of ['超期占用率', '超期占用场地', '空置场地']) expect(csv.text).toContain(text);
  });
});

describe('the page of a space', () => {
  const page = '/parks/P01/spaces/P01-001';

  it('says what it is, in which state, and leads to what can be done with its leases', async () => {
    const { id } = await app.db.tenancy.findFirstOrThrow();
    const { status, text } = await park1.get(page);
    expect(status).toBe(200);
    expect(plain(text)).toContain('在租 类型');
    for (const act of ['end', 'correction', 'void'])
      expect(text).toContain(`href="/tenancies/${id}/${act}"`);
    expect((await park1.get('/parks/P01/spaces')).text).toContain(`href="${page}?asOf`);
    const { number } = await app.db.venture.findFirstOrThrow();
    expect((await park1.get(`/ventures/${number}`)).text).toContain(`href="${page}"`);
    const free = await park1.get(`${page}?asOf=2024-02-29`);
    expect(plain(free.text)).toContain('空置 类型');
    expect(plain(free.text)).toContain('尚未起租');
  });

  it('shows others of the county without acts, and nobody else', async () => {
    const putuo = await signIn(app.base, 'putuo');
    const { status, text } = await putuo.get(page);
    expect(status).toBe(200);
    expect(text).not.toMatch(/\/correction|\/void|\/edit/);
    expect((await (await signIn(app.base, 'park2')).get(page)).status).toBe(404);
    expect((await (await signIn(app.base, 'admin')).get(page)).status).toBe(403);
    expect((await park1.get('/parks/P01/spaces/P01-099')).status).toBe(404);
    expect((await park1.get(`${page}?asOf=2025-02-30`)).status).toBe(400);
  });

  it('keeps a void lease in sight, and says that it is void', async () => {
    const id = await lease({ beganOn: '2024-06-01', termEndOn: '2025-01-01' });
    await transact(app.db, (tx) =>
      voidTenancy(tx, by, { tenancyId: id, version: 1, reason: '重复登记' }),
    );
    const { text } = await park1.get('/parks/P01/spaces/P01-002');
    expect(plain(text)).toContain('空置 类型');
    expect(plain(text)).toContain('登记错误');
    expect(text).not.toContain(`/tenancies/${id}/void`);
  });
});
