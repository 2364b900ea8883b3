import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Network, startNetwork } from '../ledger/cast.js';
import { signIn } from '../web/client.js';

let net: Network;
const book = async (address: string): Promise<{ bytes: Buffer; book: ExcelJS.Workbook }> => {
  const client = await signIn(net.base, 'bureau');
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(net.base + address, { headers: { cookie } });
  expect(response.status).toBe(200);
  const bytes = Buffer.from(await response.arrayBuffer());
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return { bytes, book };
};
beforeAll(async () => {
  net = await startNetwork();
});
afterAll(() => net.close());

const exported = [
  '/ventures.xlsx',
  '/history.xlsx',
  '/totals.xlsx?measure=jobs&scope=network&asOf=2024-12-31',
  '/reports/monthly-bulletin.xlsx?period=2024-12',
  '/reports/park-evaluation.xlsx?period=2024',
  '/reports/in-and-out.xlsx?period=2024',
  '/reports/cross-table.xlsx?measure=jobs&rows=park&columns=industry&to=2024-12',
  '/reports/records.xlsx?measure=arrived&scope=network&from=2023-01-01&asOf=2024-12-31',
];

const coverOf = (sheet: ExcelJS.Worksheet | undefined): Record<string, string> => {
  const lines: Record<string, string> = {};
  sheet?.eachRow((row) => {
    lines[String(row.getCell(1).value)] = row.getCell(2).text;
  });
  return lines;
};

describe.each(exported)('%s', (address) => {
  it('has a cover that says what it is, and a record that it was made', async () => {
    const { book: made } = await book(address);
    const [cover, first] = made.worksheets;
    expect(cover?.name).toBe('说明');
    const lines = coverOf(cover);
    for (const label of ['内容', '范围', '数据截至', '筛选条件', '导出人', '导出时间', '数据行数'])
      expect(lines[label], label).not.toBeUndefined();
    expect(lines['数据校验码（SHA-256）']).toMatch(/^[0-9a-f]{64}$/);
    const number = String(cover?.getCell('A1').value).split(' ')[1] ?? '';
    const kept = await net.db.exportRecord.findUniqueOrThrow({ where: { number } });
    expect([kept.hash, String(kept.rows)]).toEqual([
      lines['数据校验码（SHA-256）'],
      lines.数据行数,
    ]);
    expect(first?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    const event = await net.db.historyEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(event.verb).toBe(`${kept.what}.exported`);
    expect(event.detail).toMatchObject({ rows: kept.rows, number, format: 'xlsx' });
  });

  it('has live sums whose values are those of the rows', async () => {
    const { book: made } = await book(address);
    for (const sheet of made.worksheets.slice(1)) {
      const last = sheet.lastRow;
      last?.eachCell((cell) => {
        if (cell.type !== ExcelJS.ValueType.Formula) return;
        const above = sheet.getColumn(cell.col).values.slice(2, -1).map(Number);
        expect(cell.formula).toMatch(/^SUM\(/);
        expect(cell.result).toBeCloseTo(above.filter(Number.isFinite).reduce((a, b) => a + b, 0));
      });
    }
  });
});

it('a sum that is not the system’s own breaks the file off', async () => {
  const { workbookOf } = await import('../../src/exports/workbook.js');
  const { tableOf } = await import('../../src/exports/table.js');
  const { buffer } = await import('node:stream/consumers');
  const column = { head: '数', kind: 'number', width: 8, sum: 4, of: (n: number) => n } as const;
  const of = (rows: number[]) =>
    buffer(
      workbookOf({
        name: '表',
        sumLabel: '合计',
        cover: null,
        sheets: [tableOf('表', [column], [rows])],
      }),
    );
  await expect(of([1, 2])).rejects.toThrow('comes to 3, the system counts 4');
  expect((await of([1, 3])).length).toBeGreaterThan(500);
});

const office = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
].find(existsSync);

describe('in LibreOffice', () => {
  it.skipIf(office === undefined)(
    office === undefined
      ? 'skipped: there is no soffice on this machine'
      : 'opens, and its sums come to the same when they are reckoned anew',
    async () => {
      const folder = path.join(net.config.dataDir, '..');
      const { mkdtemp, rm } = await import('node:fs/promises');
      const place = await mkdtemp(path.join(folder, 'office-'));
      const { bytes } = await book('/totals.xlsx?measure=jobs&scope=network&asOf=2024-12-31');
      await writeFile(path.join(place, 'a.xlsx'), bytes);
      const filter =
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
      const home = `-env:UserInstallation=file://${place}/profile`;
      await promisify(execFile)(office as string, [
        home,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        place,
        path.join(place, 'a.xlsx'),
      ]);
      const files = await (await import('node:fs/promises')).readdir(place);
      const data = files.find((file) => file.endsWith('.csv') && !file.includes('说明'));
      const lines = (await readFile(path.join(place, String(data)), 'utf8')).trim().split('\n');
      const numbers = lines.slice(1).map((line) => Number(line.split(',').at(-1)));
      const sum = numbers.pop();
      expect(sum).toBe(numbers.reduce((a, b) => a + b, 0));
      expect(sum).toBeGreaterThan(100);
      await rm(place, { recursive: true });
    },
    120_000,
  );
});
