import { expect, it } from 'vitest';
import { showsAsIs } from '../../src/exports/shown-value.js';
import { addsUpRows, refersTo } from '../../src/exports/sum-formula.js';
import type { ColumnKind } from '../../src/exports/table.js';

it.each<[string, string | number, ColumnKind, boolean]>([
  ['0', 267, 'number', true],
  ['General', 267, 'number', true],
  ['#,##0', 4701, 'number', true],
  ['#,##0_);(#,##0)', -5, 'number', true],
  ['#,##0_ ;[Red]-#,##0 ', -5, 'number', true],
  ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 5, 'number', true],
  ['0"9"', 5, 'number', false],
  ['"9"0', 5, 'number', false],
  ['\\90', 5, 'number', false],
  ['*90', 5, 'number', false],
  ['#', 0, 'number', false],
  ['0,', 5000, 'number', false],
  ['0%', 5, 'number', false],
  ['0;0', -5, 'number', false],
  ['[White]0', 5, 'number', false],
  ['[>4]"9";0', 5, 'number', false],
  ['0.00E+00', 5, 'number', false],
  ['yyyy-mm-dd', 5, 'number', false],
  ['[DBNum2]0', 5, 'number', false],
  [';;;', 5, 'number', false],
  ['', 5, 'number', false],
  ['#,##0.00', 3240.5, 'money', true],
  ['"¥"#,##0.00', 3240.5, 'money', true],
  ['[$¥-804]#,##0.00', 3240.5, 'money', true],
  ['0', 3240.5, 'money', false],
  ['0.0', 3240.55, 'money', false],
  ['0.0%', 0.1234, 'share', true],
  ['0%', 0.1234, 'share', false],
  ['yyyy\\-mm\\-dd', 45000, 'day', true],
  ['yyyy/m/d', 45000, 'day', true],
  ['yyyy"年"m"月"d"日";@', 45000, 'day', true],
  ['[$-804]yyyy-mm-dd', 45000, 'day', true],
  ['[$-D07041E]yyyy-mm-dd', 45000, 'day', false],
  ['yyyy-mm', 45000, 'day', false],
  ['General', 45000, 'day', false],
  ['"2020-01-01"', 45000, 'day', false],
  ['@', '舟山', 'text', true],
  ['General', '舟山', 'text', true],
  ['0.00', '舟山', 'text', true],
  ['"别的"@', '舟山', 'text', false],
  ['0;0;0;', '舟山', 'text', false],
  [';;;', '舟山', 'text', false],
])('%s shows %s in a column of %s: %s', (format, value, kind, isShown) => {
  expect(showsAsIs(format, value, kind)).toBe(isShown);
});

it.each<[string, boolean]>([
  ['SUM(G2:G7)', true],
  ['SUM($G$2:$G$7)', true],
  ["SUM('名录'!G2:G7)", true],
  ['SUM(名录!G2:G7)', true],
  ['SUM(G2:G6)', false],
  ['SUM(G2:G7)+1', false],
  ['SUM(G2:G7)+SUM(G2:G7)', false],
  ['SUM(H2:H7)', false],
  ["SUM('别的'!G2:G7)", false],
  ['合计', false],
  ["SUM('[1]名录'!G2:G7)", false],
])('%s adds up the rows: %s', (formula, isOwn) => {
  expect(addsUpRows(formula, [{ sheet: '名录', rows: 6 }], 'G')).toBe(isOwn);
});

it('a sum over several sheets names each, and one on the cover names its cell', () => {
  const parts = [
    { sheet: '名录', rows: 4 },
    { sheet: '名录 2', rows: 1 },
  ];
  expect(addsUpRows("SUM('名录'!B2:B5)+SUM('名录 2'!B2:B2)", parts, 'B')).toBe(true);
  expect(addsUpRows("SUM(名录!B2:B5)+SUM('名录 2'!B2)", parts, 'B')).toBe(true);
  expect(addsUpRows("SUM('名录'!B2:B5)+SUM('名录'!B2:B2)", parts, 'B')).toBe(false);
  expect(addsUpRows("SUM('名录'!B2:B5)", parts, 'B')).toBe(false);
  expect(addsUpRows('0', [{ sheet: '名录', rows: 0 }], 'B')).toBe(true);
  expect(refersTo("'名录 2'!$B$3", '名录 2', 'B3')).toBe(true);
  expect(refersTo('名录!B3', '名录', 'B3')).toBe(true);
  expect(refersTo('名录!B3*2', '名录', 'B3')).toBe(false);
  expect(refersTo('别的!B3', '名录', 'B3')).toBe(false);
});
