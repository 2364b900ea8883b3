import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSay } from '../../src/language/say.js';
import { crossed } from '../../src/ledger/measures.js';
import { viewerOfAccount } from '../../src/people/viewer-of-account.js';
import { askRecords } from '../../src/reports/ask-records.js';
import { askCross, notesOf } from '../../src/reports/cross-file.js';
import { crossSection } from '../../src/reports/cross-present.js';
import { crossTable } from '../../src/reports/cross-table.js';
import { summaryOf } from '../../src/reports/record-queries.js';
import { found } from '../../src/web/errors.js';
import { parsePairs } from '../../src/web/form-body.js';
import { type Network, startNetwork } from '../ledger/cast.js';

/** Founders of one venture in the months of 2024: categories that begin, end, meet, part and come again. */
const spells: [founder: string, category: string, beganOn: string, endedOn: string | null][] = [
  ['甲', 'veteran', '2024-09-10', '2024-11-15'],
  ['乙', 'veteran', '2024-10-31', '2024-12-01'],
  ['丙', 'veteran', '2024-12-31', null],
  ['甲', 'disabled', '2024-08-01', '2024-09-30'],
  ['甲', 'disabled', '2024-11-30', '2024-12-31'],
  ['乙', 'student', '2024-10-02', '2024-10-30'],
];

let net: Network;
beforeAll(async () => {
  net = await startNetwork();
  const ventureId = net.ventureIds[3] as number;
  const people = new Map<string, number>();
  for (const name of ['甲', '乙', '丙']) {
    const role = {
      ventureId,
      role: 'founder',
      beganOn: name === '乙' ? '2024-11-02' : '2024-01-01',
    };
    const { id } = await net.db.person.create({
      data: { number: `R-${name}`, name, namePinyin: '', roles: { create: role } },
    });
    people.set(name, id);
  }
  await net.db.personCategory.createMany({
    data: spells.map(([founder, category, beganOn, endedOn]) => ({
      personId: people.get(founder) as number,
      category,
      beganOn,
      endedOn,
    })),
  });
});
afterAll(() => net.close());

async function computed(address: string) {
  const { id } = await net.db.account.findUniqueOrThrow({ where: { username: 'bureau' } });
  const viewer = found(await viewerOfAccount(net.db, id));
  const { query, scope } = await askCross(net, viewer, parsePairs(address));
  const before = net.queries.length;
  const table = await crossTable(net.db, query, { scope, now: net.clock.now() });
  // Where the parks are is kept for a while: what counts is how often entries are read.
  const queries = net.queries.slice(before).filter((query) => query.includes('LedgerEntry')).length;
  const voice = { lang: 'zh', say: makeSay('zh') } as const;
  const { rows } = await crossSection(net.db, query, table, voice);
  const differing = [];
  for (const { value, href } of rows.flat()) {
    if (href === undefined) continue;
    const asked = await askRecords(net, viewer, parsePairs(href.split('?')[1] ?? ''));
    const { sum } = await summaryOf(net.db, asked.question);
    if (sum !== value) differing.push({ href, value, sum });
  }
  return { table, differing, queries };
}

it.each([
  'rows=category&columns=month',
  'rows=month&columns=category&industry=H',
  'rows=month&columns=park&category=veteran',
  'rows=month&columns=form&category=disabled&structure=then',
  'rows=region&columns=category&structure=then',
  'rows=month&columns=category&category=veteran',
])('%s holds in each month whom its lists hold', async (query) => {
  for (const measure of crossed) {
    const { differing } = await computed(`measure=${measure}&${query}&from=2024-08&to=2024-12`);
    expect(differing, measure).toEqual([]);
  }
});

it('counts a venture once in a category, however many of its founders are in it', async () => {
  const { table } = await computed(
    'measure=ventures&rows=category&columns=month&from=2024-08&to=2024-12',
  );
  const of = (category: string) =>
    ['2024-08', '2024-09', '2024-10', '2024-11', '2024-12'].map(
      (month) => table.cell(category, month).value,
    );
  expect(of('student')).toEqual([0, 0, 0, 0, 0]);
  expect(of('veteran')).toEqual([0, 1, 1, 1, 1]);
});

it('reads entries once, however many months there are', async () => {
  const of = async (from: string) =>
    (await computed(`measure=jobs&rows=category&columns=month&from=${from}&to=2024-12`)).queries;
  expect(await of('2024-01')).toBe(await of('2024-11'));
});

it('says of which day the categories are, and why a total is left out: of a level and of what a period had', async () => {
  const { id } = await net.db.account.findUniqueOrThrow({ where: { username: 'bureau' } });
  const viewer = found(await viewerOfAccount(net.db, id));
  const voice = { lang: 'zh', say: makeSay('zh') } as const;
  const notes = async (address: string) => {
    const span = '&scope=network&from=2024-10&to=2024-12';
    const { query } = await askCross(net, viewer, parsePairs(`${address}${span}`));
    return notesOf(query, voice);
  };
  const several = '同一创业主体可能同时属于几个类别，各类相加会多于总数，不列各类的合计。';
  const levels = '各月末的存量不能相加，不列各月的合计。';
  const ofMonths = '创业者类别、行业、登记类型按各月末的情况归类。';
  expect(await notes('measure=ventures&rows=category')).toEqual([
    several,
    '创业者类别、行业、登记类型按2024年12月末的情况归类。',
  ]);
  for (const flow of ['waived-rent', 'rent-forgone'])
    expect(await notes(`measure=${flow}&rows=category`)).toEqual([
      several,
      '期内的数一律按2024年12月末的创业者类别、行业、登记类型归类，与发生当日的可能不同。',
    ]);
  expect(await notes('measure=rent-forgone&rows=category&columns=month')).toEqual([
    several,
    '同一创业主体在各月的类别可能不同，不列各月的合计。',
    ofMonths,
  ]);
  expect(await notes('measure=jobs&rows=category&columns=month')).toEqual([
    several,
    levels,
    ofMonths,
  ]);
  expect(await notes('measure=jobs&rows=park&columns=month')).toEqual([levels]);
  expect(await notes('measure=rent-forgone&rows=park&columns=month')).toEqual([]);
});
