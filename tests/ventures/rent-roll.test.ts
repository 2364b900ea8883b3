import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Month } from '../../src/calendar/days.js';
import type { Tx } from '../../src/database/database.js';
import type { Actor } from '../../src/history/actor.js';
import { changesByMonth } from '../../src/ledger/totals.js';
import { addSpaces } from '../../src/parks/add-spaces.js';
import { endTenancy } from '../../src/ventures/end-tenancy.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { sumRoll } from '../../src/ventures/rent-roll/find-roll.js';
import { aSpace } from '../parks/cast.js';
import { type Cast, startWaivers } from '../waivers/cast.js';
import { grantFor, newTenant, type Tenant } from '../waivers/tenants.js';
import { type Client, signIn } from '../web/client.js';

// In P01: 海风民宿 with 石屋一号 for nothing and two leases with rent, to 2027-02-28; two tenants whose rent is waived by a
// case; one lease that ended on 2025-04-09 and one that ran out on 2025-03-31 and goes on.
let cast: Cast;
let bureau: Client;
let tenant: Tenant;
beforeAll(async () => {
  cast = await startWaivers();
  tenant = await newTenant(cast);
  await grantFor(cast, tenant, { from: '2025-02-11', months: 12, on: '2025-03-03' });
  await cast.act('bureau', async (tx, by) => {
    await aLease(tx, by, { termEndOn: '2025-04-01', area: 2000, rent: 10_000 });
    const id = await aLease(tx, by, { termEndOn: '2026-01-01', area: 1000, rent: 5_000 });
    await endTenancy(tx, by, id, '2025-04-10');
  });
  cast.clock.set(new Date('2025-06-15T02:00:00Z'));
  bureau = await signIn(cast.base, 'bureau');
});
afterAll(() => cast.close());

async function aLease(tx: Tx, by: Actor, terms: { termEndOn: string; area: number; rent: number }) {
  const name = `小间 ${terms.area}`;
  const [spaceId = 0] = await addSpaces(tx, by, 1, [aSpace({ name, area: terms.area })]);
  const { ventureId } = tenant;
  return letSpace(tx, by, { ventureId, spaceId, beganOn: '2025-01-06', ...terms });
}

const query = (asOf: string) => ({
  asOf,
  parkIds: [1],
  words: [],
  state: null,
  relief: null,
  ends: null,
  sort: 'space' as const,
  order: null,
});
const plain = (href = ''): string => href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');

it.each(['2025-02-28', '2025-03-31', '2025-04-30'])(
  'has the sums that the ledger has of the month, as of %s',
  async (asOf) => {
    const sums = await sumRoll(cast.db, query(asOf));
    const month = asOf.slice(0, 7) as Month;
    const of = async (measure: 'rent-forgone' | 'waived-rent') =>
      (await changesByMonth(cast.db, { measure, parkIds: [1] })).get(month);
    expect([sums.forgone, sums.waived]).toEqual([
      await of('rent-forgone'),
      await of('waived-rent'),
    ]);
    expect(sums.forgone > 0 && sums.waived > 0).toBe(true);
  },
);

it('leads from a sum to the same total, in the same words', async () => {
  const { text } = await bureau.get('/rent-roll?park=P01&asOf=2025-04-20');
  const links = [...text.matchAll(/<a href="(\/totals\?[^"]+)">([\d,.]+)<\/a>/g)];
  expect(links).toHaveLength(2);
  for (const [, href, amount] of links)
    expect((await bureau.get(plain(href))).text).toContain(`>${amount}<`);
});

it('tells what runs, is held over and is over, sums rents of what runs, and names the case', async () => {
  const { text } = await bureau.get('/rent-roll?asOf=2025-04-20');
  expect(text.match(/tag[^>]*>超期占用</g)).toHaveLength(1);
  expect(text.match(/tag[^>]*>已终止</g)).toHaveLength(1);
  const { number } = await cast.db.waiverApplication.findFirstOrThrow();
  expect(text).toContain(`href="/waivers/${number}"`);
  const leases = await cast.db.tenancy.findMany({ where: { endedOn: null } });
  const sums = await sumRoll(cast.db, query('2025-04-20'));
  expect(sums.running).toBe(leases.length);
  expect(sums.rent).toBe(leases.reduce((sum, { rent }) => sum + rent, 0));
  expect(sums.leases).toBe(leases.length + 1);
});

it('finds by space, venture and state, in the scope of who looks', async () => {
  const shown = async (path: string, as = bureau) =>
    ((await as.get(path)).text.match(/<th scope="row"><a/g) ?? []).length;
  expect(await shown('/rent-roll?q=石屋一号&asOf=2025-04-20')).toBe(1);
  expect(await shown('/rent-roll?q=租户&asOf=2025-04-20')).toBeGreaterThan(1);
  expect(await shown('/rent-roll?q=%25&asOf=2025-04-20')).toBe(0);
  expect(await shown('/rent-roll?state=held-over&asOf=2025-04-20')).toBe(1);
  expect(await shown('/rent-roll?ends=2025-03&asOf=2025-04-20')).toBe(1);
  expect(await shown('/rent-roll?asOf=2025-04-20', await signIn(cast.base, 'park2'))).toBe(0);
  expect((await bureau.get('/rent-roll?asOf=2031-01-01')).status).toBe(400);
  expect((await bureau.get('/rent-roll?state=x')).status).toBe(400);
  for (const stranger of ['founder1', 'admin'])
    expect((await (await signIn(cast.base, stranger)).get('/rent-roll')).status).toBe(403);
});

it('counts leases that end by month, each leading to them', async () => {
  cast.clock.set(new Date('2026-06-15T02:00:00Z'));
  const { text } = await (await signIn(cast.base, 'bureau')).get('/rent-roll/ends');
  const row =
    /<a href="(\/rent-roll\?[^"]*ends(?:&#x3D;|=)2027-02[^"]*)">2027年2月<\/a><\/th>\s*<td[^>]*>(\d+)</.exec(
      text,
    );
  expect(Number(row?.[2])).toBe(2);
  const list = await (await signIn(cast.base, 'bureau')).get(plain(row?.[1]));
  expect(list.text.match(/<th scope="row"><a/g)).toHaveLength(2);
  expect(text).toContain('已到期、未续租也未终止的 2 份');
  cast.clock.set(new Date('2025-06-15T02:00:00Z'));
});

it('is the same as a file, with the sums of the page', async () => {
  const answer = await fetch(`${cast.base}/rent-roll.xlsx?asOf=2025-04-20`, {
    headers: { cookie: [...bureau.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  expect(answer.status).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  const sheet = book.worksheets.at(-1) as ExcelJS.Worksheet;
  const sums = await sumRoll(cast.db, query('2025-04-20'));
  const heads = (sheet.getRow(1).values as string[]).map(String);
  const column = heads.findIndex((head) => head?.includes('约定少收'));
  const values = sheet.getColumn(column).values.slice(2, 2 + sums.leases) as number[];
  expect(Math.round(values.reduce((sum, value) => sum + value, 0) * 100)).toBe(sums.forgone);
});
