import { expect, it } from 'vitest';
import '../../src/words.js';
import { everyExport } from '../../src/exported.js';
import { makeSay } from '../../src/language/say.js';
import { savedLists } from '../../src/saved-lists.js';
import type { Names } from '../../src/trail/names.js';
import { pageInWords } from '../../src/trail/say-address.js';

const names: Names = {
  accounts: new Map(),
  parks: new Map(),
  spaces: new Map(),
  regions: new Map([['330902', '定海区']]),
  people: new Map(),
  policies: new Map(),
  versions: new Map(),
};
const said = (address: string, lang: 'zh' | 'en' = 'zh') =>
  pageInWords(address, { say: makeSay(lang), lang }, names);

const paths = [
  ...[...everyExport.sources.keys()].map((path) => path.replace(':number', 'P01')),
  ...savedLists.map(({ path }) => path.source.replace('P\\d{2,4}', 'P01').replace(/[\^$\\]/g, '')),
];

it.each([...new Set(paths)])('says in words which page %s is', (path) => {
  for (const lang of ['zh', 'en'] as const)
    for (const address of [path, `${path}.xlsx`, `${path}.csv?page=2`])
      expect(said(address, lang), address).not.toContain('/');
  expect(said(path)).toMatch(/\p{Script=Han}{2}/u);
});

it.each([
  ['/ventures.xlsx?status=settled&region=330902&sort=name', '创业主体，状态 在园，县区 定海区'],
  [
    '/visits.csv?kind=training&from=2025-01-01',
    '走访服务，服务方式 创业培训，起始日期 2025年1月1日',
  ],
  ['/parks/P01/spaces.xlsx?state=free&columns=number.name', '园区场地，P01，状态 空置'],
  [
    '/totals?measure=jobs&scope=region:330902&asOf=2025-01-21&position=5',
    '总数的明细，指标 带动就业，范围 定海区，截至日期 2025年1月21日，台账序号 5',
  ],
  [
    '/reports/cross-table?measure=ventures&rows=region&columns=month&scope=network&from=2024-01&to=2024-12',
    '交叉表，指标 在园创业主体，行 县区，列 月份，范围 全部园区，起始月份 2024年1月，截止月份 2024年12月',
  ],
  [
    '/reports/monthly-bulletin.docx?scope=network&period=2025-01',
    '工作月报，范围 全部园区，时段 2025年1月',
  ],
  ['/of-an-earlier-edition?x=1', '/of-an-earlier-edition?x=1'],
])('says %s in words', (address, text) => {
  expect(said(address)).toBe(text);
});
