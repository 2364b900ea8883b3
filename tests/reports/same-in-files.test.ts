import { parse } from 'csv-parse/sync';
import type ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { addSpaces } from '../../src/parks/add-spaces.js';
import { reportKeys } from '../../src/reports/report.js';
import { letSpaces } from '../../src/ventures/let-spaces.js';
import { fetchBytes, opened } from '../exports/files.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at } from '../ledger/network.js';
import { aSpace } from '../parks/cast.js';
import { type Client, signIn } from '../web/client.js';
import { tables } from './reading.js';

/** Two spaces of P01: one for no rent within its term, one whose lease ran out in 2024. */
let net: Network;
const clients = new Map<string, Client>();
beforeAll(async () => {
  net = await startNetwork();
  for (const name of ['bureau', 'park1']) clients.set(name, await signIn(net.base, name));
  const by = at('2025-02-01');
  await transact(net.db, async (tx) => {
    const spaces = await addSpaces(tx, by, net.parkIds[0], [
      aSpace(),
      aSpace({ name: '石屋二号' }),
    ]);
    const terms = ['2026-03-01', '2024-03-01'];
    await letSpaces(
      tx,
      by,
      terms.map((termEndOn, i) => ({
        ventureId: net.ventureIds[3] as number,
        spaceId: spaces[i] as number,
        beganOn: '2023-03-01',
        termEndOn,
        rent: i * 10_000,
        area: 8050,
      })),
    );
  });
});
afterAll(() => net.close());

const periods: Record<string, string> = {
  'monthly-bulletin': '2024-12',
  'quarterly-comparison': '2024-Q3',
};
type Value = string | number;
type Rows = Value[][];

const day = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
/** A cell of the page as a file would have it: what is blank or not known is blank. */
function onPage(cell: string): Value {
  const text = cell.replace(/ ?(未?达标)$/, '').trim();
  if (text === '—') return '';
  const [, y, m, d] = day.exec(text) ?? [];
  if (y) return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  if (/^-?[\d,]+(\.\d+)?%$/.test(text)) return rounded(Number(text.replace(/[,%]/g, '')) / 100);
  return inFile(text.replace(/(?<=\d),(?=\d{3})/g, ''));
}
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
const inFile = (text: string): Value =>
  /^-?\d+(\.\d+)?$/.test(text) ? rounded(Number(text)) : text;

const pageRows = (html: string): { heads: string[]; rows: Rows; foot: Value[] }[] =>
  tables(html).map(({ heads, rows, foot }) => ({
    heads,
    rows: rows.map((row) => row.map(onPage)),
    foot: foot.map(onPage),
  }));

/** The tables of a csv that hold anything; where there are several, each stands under its name. */
function csvTables(text: string): { heads: string[]; rows: Rows }[] {
  const lines: string[][] = parse(text.replace(/^\uFEFF/, ''), { relax_column_count: true });
  const isNamed = lines[0]?.length === 1;
  const found: string[][][] = isNamed ? [] : [[]];
  for (const line of lines) {
    if (line.length > 1) found.at(-1)?.push(line);
    else if (line[0] !== '') found.push([]);
  }
  return filled(
    found.map(([heads = [], ...rows]) => ({ heads, rows: rows.map((row) => row.map(inFile)) })),
  );
}

/** Of a table without rows the page says so in words. */
const filled = <T extends { rows: Rows }>(all: T[]): T[] =>
  all.filter(({ rows }) => rows.length > 0);

type Sheet = { heads: string[]; rows: Rows; sums: Value[] };
async function sheetsOf(bytes: Buffer): Promise<Sheet[]> {
  const workbook = await opened(bytes);
  return workbook.worksheets.slice(1).map((sheet) => {
    const width = sheet.getRow(1).cellCount;
    const all = Array.from({ length: sheet.rowCount }, (_, i) =>
      Array.from({ length: width }, (__, j) => cellValue(sheet.getRow(i + 1).getCell(j + 1))),
    );
    const [heads = [], ...rest] = all;
    const sums = rest.filter(([first]) => first === '合计');
    return {
      heads: heads.map(String),
      rows: rest.filter(([first]) => first !== '合计'),
      sums: sums[0] ?? [],
    };
  });
}

function cellValue({ value, result }: ExcelJS.Cell): Value {
  const plain = result ?? value;
  if (plain === null || plain === undefined) return '';
  if (plain instanceof Date) return plain.toISOString().slice(0, 10);
  return typeof plain === 'number' ? rounded(plain) : inFile(String(plain));
}

/** Holds a page against its files, cell by cell, and the sums that a workbook has against the page's own. */
async function holds(who: string, path: string, query: string): Promise<void> {
  const client = clients.get(who) as Client;
  const { status, text } = await client.get(`${path}?${query}`);
  expect(status, path).toBe(200);
  const shown = filled(pageRows(text));
  const body = shown.map(({ heads, rows }) => ({ heads, rows }));
  const csv = await client.get(`${path}.csv?${query}`);
  expect([csv.status, csvTables(csv.text)]).toEqual([200, body]);
  const sheets = filled(await sheetsOf(await fetchBytes(client, `${path}.xlsx?${query}`)));
  expect(sheets.map(({ heads, rows }) => ({ heads, rows }))).toEqual(body);
  for (const [i, { sums }] of sheets.entries())
    for (const [j, sum] of sums.entries())
      if (j > 0 && sum !== '') expect([i, j, sum]).toEqual([i, j, shown[i]?.foot[j]]);
}

describe.each(['bureau', 'park1'])('to %s', (who) => {
  it.each(reportKeys)('%s says the same on the page, in csv and in a workbook', async (key) => {
    await holds(who, `/reports/${key}`, `period=${periods[key] ?? '2024'}`);
  });

  it.each([
    'measure=ventures&rows=park&columns=month&from=2024-10&to=2024-12',
    'measure=workers-graduates&rows=park&columns=form&from=2024-10&to=2024-12',
    'measure=rent-forgone&rows=region&columns=month&from=2024-10&to=2024-12',
  ])('the cross-table %s does', async (query) => {
    await holds(who, '/reports/cross-table', query);
  });
});

it('the public interface says what the bulletin does', async () => {
  const { text } = await (clients.get('bureau') as Client).get(
    '/reports/monthly-bulletin?period=2024-12',
  );
  const [main] = pageRows(text);
  const now = (name: string) => main?.rows.find(([first]) => first === name)?.[1];
  const answer = await fetch(`${net.base}/api/v1/totals?asOf=2024-12-31`);
  const { network } = (await answer.json()) as { network: Record<string, number> };
  expect([network.parks, network.ventures, network.jobs]).toEqual(
    ['开园园区', '在园创业主体', '带动就业'].map(now),
  );
});
