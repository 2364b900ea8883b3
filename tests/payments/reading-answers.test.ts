import { describe, expect, it } from 'vitest';
import { placesByHeads } from '../../src/files/choose-columns.js';
import { tableLimits } from '../../src/files/limits.js';
import { readTable } from '../../src/files/read-table.js';
import { makeSay } from '../../src/language/say.js';
import { answerRows, answerTargets } from '../../src/payments/batches/read-answer.js';
import { book, data, text } from '../files/archive.js';

const say = makeSay('zh');
const targets = answerTargets(say);
const heads = ['付款编号', '金额（元）', '付款结果', '付款日期', '失败或退汇原因'];
const letters = ['A', 'B', 'C', 'D', 'E'];
const answered = ['P2025-1', '1200.00', '失败', '2025-02-14', '户名不符'];

/** Cells of a row as texts; what begins with `=` is a formula, with what it made after a bar. */
const rowOf = (row: number, cells: readonly string[]) =>
  `<row r="${row}">${cells
    .map((cell, place) => {
      const at = `${letters[place]}${row}`;
      if (!cell.startsWith('=')) return text(at, cell);
      const [formula, value] = cell.slice(1).split('|');
      return `<c r="${at}" t="str"><f>${formula}</f><v>${value}</v></c>`;
    })
    .join('')}</row>`;

const read = async (...rows: (readonly string[])[]) => {
  const sheet = data([heads, ...rows].map((cells, place) => rowOf(place + 1, cells)).join(''));
  const search = { headings: targets, chosen: null };
  const table = await readTable(book({ sheet }), tableLimits, search);
  const places = placesByHeads(table.heads, targets);
  if ('key' in places) throw new Error(String(places.key));
  return answerRows(table, places, say);
};

describe('what a formula makes is no word of the bank', () => {
  it.each(heads.map((head, place) => [head, place] as const))('in the column %s', async (_, at) => {
    const made = answered.with(at, `=X1|${answered[at]}`);
    const list = '第 2 行有单元格是公式，请改为数值';
    expect(await read(made)).toEqual({
      field: 'file',
      key: 'payments.answer.rows',
      values: { count: 1, list },
    });
  });

  it('is no row where it was dragged on past the table, and none as a sum below it', async () => {
    const dragged = ['=X3|', '=X3|0', '=X3|', '=X3|', '=X3|'];
    const sum = ['合计', '=SUM(B2:B3)|1200'];
    expect(await read(answered, dragged, sum)).toMatchObject([
      { row: 2, number: 'P2025-1', fen: 120_000, result: 'failed', on: '2025-02-14' },
    ]);
  });
});
