import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyExport } from '../../src/exported.js';
import { runPrereview } from '../../src/prereview/run-prereview.js';
import { savedLists } from '../../src/saved-lists.js';
import { type Demonstration, demonstration } from '../demonstration.js';
import { type Client, signIn, startApp, type TestApp, testClock } from '../web/client.js';

let data: Demonstration;
let app: TestApp;
let bureau: Client;
let auditor: Client;
beforeAll(async () => {
  data = await demonstration();
  await runPrereview(data.db, new Date('2026-11-24T02:00:00Z'));
  app = await startApp({ db: data.db, clock: testClock(new Date('2026-11-24T02:00:00Z')) });
  bureau = await signIn(app.base, 'bureau');
  auditor = await signIn(app.base, 'auditor');
});
afterAll(async () => {
  await app?.close();
  await data?.close();
});

/** The path of a list; of one that each park has, that of P01. */
const pathOf = ({ path }: { path: RegExp }) =>
  path.source.replace('P\\d{2,4}', 'P01').replace(/[\^$\\]/g, '');
/** What there is enough of, and not too much. */
const narrowedBy: Record<string, string> = {
  queue: 'tab=all',
  returns: 'month=2026-10',
  reminders: '',
  accounts: '',
  reach: 'state=served',
  spaces: 'asOf=2026-11-24',
};
/** The network has ten parks; of everything else there is more. */
const leastRows: Record<string, number> = { returns: 10 };
/** Accounts are no business of the bureau. */
const readerOf = (key: string): Client => (key === 'accounts' ? auditor : bureau);

it('is a file of each list', () => {
  const without = savedLists.filter((list) => everyExport.find(`${pathOf(list)}.csv`) === null);
  expect(without.map(({ key }) => key)).toEqual([]);
});

describe.each(savedLists.map((list) => [list.key, list] as const))('the file of %s', (_, list) => {
  const path = pathOf(list);
  const narrowed = narrowedBy[list.key] ?? 'park=P01';
  const least = leastRows[list.key] ?? 11;
  const rowsOf = async (query: string): Promise<string[][]> =>
    parse((await readerOf(list.key).get(`${path}.csv?${narrowed}&${query}`)).text, { bom: true });

  it('has the columns that were chosen, and all where none were', async () => {
    const chosen = list.columns.filter(({ isName, isShown }) => isName || isShown).slice(0, 2);
    const [all = []] = await rowsOf('');
    const [heads = []] = await rowsOf(`columns=${chosen.map(({ key }) => key).join('.')}`);
    expect(heads.length).toBeGreaterThan(1);
    expect(heads.length).toBeLessThan(all.length);
    expect(all).toEqual(expect.arrayContaining(heads));
  });

  it.each(['up', 'down'])('stands in the order of the list, %s', async (order) => {
    const sorted = list.columns.filter(({ sorts }) => sorts).slice(0, 3);
    for (const { key } of sorted) {
      const query = `sort=${key}&order=${order}`;
      const { text } = await readerOf(list.key).get(`${path}?${narrowed}&${query}`);
      // Other tables may stand below the list.
      const [table = ''] = text.split('</table>');
      const names = [...table.matchAll(/<th scope="row"[^>]*><a [^>]*>([^<]+)</g)].map(
        ([, name = '']) => name,
      );
      const [heads = [], ...rows] = await rowsOf(query);
      expect(rows.length, key).toBeGreaterThanOrEqual(least);
      expect(names.length, key).toBeGreaterThanOrEqual(least);
      const first = rows[0]?.join(' ') ?? '';
      const last = rows.at(-1)?.join(' ') ?? '';
      expect(heads.length).toBeGreaterThan(1);
      expect(first, key).not.toBe(last);
      if (names.length < 50) expect(last, key).toContain(plainName(names.at(-1)));
      expect(first, key).toContain(plainName(names[0]));
    }
  });

  it('says on its cover what was chosen, and by what it is ordered', async () => {
    const [name, other] = list.columns.filter(({ isName, isShown }) => isName || isShown);
    const address = `${path}.xlsx?${narrowed}&columns=${name?.key}.${other?.key}&sort=${name?.key}`;
    const answer = await fetch(app.base + address, {
      headers: {
        cookie: [...readerOf(list.key).cookies].map(([key, value]) => `${key}=${value}`).join('; '),
      },
    });
    expect(answer.status).toBe(200);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const lines = new Map<string, string>();
    book.worksheets[0]?.eachRow((row) => {
      lines.set(String(row.getCell(1).value), String(row.getCell(2).value));
    });
    expect(lines.get('所选列')).toMatch(/^[^、]+、[^、]+$/);
    expect(lines.get('排序')).toMatch(/^按.+(升|降)序$/);
  });
});

/** A day is written otherwise in a file than on a page; a space stands there under two heads. */
const plainName = (name = ''): string =>
  name.replace(/(\d+)年(\d+)月(\d+)日/, (_, year, month, day) =>
    [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  );
