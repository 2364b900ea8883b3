import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { occupancyOn } from '../../src/parks/occupancy.js';
import { premisesByVillage, sumPremises } from '../../src/parks/premises.js';
import { endTenancy } from '../../src/ventures/end-tenancy.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { at } from '../ledger/network.js';
import { Client, signIn, type TestApp } from '../web/client.js';
import { startParks } from './cast.js';

/**
 * The clock stands on 2025-02-14. P01 has three spaces of 80.5 m² since 2023: 石屋一号 is let to 海风民宿 from 2024-03-01 to
 * 2026-03-01; 石屋二号 is let here from 2024-05-10, for a term up to 2024-09-01, and left on 2024-11-01; 渔市摊位 stays free.
 */
let app: TestApp;
let park1: Client;
const by = at('2025-02-14');
beforeEach(async () => {
  app = await startParks();
  park1 = await signIn(app.base, 'park1');
  const { id: spaceId } = await app.db.space.findFirstOrThrow({ where: { name: '石屋二号' } });
  const term = { beganOn: '2024-05-10', termEndOn: '2024-09-01', area: 8_050, rent: 0 };
  await transact(app.db, async (tx) => {
    const id = await letSpace(tx, by, { ventureId: 2, spaceId, ...term });
    await endTenancy(tx, by, id, '2024-11-01');
  });
});
afterEach(() => app.close());

it('is each month what premises are on its last day, by number and area', async () => {
  const days = ['2024-02-29', '2024-04-30', '2024-06-30', '2024-10-31', '2024-12-31'];
  const months = await occupancyOn(app.db, [1], days);
  const counts = months.map(({ states }) => [
    states.let.spaces,
    states['held-over'].spaces,
    states.free.spaces,
  ]);
  expect(counts).toEqual([
    [0, 0, 3],
    [1, 0, 2],
    [2, 0, 1],
    [1, 1, 1],
    [1, 0, 2],
  ]);
  expect(months[3]?.states['held-over'].area).toBe(8_050);
  for (const [index, day] of days.entries()) {
    const villages = (await premisesByVillage(app.db, day)).filter(({ parkId }) => parkId === 1);
    const { states } = sumPremises(villages);
    expect(counts[index]).toEqual([states.let, states['held-over'], states.free]);
  }
});

it('stands among the charts of a year with its table, of a park and of the region, to who sees it', async () => {
  const { text } = await park1.get('/reports/charts?period=2024&scope=park:P01');
  expect(text).toContain('各月末场地使用');
  expect(text).toMatch(
    /2024年10月[\s\S]{0,200}>1<[\s\S]{0,80}>1<[\s\S]{0,80}>1<[\s\S]{0,80}>80.5</,
  );
  const image = await park1.get('/reports/charts/occupancy.svg?period=2024&scope=park:P01');
  expect(image.status).toBe(200);
  expect(image.text).toContain('2024年10月');
  expect((await park1.get('/reports/charts?period=2024&scope=park:P02')).status).toBe(404);
});

it.each(['/parks/P01', '/parks/P01/spaces', '/rent-roll?park=P01', '/rent-roll'])(
  'is one press from %s',
  async (path) => {
    const { text } = await park1.get(path);
    const [, href = ''] = /<a [^>]*href="([^"]+)"[^>]*>各月场地使用</.exec(text) ?? [];
    const [address = '', place] = href
      .replaceAll('&amp;', '&')
      .replaceAll('&#x3D;', '=')
      .split('#');
    const { status, text: charts } = await park1.get(address);
    expect([status, place]).toEqual([200, 'occupancy']);
    expect(charts).toContain('<section id="occupancy">');
    expect(charts).toContain('2025年1月');
    expect(await visitorReads(path)).not.toContain('各月场地使用');
  },
);
const visitorReads = async (path: string) => (await new Client(app.base).get(path)).text;

it('tells on the page of a space who was there and when, and when nobody was', async () => {
  const { text } = await park1.get('/parks/P01/spaces/P01-002');
  const told = text.slice(text.indexOf('使用经过'));
  expect(told).toMatch(
    /空置[\s\S]*2024年11月1日起[\s\S]*不具名工坊[\s\S]*2024年5月10日至2024年10月31日[\s\S]*空置[\s\S]*2023年1月1日至2024年5月9日/,
  );
  const { text: then } = await park1.get('/parks/P01/spaces/P01-002?asOf=2024-03-31');
  const timeline = then.slice(
    then.indexOf('使用经过'),
    then.indexOf('</ol>', then.indexOf('使用经过')),
  );
  expect(timeline).toContain('空置');
  expect(timeline).not.toContain('2024年5月10日');
});
