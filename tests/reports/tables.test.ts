import { randomBytes } from 'node:crypto';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { csvOf } from '../../src/exports/csv.js';
import { type ExportFormat, exportFormats } from '../../src/exports/prepared.js';
import { sendBytes } from '../../src/exports/send-export.js';
import { type Column, type Table, tableOf } from '../../src/exports/table.js';
import { workbookOf } from '../../src/exports/workbook.js';

type Row = { text: string | null; number: number | null };
const columns: Column<Row>[] = [
  { head: '文字', kind: 'text', width: 20, of: (row) => row.text },
  { head: '数字', kind: 'number', width: 8, of: (row) => row.number },
];

async function* batches(rows: Row[]): AsyncGenerator<Row[]> {
  yield rows.slice(0, 2);
  yield rows.slice(2);
}
const tableFrom = (rows: Row[]): Table => tableOf('测试/表', columns, batches(rows));

const bookOf = (table: Table) => ({
  name: table.name,
  sheets: [table],
  sumLabel: '合计',
  cover: null,
});

const odd = [
  '=1+1',
  '＝1+1',
  '+86 580 2026688',
  '-2',
  '@SUM(A1)',
  '91330903MA2000001X',
  '13912345678',
  '0012',
  '2025-01-21',
  '1E10',
  'TRUE',
  '䶮𫖮𬱖𰻞',
  'a,b;"c"\n下一行',
  ' 前后空格 ',
  '_x0041_ & <b>',
];

describe('CSV', () => {
  it('has a mark at its start, CR LF, and an apostrophe before what starts like a formula', async () => {
    const bytes = await buffer(csvOf([tableFrom(odd.map((text, number) => ({ text, number })))]));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString('utf8').slice(1);
    expect(text.slice(0, 7)).toBe('文字,数字\r\n');
    for (const formula of ["'=1+1,0", "'＝1+1,1", "'+86 580 2026688,2", "'-2,3", "'@SUM(A1),4"]) {
      expect(text).toContain(`\r\n${formula}\r\n`);
    }
    expect(text).toContain('\r\n䶮𫖮𬱖𰻞,11\r\n');
    expect(text).toContain('"a,b;""c""\n下一行",12');
  });

  it('without rows still has its head', async () => {
    expect((await buffer(csvOf([tableFrom([])]))).toString('utf8')).toBe('\ufeff文字,数字\r\n');
  });
});

describe('the workbook, read by another library', () => {
  it('keeps every text as text, byte for byte, and numbers as numbers', async () => {
    const rows = [...odd.map((text, number) => ({ text, number })), { text: null, number: null }];
    const workbook = new ExcelJS.Workbook();
    const bytes = await buffer(workbookOf(bookOf(tableFrom(rows))));
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const [sheet] = workbook.worksheets;
    expect(sheet?.name).toBe('测试 表');
    odd.forEach((text, index) => {
      const cell = sheet?.getCell(index + 2, 1);
      // What looks like an escape is escaped; this reader does not undo that in a cell, Excel does.
      expect([cell?.type, cell?.value, cell?.numFmt]).toEqual([
        ExcelJS.ValueType.String,
        text.replace('_x0041_', '_x005F_x0041_'),
        '@',
      ]);
      const number = sheet?.getCell(index + 2, 2);
      expect([number?.type, number?.value]).toEqual([ExcelJS.ValueType.Number, index]);
    });
    expect(sheet?.getCell(odd.length + 2, 1).value).toBeNull();
  });
});

describe.each(exportFormats)('sending %s', (format) => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  it('an error in the middle breaks the connection', async () => {
    const base = await serve(format, async function* () {
      yield [noise()];
      throw new Error('the disk is gone');
    });
    const response = await answerOf(base);
    expect(response.statusCode).toBe(200);
    await expect(buffer(response)).rejects.toThrow();
  });

  it('a reader who goes away ends the reading of rows', async () => {
    let pulled = 0;
    let ended = false;
    const base = await serve(format, async function* () {
      try {
        for (;;) {
          pulled += 1;
          yield Array.from({ length: 100 }, noise);
          await new Promise((resolve) => setImmediate(resolve));
        }
      } finally {
        ended = true;
      }
    });
    const response = await answerOf(base);
    await new Promise((resolve) => response.once('data', resolve));
    response.destroy();
    await expect.poll(() => ended, { timeout: 60_000 }).toBe(true);
    const after = pulled;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(pulled).toBe(after);
  });

  it('rows are pulled no faster than they are taken', async () => {
    let pulled = 0;
    const base = await serve(format, async function* () {
      for (;;) {
        pulled += 1;
        yield Array.from({ length: 100 }, noise);
      }
    });
    const response = await answerOf(base);
    response.pause();
    // The buffers on the way fill up, and then nothing is pulled any more.
    const isStill = async () => {
      const before = pulled;
      await new Promise((resolve) => setTimeout(resolve, 400));
      return pulled === before;
    };
    await expect.poll(isStill, { timeout: 60_000 }).toBe(true);
    expect(pulled).toBeLessThan(500);
    response.destroy();
  });

  async function serve(of: ExportFormat, rows: () => AsyncGenerator<Row[]>): Promise<string> {
    const app = express();
    app.get('/', (req, res) => {
      req.log = { error: () => {} } as unknown as typeof req.log;
      const table = tableOf('表', columns, rows());
      return sendBytes(req, res, of === 'csv' ? csvOf([table]) : workbookOf(bookOf(table)));
    });
    const listening = createServer(app).listen(0, '127.0.0.1');
    server = listening;
    await new Promise((resolve) => listening.once('listening', resolve));
    return `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`;
  }
});

/** Does not compress away. */
const noise = (): Row => ({ text: randomBytes(500).toString('base64'), number: 1 });

const answerOf = (url: string) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent: false }, resolve).on('error', reject);
  });
