import { describe, expect, it } from 'vitest';
import { type Places, placesByHeads } from '../../src/files/choose-columns.js';
import type { FileTable } from '../../src/files/table.js';
import { categoriesOf } from '../../src/imports/categories-of.js';
import { type ColumnKey, importTargets } from '../../src/imports/columns.js';
import { industryOf } from '../../src/imports/industry-of.js';
import { legalFormOf } from '../../src/imports/legal-form-of.js';
import { parseRow } from '../../src/imports/parse-row.js';
import { headsToRemember } from '../../src/imports/read-list.js';
import { sourceOf } from '../../src/imports/source-rows.js';
import { csv, readBytesWith, say } from './world.js';

describe('headings', () => {
  it.each([
    ['企业（项目）名称,类型,统一信用代码,负责人,联系电话,入驻时间,场地,月租金,用工人数'],
    ['创业主体名称,性质,社会信用代码,法人,手机号,入园日期,房号,租金（元/月）,员工人数'],
    ['Company,Legal form,Credit code,Founder,Phone,Settled on,Space,Rent,Headcount'],
  ])('are known as %s', (line) => {
    const keys = [
      'name',
      'form',
      'code',
      'founder',
      'phone',
      'settledOn',
      'space',
      'rent',
      'headcount',
    ];
    const places = placesByHeads(line.split(','), importTargets(say)) as Record<string, number>;
    expect(keys.map((key) => places[key])).toEqual(keys.map((_, place) => place));
  });

  it('stand for what a park said they do', () => {
    const targets = importTargets(
      say,
      new Map([
        ['谁家', 'name'],
        ['企业名称', 'founder'],
      ] as const),
    );
    expect(placesByHeads(['谁家', '企业名称'], targets)).toMatchObject({ name: 0, founder: 1 });
  });

  it('are remembered anew where a park takes back what it said wrongly', () => {
    const places = { name: 0, founder: 1 } as Places<ColumnKey>;
    const table = { heads: ['企业名称', '负责人'] } as FileTable;
    const remembered = new Map([['企业名称', 'founder']] as const);
    expect(headsToRemember(table, places, say, remembered)).toEqual([
      { heading: '企业名称', columnKey: 'name' },
    ]);
    expect(headsToRemember(table, places, say, new Map())).toEqual([]);
  });
});

describe('what a row says', () => {
  it.each([
    ['工作室', '92330903MA2K00104D', 'sole-trader'],
    ['工作室', null, null],
    ['个体户', null, 'sole-trader'],
    ['社会组织', null, 'non-profit'],
    ['联盟', null, null],
    ['', '93330903MA2K00105D', 'cooperative'],
  ])('is of the legal form of %s with %s', (text, code, form) => {
    expect(legalFormOf(text, { code, name: '石里拾贝' })).toBe(form);
  });

  it('has an industry as stated, or as its name speaks for, and says which', () => {
    expect(industryOf('H', '甲')).toEqual({ industry: 'H', isGuess: false });
    expect(industryOf('住宿和餐饮业', '甲')).toEqual({ industry: 'H', isGuess: false });
    expect(industryOf('', '黄杨尖听雨民宿')).toEqual({ industry: 'H', isGuess: true });
    expect(industryOf('瞎写', '甲')).toBe(null);
  });

  it('names founder categories however they are separated, and none that there is not', () => {
    expect(categoriesOf('退役军人、返乡')).toEqual(['veteran', 'returnee']);
    expect(categoriesOf('无')).toEqual([]);
    expect(categoriesOf('贵宾')).toBe(null);
  });

  it.each([
    ['免', 0],
    ['1,490', 149_000],
    ['2920元/月', 292_000],
    ['390.00', 39_000],
  ])('has a rent of %s', (rent, fen) => {
    const read = parseRow({ row: 2, texts: { name: '甲坊', space: 'P01-001', rent } });
    expect(read).toMatchObject({ parsed: { lease: { rent: fen } } });
  });

  it('has a last day of its lease, as contracts do, and stores the day after', () => {
    const texts = { name: '甲坊', space: 'P01-001', rent: '0', leaseTo: '2026.12.31' };
    expect(parseRow({ row: 2, texts })).toMatchObject({
      parsed: { lease: { termEndOn: '2027-01-01' } },
    });
  });

  it('names everything that is wrong with it, by column, and reads no formula', () => {
    const texts = { name: '——', phone: '1385720', headcount: '两人', rent: true } as const;
    const read = parseRow({ row: 2, texts });
    const fields = 'faults' in read ? read.faults.map(({ field }) => field) : [];
    expect(fields.sort()).toEqual(['headcount', 'name', 'phone', 'rent']);
  });
});

it('takes formulas that were dragged on past the list for no rows, and those that name a venture for one', () => {
  const heads = ['编号', '名称', '负责人', '月租金', '备注'];
  const typed = (text: string | null) => ({ text, isText: true, isFormula: false });
  const made = (text: string | null) => ({ text, isText: false, isFormula: true });
  const rows = [
    [made('1'), typed('石里竹编'), typed('应培'), made('800'), typed(null)],
    [made('2'), made(null), made(null), made('0'), typed(null)],
    [made('3'), made('0'), made('#N/A'), made('0'), typed('以下空白')],
    [typed(null), made('0'), typed(null), typed(null), typed(null)],
    [made('4'), made('浪岗民宿'), typed(null), made('0'), typed(null)],
    [made('5'), made('0'), typed('乐海'), made('0'), typed(null)],
    [typed(null), typed(null), typed(null), typed('1200'), typed(null)],
  ].map((cells, i) => ({ row: i + 2, cells, isMerged: false }));
  const found = { headRow: 1, heads, isFound: true, sheets: ['表'], firstRows: [] };
  const table: FileTable = { sheet: '表', is1904: false, rows, ...found };
  const places = placesByHeads(heads, importTargets(say)) as Places<ColumnKey>;
  const source = sourceOf(table, places, '2026-11-30');
  expect(source.rows.map(({ row }) => row)).toEqual([2, 6, 7]);
  expect(source.passedOver).toEqual([8]);
});

it('takes the month of its headcounts from a title, where it is over', async () => {
  const list = (title: string) => csv(title, '企业名称,用工人数', '石里竹编,2');
  const monthOf = async (title: string) => (await readBytesWith(list(title), '2026-11-29')).month;
  expect(await monthOf('台账（截至2026年5月）')).toBe('2026-05');
  expect(await monthOf('台账（截至2027年5月）')).toBe('2026-10');
  expect(await monthOf('台账')).toBe('2026-10');
});

describe('the number of an identity card in a list', () => {
  const heads = '企业名称,统一信用代码,负责人,联系电话';
  const id = '33090219900101018X';
  it.each([
    ['as a credit code', `甲坊,${id},林屿,`, 'code: ventures.code-is-identity'],
    ['with a slip in it', '甲坊,330902199001010188,林屿,', 'code: ventures.code-is-identity'],
    [
      'in small letters, spaced',
      '甲坊,330902 19900101 018x,林屿,',
      'code: ventures.code-is-identity',
    ],
    [
      'at full width',
      '甲坊,３３０９０２１９９００１０１０１８Ｘ,林屿,',
      'code: ventures.code-is-identity',
    ],
    ['as a phone', `甲坊,,林屿,${id}`, 'phone: imports.why.identity'],
    ['beside a name', `甲坊,,林屿${id.toLowerCase()},`, 'founder: imports.why.identity'],
  ])('%s is masked before anything is kept, and the row is refused', async (_, row, why) => {
    const { rows } = await readBytesWith(csv(heads, row), '2026-11-30');
    const kept = JSON.stringify(rows).normalize('NFKC').replace(/\s/g, '');
    expect(kept).not.toMatch(/\d{17}/);
    const [source] = rows;
    const read = source ? parseRow(source) : { faults: [] };
    const faults = 'faults' in read ? read.faults : [];
    expect(faults.map(({ field, key }) => `${field}: ${key}`)).toEqual([why]);
  });

  it('is told from a code that is one', async () => {
    const { rows } = await readBytesWith(csv(heads, '甲坊,92330903MA2K00104D,林屿,'), '2026-11-30');
    expect(rows[0]?.texts.code).toBe('92330903MA2K00104D');
  });
});

it('a row that is struck out is refused, and says so', () => {
  const texts = { name: '甲\u0336坊\u0336' };
  expect(parseRow({ row: 2, texts })).toEqual({
    faults: [{ field: 'name', key: 'imports.why.struck' }],
  });
});
