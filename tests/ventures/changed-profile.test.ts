import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { breakdown } from '../../src/ledger/breakdown.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { sharesByPark, sharesOf } from '../../src/ledger/shares-by-park.js';
import { fileHeadcount } from '../../src/returns/file-headcounts.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at, headcount } from '../ledger/network.js';
import { plain, tables } from '../reports/reading.js';
import { type Client, signIn } from '../web/client.js';

let net: Network;
let bureau: Client;
beforeEach(async () => {
  net = await startNetwork();
  bureau = await signIn(net.base, 'bureau');
});
afterEach(() => net.close());

/** 海风5号 is a firm of industry C in P03, since 2023-03-01. */
const named = () => net.db.venture.findFirstOrThrow({ where: { name: '海风5号' } });
async function edit(fields: object) {
  const { number, version, name, legalForm, industry } = await named();
  const typed = { name, legalForm, industry, trade: '', about: '', version: String(version) };
  const path = `/ventures/${number}/edit`;
  return bureau.post(path, Object.assign(typed, fields), { from: path });
}
/** A cross-table's rows by their names, of ventures by form at the end of each month. */
async function byForm(
  from: string,
  to: string,
  more = 'columns=month',
): Promise<Record<string, string[]>> {
  const { text } = await bureau.get(
    `/reports/cross-table?measure=ventures&rows=form&${more}&from=${from}&to=${to}`,
  );
  return Object.fromEntries(
    (tables(text)[0]?.rows ?? []).map(([name = '', ...cells]) => [name, cells]),
  );
}
const plus = (cells: string[] | undefined, ...more: number[]) =>
  more.map((n, i) => String(Number(cells?.[i] ?? 0) + n));

it('counts by the form of each day: what was said of the months before the change stays', async () => {
  expect((await named()).legalForm).toBe('firm');
  const before = await byForm('2024-11', '2025-01');
  expect((await edit({ legalForm: 'cooperative', changedOn: '2024-12-20' })).status).toBe(303);
  const after = await byForm('2024-11', '2025-01');
  expect(after.企业).toEqual(plus(before.企业, 0, -1, -1));
  expect(after.农民专业合作社).toEqual(plus(before.农民专业合作社, 0, 1, 1));
  expect((await byForm('2024-11', '2024-11', '')).企业).toEqual([before.企业?.[0]]);
  const parkIds = [...net.parkIds];
  for (const asOf of ['2024-12-19', '2024-12-20', '2025-02-01']) {
    const shares = sharesOf(await sharesByPark(net.db, asOf), parkIds);
    expect(shares).toEqual(await breakdown(net.db, { parkIds, asOf }));
    for (const { value, amount } of shares.filter((share) => share.by === 'form')) {
      const list = await bureau.get(
        `/totals?measure=ventures&form=${value}&scope=network&asOf=${asOf}`,
      );
      expect(tables(list.text)[0]?.foot.at(-1)).toBe(String(amount));
    }
  }
});

it('what was stated of workers is of the form of its day, so that a stated 0 stays one', async () => {
  const { id } = await named();
  await transact(net.db, (tx) =>
    fileHeadcount(tx, at('2025-02-10'), {
      ...headcount(4),
      ventureId: id,
      month: '2023-04',
      version: null,
      graduates: 0,
    }),
  );
  const graduates = async () =>
    tables(
      (
        await bureau.get(
          '/reports/cross-table?measure=workers-graduates&rows=form&from=2023-04&to=2023-04',
        )
      ).text,
    )[0]?.rows.find(([name]) => name === '企业');
  const before = await graduates();
  expect(before).toEqual(['企业', '0']);
  expect((await edit({ legalForm: 'cooperative', changedOn: '2024-12-20' })).status).toBe(303);
  expect(await graduates()).toEqual(before);
});

it('lists and files of a day say the form of that day', async () => {
  await edit({ legalForm: 'cooperative', trade: 'e-commerce', changedOn: '2024-12-20' });
  const lines = async (asOf: string, form: string) =>
    (await bureau.get(`/ventures.csv?asOf=${asOf}&form=${form}`)).text
      .split('\n')
      .filter((line) => line.includes('海风5号'));
  expect(await lines('2024-12-19', 'cooperative')).toEqual([]);
  const [line = ''] = await lines('2024-12-19', 'firm');
  expect(line).toContain(',企业,');
  expect(line).toContain('民宿');
  expect(await lines('2024-12-20', 'firm')).toEqual([]);
  expect((await lines('2024-12-20', 'cooperative'))[0]).toContain('电商');
});

it('a change is from today where no day is said, and the history tells the day', async () => {
  await edit({ industry: 'A' });
  expect(await net.db.earlierProfile.findMany()).toMatchObject([
    { legalForm: 'firm', industry: 'C', trade: 'homestay', changedOn: '2025-02-14' },
  ]);
  await edit({ industry: 'H' });
  expect(await net.db.earlierProfile.count()).toBe(1);
  const { number } = await named();
  expect(plain((await bureau.get(`/ventures/${number}/history`)).text)).toContain('2025年2月14日');
});

it('a correction holds for all days, with its reason', async () => {
  const before = await byForm('2024-11', '2024-12');
  const unsaid = await edit({ legalForm: 'cooperative', since: 'corrected' });
  expect([unsaid.status, unsaid.text.includes('href="#changeReason"')]).toEqual([422, true]);
  const said = { legalForm: 'cooperative', since: 'corrected', changeReason: '登记写错' };
  expect((await edit(said)).status).toBe(303);
  expect((await byForm('2024-11', '2024-12')).企业).toEqual(plus(before.企业, -1, -1));
  expect(await net.db.earlierProfile.count()).toBe(0);
  expect(
    await net.db.historyEvent.findFirstOrThrow({ where: { verb: 'venture.edited' } }),
  ).toMatchObject({ reason: '登记写错', detail: { legalForm: ['firm', 'cooperative'] } });
});

it.each([
  [{ changedOn: '2025-02-15' }, 'changedOn'],
  [{ changedOn: 'x' }, 'changedOn'],
  [{ since: 'x' }, 'since'],
])('%j is refused at its field and writes nothing', async (fields, field) => {
  const before = await named();
  const answer = await edit({ legalForm: 'cooperative', ...fields });
  expect([answer.status, answer.text.includes(`href="#${field}"`)]).toEqual([422, true]);
  expect(await named()).toEqual(before);
});

it('a closed month is closed to a change from a day of it, and to a correction of what began in one', async () => {
  await transact(net.db, async (tx) => {
    for (const month of ['2023-03', '2024-12'])
      await markClosed(tx, at('2025-02-01'), { month, reason: '' });
  });
  const change = { legalForm: 'cooperative' };
  const corrected = { since: 'corrected', changeReason: '写错' };
  for (const fields of [{ changedOn: '2024-12-20' }, corrected]) {
    const answer = await edit({ ...change, ...fields });
    expect([answer.status, answer.text.includes('href="#changedOn"')]).toEqual([422, true]);
  }
  expect((await edit({ ...change, changedOn: '2025-01-10' })).status).toBe(303);
  expect((await edit({ legalForm: 'team', ...corrected })).status).toBe(303);
});
