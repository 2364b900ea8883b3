import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSay } from '../../src/language/say.js';
import { dimensions } from '../../src/ledger/measure-definition.js';
import { crossed } from '../../src/ledger/measures.js';
import { viewerOfAccount } from '../../src/people/viewer-of-account.js';
import { askRecords } from '../../src/reports/ask-records.js';
import { askCross } from '../../src/reports/cross-file.js';
import { crossSection } from '../../src/reports/cross-present.js';
import { crossTable } from '../../src/reports/cross-table.js';
import { summaryOf } from '../../src/reports/record-queries.js';
import { found } from '../../src/web/errors.js';
import { parsePairs } from '../../src/web/form-body.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { step } from '../step.js';
import { type Client, signIn } from '../web/client.js';
import { plain, tables } from './reading.js';

let net: Network;
let bureau: Client;
let park13: Client;
beforeAll(async () => {
  net = await startNetwork();
  bureau = await signIn(net.base, 'bureau');
  park13 = await signIn(net.base, 'park13');
});
afterAll(() => net.close());

const viewerNamed = async (username: string) => {
  const { id } = await net.db.account.findUniqueOrThrow({ where: { username } });
  return found(await viewerOfAccount(net.db, id));
};

/** A table as it is computed, and for each of its cells what the list under it comes to. */
async function computed(username: string, address: string) {
  const viewer = await viewerNamed(username);
  const { query, scope } = await askCross(net, viewer, parsePairs(address));
  const table = await crossTable(net.db, query, { scope, now: net.clock.now() });
  const voice = { lang: 'zh', say: makeSay('zh') } as const;
  const section = await crossSection(net.db, query, table, voice);
  const cells = [...section.rows, ...(section.total ? [section.total] : [])].flat();
  const numbers = cells.flatMap(({ value, href }) => (href === undefined ? [] : [{ value, href }]));
  const sums = [];
  for (const { value, href } of numbers) {
    const asked = await askRecords(net, viewer, parsePairs(href.split('?')[1] ?? ''));
    sums.push({ href, value, sum: (await summaryOf(net.db, asked.question)).sum });
  }
  return { table, section, sums };
}

const pairs = dimensions.flatMap((rows) =>
  [null, ...dimensions].flatMap((columns) => (columns === rows ? [] : [{ rows, columns }])),
);
const filters = [
  '',
  '&industry=H',
  '&category=graduate',
  '&form=firm&position=90',
  '&structure=then',
];

describe.each(['bureau', 'park13', 'putuo'])('in the sight of %s', (who) => {
  it.each(pairs)(
    'the list under every cell of $rows by $columns comes to it',
    async ({ rows, columns }) => {
      for (const [i, measure] of crossed.entries()) {
        const filter = filters[(i + dimensions.indexOf(rows)) % filters.length];
        const by = columns === null ? '' : `&columns=${columns}`;
        const address = `measure=${measure}&rows=${rows}${by}&from=2024-10&to=2024-12${filter}`;
        const { sums } = await computed(who, address);
        expect(
          sums.filter(({ value, sum }) => value !== sum),
          address,
        ).toEqual([]);
      }
    },
  );
});

it('answers from balances where they hold it, and says where it reads records', async () => {
  const of = async (query: string) => (await computed('bureau', query)).table.fromBalances;
  expect(await of('rows=region&columns=month')).toBe(true);
  expect(await of('rows=park&columns=industry')).toBe(false);
  expect(await of('rows=park&form=firm')).toBe(false);
  net.queries.length = 0;
  await computed('bureau', 'rows=park&columns=month&from=2024-01&to=2024-12&measure=jobs');
  const { text } = await bureau.get('/reports/cross-table?rows=region&columns=month');
  expect(text).toContain('取自台账月度余额');
  expect((await bureau.get('/reports/cross-table?rows=industry')).text).toContain(
    '逐条读取台账记录',
  );
});

it('balances and entries say the same', async () => {
  for (const measure of crossed) {
    const query = `measure=${measure}&rows=park&columns=month&from=2024-01&to=2024-12`;
    const now = await computed('bureau', query);
    const { position } = await net.db.ledgerHead.findFirstOrThrow();
    const then = await computed('bureau', `${query}&position=${position}`);
    const values = ({ sums }: typeof now) => sums.map(({ value }) => value);
    expect(values(now)).toEqual(values(then));
  }
});

it('totals stand only where the parts add up', async () => {
  const of = async (query: string) => (await computed('bureau', query)).table;
  const levels = await of('measure=jobs&rows=park&columns=month');
  expect([levels.rowTotal, levels.total]).toEqual([null, null]);
  expect((await of('measure=returns&rows=park&columns=month')).rowTotal).not.toBeNull();
  expect((await of('measure=ventures&rows=category&columns=park')).columnTotal).toBeNull();
});

describe('the page', () => {
  it('shows it, and leads to the records', async () => {
    const { status, text } = await bureau.get(
      '/reports/cross-table?measure=jobs&rows=region&columns=industry&to=2024-12&from=2024-12',
    );
    expect(status).toBe(200);
    const [table] = tables(text);
    expect(table?.heads).toEqual(['县区', '制造业', '住宿和餐饮业', '合计']);
    const total = Number(table?.foot.at(-1));
    expect(table?.rows.reduce((sum, row) => sum + Number(row.at(-1)), 0)).toBe(total);
    const href = /href="(\/reports\/records[^"]+)"/
      .exec(text)?.[1]
      ?.replace(/&amp;|&#x3D;/g, (m) => (m === '&amp;' ? '&' : '='));
    expect((await bureau.get(String(href))).status).toBe(200);
  });

  it.each([
    ['measure=ventures&rows=park', '2024年12月末', 'At the end of December 2024'],
    ['measure=jobs&rows=park&columns=month', '，各月末', 'At the end of each month'],
    ['measure=returns&rows=park', '2024年11月至2024年12月', 'November 2024 to December 2024'],
    ['rows=park&structure=then', '按当时的县区归属', 'Regions as they were then'],
  ])('%s says of which days it is', async (query, zh, en) => {
    const address = `/reports/cross-table?${query}&from=2024-11&to=2024-12`;
    const asOf = async (lang: string) =>
      /class="as-of"><strong>([^<]+)/.exec((await bureau.get(`${address}&lang=${lang}`)).text)?.[1];
    expect(await asOf('en')).toContain(en);
    expect(await asOf('zh')).toContain(zh);
  });

  it.each([
    ['rows=park&columns=park', 400],
    ['rows=x', 400],
    ['from=2024-12&to=2024-01', 400],
    ['from=2020-01&to=2024-12', 400],
    ['to=2025-02', 400],
    ['scope=park:P99', 404],
  ])('%s is answered with %i', async (query, status) => {
    expect((await bureau.get(`/reports/cross-table?${query}`)).status).toBe(status);
  });
});

it('a table that is kept is read by others in their own sight, and removed by whom it belongs to', async () => {
  const query = 'measure=jobs&rows=park&columns=month&from=2024-10&to=2024-12&scope=mine';

  await step('is read by others at its address, each in the own sight', async () => {
    const naming = await bureau.get(`/reports/cross-tables/new?${query}`);
    expect([naming.status, naming.text.includes('name="name"')]).toEqual([200, true]);
    expect((await bureau.get(`/reports/cross-table?${query}`)).text).not.toContain('name="name"');
    expect((await bureau.get('/reports/cross-tables/new?rows=x')).status).toBe(400);
    const answer = await bureau.post(
      '/reports/cross-tables',
      { name: '季度就业', query },
      { from: '/reports/cross-table' },
    );
    expect(answer.status).toBe(303);
    const address = String(answer.location);
    expect((await bureau.get('/reports')).text).toContain('季度就业');
    expect((await bureau.get(address)).text).toContain('六横创业园');
    const { text } = await park13.get(address);
    expect(plain(text)).toContain('季度就业');
    expect(text).toContain('金塘创业园');
    expect(text).not.toContain('六横创业园');
    expect((await (await signIn(net.base, 'founder1')).get(address)).status).toBe(403);
    expect((await bureau.get('/reports/cross-tables/99')).status).toBe(404);
  });

  await step('needs a name, and a question that can be asked', async () => {
    const from = { from: '/reports/cross-table' };
    expect((await bureau.post('/reports/cross-tables', { name: ' ', query }, from)).status).toBe(
      422,
    );
    expect(
      (await bureau.post('/reports/cross-tables', { name: '甲', query: 'rows=x' }, from)).status,
    ).toBe(400);
    expect(await net.db.crossTable.count()).toBe(1);
  });

  await step('is removed by whom it belongs to, once', async () => {
    const { id } = await net.db.crossTable.findFirstOrThrow();
    const removal = `/reports/cross-tables/${id}/removal`;
    expect((await park13.get(removal)).status).toBe(403);
    expect((await bureau.get(removal)).text).toContain('季度就业');
    expect((await park13.post(removal)).status).toBe(403);
    expect((await bureau.post(removal)).status).toBe(303);
    expect((await bureau.post(removal)).status).toBe(409);
    expect((await bureau.get(`/reports/cross-tables/${id}`)).status).toBe(404);
  });
});
