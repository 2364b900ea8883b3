import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/days.js';
import { day } from '../../src/language/format.js';
import { fetchBytes, opened } from '../exports/files.js';
import { type Cast, caseAt, startWaivers } from '../waivers/cast.js';
import { type Client, signIn } from '../web/client.js';
import { tables } from './reading.js';

let cast: Cast;
let bureau: Client;
beforeAll(async () => {
  cast = await startWaivers();
  await caseAt(cast, 'granted', { months: 12 });
  cast.clock.set(new Date('2025-06-20T02:00:00Z'));
  bureau = await signIn(cast.base, 'bureau');
});
afterAll(() => cast.close());

const page = async (address: string) => {
  const { status, text } = await bureau.get(address);
  expect(status, address).toBe(200);
  return text;
};
/** A list of nothing has no sum, and a number of nothing in yuan is 0.00. */
const plainNumber = (text: string): number => Number(text.replaceAll(',', ''));
const linked = (html: string) =>
  [...html.matchAll(/<a href="(\/reports\/records[^"]+)">([\d,.]+)<\/a>/g)].map(
    ([, href = '', value]) => ({
      href: href.replace(/&amp;/g, '&').replace(/&#x3D;/g, '='),
      value,
    }),
  );

it('every waiver of the period stands in the ledger of waivers, and they come to the ledger’s total', async () => {
  const text = await page('/reports/waiver-ledger?period=2025-Q2');
  const [parks, waivers] = tables(text);
  const row = waivers?.rows[0] ?? [];
  expect(row[0]).toMatch(/^W\d{4}-\d{4}$/);
  expect(row.slice(3, 5)).toEqual(['80.50', '500.00']);
  // It says the last day that is covered, and leads to the case.
  const { beganOn, termEndOn, application } = await cast.db.waiver.findFirstOrThrow({
    include: { application: true },
  });
  const days = [beganOn, addDays(termEndOn, -1)];
  expect(row.slice(5, 8)).toEqual([...days.map((one) => day(one, 'zh')), '—']);
  expect(text).toContain(`href="/waivers/${application.number}"`);
  expect(waivers?.foot.slice(1, -1).join('')).toBe('');
  // Three months of 500 yuan, the whole rent.
  expect([row.at(-1), waivers?.foot.at(-1), parks?.foot.at(-1)]).toEqual([
    '1,500.00',
    '1,500.00',
    '1,500.00',
  ]);
  const entries = await cast.db.ledgerEntry.findMany({
    where: { measure: 'waived-rent', effectiveOn: { gte: '2025-04-01', lte: '2025-06-20' } },
  });
  expect(entries.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(150_000);
});

it.each(['/reports/waiver-ledger?period=2025-Q2', '/reports/waiver-effect?period=2025'])(
  'every number of %s leads to records that come to it',
  async (address) => {
    const numbers = linked(await page(address)).filter(({ href }) => !/survived/.test(href));
    expect(numbers.length).toBeGreaterThan(3);
    for (const { href, value } of numbers) {
      const sum = tables(await page(href))[0]?.foot.at(-1) ?? '0';
      const isRatio = /measure=rent-relief/.test(href) && sum !== value;
      if (!isRatio) expect([href, plainNumber(sum)]).toEqual([href, plainNumber(value ?? '')]);
    }
  },
);

it('sets the rent beside the jobs and says what each share is of', async () => {
  const [relief, paid, parks, categories] = tables(
    await page('/reports/waiver-effect?period=2025'),
  );
  expect(relief?.heads).toEqual([
    ...['园区编号', '园区', '不付租金的创业主体', '约定少收租金', '免租金额', '租金减免'],
    '享受租金减免',
  ]);
  // Money that is paid stands beside it, and is in no sum with it.
  expect(paid?.heads).toEqual(['园区编号', '园区', '核定补贴', '申领补贴', '拨付补贴']);
  expect(parks?.heads).toEqual([
    ...['园区编号', '园区', '享受租金减免', '其带动就业', '其中有凭据'],
    ...['上年同期起免租', '其中满一年存活', '每人租金减免（元）', '满一年存活率'],
  ]);
  expect(parks?.foot.at(-1)).toBe('—');
  expect(categories?.rows.length).toBe(8);
});

it('the workbook holds yuan, and its live sum is the system’s', async () => {
  const bytes = await fetchBytes(bureau, '/reports/waiver-ledger.xlsx?period=2025-Q2');
  const sheet = (await opened(bytes)).worksheets[2];
  expect(sheet?.getCell('I2').value).toBe(1500);
  expect(sheet?.getCell('I2').numFmt).toBe('#,##0.00');
  expect(sheet?.getCell('I3').value).toMatchObject({ formula: 'SUM(I2:I2)', result: 1500 });
  expect(sheet?.getCell('F2').value).toBeInstanceOf(Date);
});
