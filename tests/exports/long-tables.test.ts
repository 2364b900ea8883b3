import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import type { Book } from '../../src/exports/book.js';
import { checkBook } from '../../src/exports/check-book.js';
import { beginExport, finishExport } from '../../src/exports/export-record.js';
import { tableOf } from '../../src/exports/table.js';
import { workbookOf } from '../../src/exports/workbook.js';
import { makeSay } from '../../src/language/say.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at } from '../ledger/network.js';
import { altered, opened } from './files.js';

const rowsASheet = 4;
const say = makeSay('zh');
let net: Network;
beforeAll(async () => {
  net = await startNetwork();
});
afterAll(() => net.close());

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `第${i + 1}家`, jobs: i + 1 }));
type Row = ReturnType<typeof rows>[number];
const tables = (counts: number[]) =>
  counts.map((count, i) =>
    tableOf<Row>(
      `名录${i}`,
      [
        { head: '名称', kind: 'text', width: 20, of: ({ name }) => name },
        {
          head: '人数',
          kind: 'number',
          width: 10,
          of: ({ jobs }: Row) => jobs,
          sum: (count * (count + 1)) / 2,
        },
      ],
      [rows(count)],
    ),
  );

/** A workbook whose sheets hold four rows each, kept on record as any export is. */
async function made(...counts: number[]): Promise<Buffer> {
  const { id: accountId } = await net.db.account.findFirstOrThrow({
    where: { role: 'bureau-staff' },
  });
  const by = { ...at('2025-02-14'), accountId, name: '市局' };
  const sheets = tables(counts);
  const prepared = { what: 'report', name: '名录', title: '名录', address: '/x', rows: 0, sheets };
  const cover = [{ label: '内容', value: '名录' }];
  const number = await transact(net.db, (tx) =>
    beginExport(tx, by, {
      prepared: { ...prepared, detail: {}, lines: [] } as never,
      format: 'xlsx',
      cover,
    }),
  );
  const book: Book = {
    name: '名录',
    sheets,
    sumLabel: '合计',
    rowsASheet,
    cover: {
      name: '说明',
      title: `导出文件 ${number}`,
      lines: cover,
      labels: {
        rows: say('reports.cover.rows'),
        hash: say('reports.cover.hash'),
        sum: (head) => say('reports.cover.sum', { head }),
      },
      finish: (all) => finishExport(net.db, number, by.at, all),
    },
  };
  return buffer(workbookOf(book));
}

const verdictOf = async (bytes: Buffer) =>
  checkBook(net.db, bytes, rowsASheet) as Promise<{
    kind: string;
    differences: { sheet: string; cell: string; what: string }[];
  }>;

describe('a table that is longer than a sheet', () => {
  it.each([
    ['none', [0]],
    ['as many as one sheet holds', [4]],
    ['one more', [5]],
    ['three sheets, and another table after them', [11, 3]],
    ['several of two tables', [8, 9]],
  ])('is the system’s own with %s', async (_, counts) => {
    expect(await verdictOf(await made(...counts))).toMatchObject({ kind: 'same', differences: [] });
  });

  it('goes on under the same heads, and is summed at its very end', async () => {
    const { worksheets } = await opened(await made(9, 2));
    expect(worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['说明', 6],
      ['名录0', 5],
      ['名录0 2', 5],
      ['名录0 3', 3],
      ['名录1', 4],
    ]);
    expect(worksheets[3]?.getCell('B3').value).toMatchObject({ result: 45 });
  });

  it('a change is found on the sheet where it is', async () => {
    const bytes = await made(9, 2);
    const changed = async (sheet: number, cell: string, value: string | number) =>
      (
        await verdictOf(
          await altered(bytes, (book) => {
            const found = book.worksheets[sheet]?.getCell(cell);
            if (found) found.value = value;
          }),
        )
      ).differences;
    expect(await changed(2, 'B3', 99)).toEqual([{ sheet: '名录0 2', cell: 'B3', what: 'cell' }]);
    expect(await changed(2, 'A1', '别的')).toEqual([
      { sheet: '名录0 2', cell: 'A1', what: 'head' },
    ]);
    expect(await changed(3, 'B3', 99)).toEqual([{ sheet: '名录0 3', cell: 'B3', what: 'sum' }]);
    expect(await changed(4, 'A2', '别的')).toEqual([{ sheet: '名录1', cell: 'A2', what: 'cell' }]);
  });

  it('a sheet less, one more, and a row that was taken out of the first are found', async () => {
    const bytes = await made(9);
    const without = await altered(bytes, (book) =>
      book.removeWorksheet(book.worksheets[3]?.id ?? 0),
    );
    expect((await verdictOf(without)).differences).toContainEqual(
      expect.objectContaining({ what: 'missing-sheet' }),
    );
    const more = await altered(bytes, (book) => book.addWorksheet('附注'));
    expect((await verdictOf(more)).differences).toEqual([
      { sheet: '附注', cell: '', what: 'added-sheet' },
    ]);
    const less = await altered(bytes, (book) => book.worksheets[1]?.spliceRows(3, 1));
    const { differences } = await verdictOf(less);
    expect(differences.map(({ what }) => what)).toEqual(expect.arrayContaining(['row-count']));
    expect(differences).toContainEqual({ sheet: '名录0', cell: '3', what: 'row' });
  });
});
