import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPrereview } from '../../src/prereview/run-prereview.js';
import { savedLists } from '../../src/saved-lists.js';
import { BadRequest } from '../../src/web/errors.js';
import { shownColumns } from '../../src/web/list-columns.js';
import { type Demonstration, demonstration } from '../demonstration.js';
import { type Client, signIn, startApp, type TestApp, testClock } from '../web/client.js';

let data: Demonstration;
let app: TestApp;
const readers: Record<string, string> = { accounts: 'admin' };
const clients: Record<string, Client> = {};
beforeAll(async () => {
  data = await demonstration();
  // Reminders are found in the night.
  await runPrereview(data.db, new Date('2026-11-24T02:00:00Z'));
  app = await startApp({ db: data.db, clock: testClock(new Date('2026-11-24T02:00:00Z')) });
  for (const name of ['bureau', 'park1', 'admin']) clients[name] = await signIn(app.base, name);
});
afterAll(async () => {
  await app?.close();
  await data?.close();
});

/** The path of a list; of one that each park has, that of P01. */
const pathOf = ({ path }: { path: RegExp }) =>
  path.source.replace('P\\d{2,4}', 'P01').replace(/[\^$\\]/g, '');
const clientOf = (key: string, role = 'bureau') => clients[readers[key] ?? role] as Client;
/** The list itself: other tables of its page stand below it. */
const listIn = (text: string) => /<table class="stack.*?<\/table>/s.exec(text)?.[0] ?? '';
const headsOf = (text: string) =>
  [...listIn(text).matchAll(/<th scope="col"[^>]*>(?:<a [^>]*>)?([^<]+)/g)].map(
    ([, label]) => label,
  );
/** What each row is called by, in the order of the list. */
const rowsOf = (text: string) =>
  [...listIn(text).matchAll(/<th scope="row"[^>]*><a href="([^"]+)"/g)].map(([, href = '']) =>
    // The way to a row may keep how the list is laid out.
    href.replace(/&amp;(sort|order)&#x3D;\w+/g, ''),
  );

describe.each(savedLists.map((list) => [list.key, list] as const))('the list %s', (key, list) => {
  const keys = list.columns.map((column) => column.key);
  const name = list.columns.find(({ isName }) => isName)?.key ?? '';

  it('shows the columns that are chosen, in its own order, and always what a row is called by', async () => {
    const path = pathOf(list);
    const usual = headsOf((await clientOf(key).get(path)).text).filter(
      (head) => head !== undefined,
    );
    expect(usual).toHaveLength(shownColumns(list.columns, null).length);
    const all = `${path}?columns=${keys.toReversed().join('.')}`;
    expect(headsOf((await clientOf(key).get(all)).text)).toHaveLength(keys.length);
    const one = `${path}?columns=${keys.at(-1)}`;
    expect(headsOf((await clientOf(key).get(one)).text)).toHaveLength(2);
    expect(list.addressOf(path, { columns: [keys.at(-1) ?? '', name] })).toBe(
      `${path}?columns=${name}.${keys.at(-1)}`,
    );
    for (const wrong of ['columns=x', 'sort=x', 'sort=passwordHash', 'order=x'])
      expect((await clientOf(key).get(`${path}?${wrong}`)).status, wrong).toBe(400);
    expect(() => list.addressOf(path, { columns: 'x' })).toThrow(BadRequest);
  });

  it('writes an address that is its own: the same again, and without what is usual', () => {
    const path = pathOf(list);
    const sent = {
      columns: keys.slice(0, 2).join('.'),
      sort: keys[0] ?? '',
      order: 'up',
      page: '3',
    };
    const address = list.addressOf(path, sent);
    const again = Object.fromEntries(new URLSearchParams(address.split('?')[1]));
    expect(list.addressOf(path, again)).toBe(address);
    expect(address).not.toContain('page');
    const usual = shownColumns(list.columns, null).map((column) => column.key);
    expect(list.addressOf(path, { columns: usual })).toBe(path);
  });

  it('is sorted by each of its columns both ways, its pages holding each row once', async () => {
    const sorts = list.columns.filter((column) => column.sorts).map((column) => column.key);
    expect(sorts.length).toBeGreaterThanOrEqual(keys.length - 2);
    for (const role of key === 'accounts' ? ['admin'] : ['park1']) {
      const whole = await pagesOf(role, `${pathOf(list)}?`);
      for (const sort of sorts) {
        for (const order of ['up', 'down']) {
          const rows = await pagesOf(role, `${pathOf(list)}?sort=${sort}&order=${order}`);
          expect(rows.length, `${sort} ${order}`).toBe(whole.length);
          // Of a list of more pages than were turned, others come first.
          if (whole.length < 100) expect(rows.toSorted()).toEqual(whole.toSorted());
        }
      }
    }
  }, 240_000);

  async function pagesOf(role: string, address: string): Promise<(string | undefined)[]> {
    const rows: (string | undefined)[] = [];
    const tab = key === 'queue' ? '&tab=all' : '';
    for (let page = 1; page <= 2; page += 1) {
      const { text, status } = await clientOf(key, role).get(`${address}${tab}&page=${page}`);
      expect(status, address).toBe(200);
      const found = rowsOf(text);
      if (page > 1 && found.every((row) => rows.includes(row))) break;
      expect(found.filter((row) => rows.includes(row))).toEqual([]);
      rows.push(...found);
      if (found.length < 50) break;
    }
    return rows;
  }
});

it('has views in the demonstration, each above its list for whom it is', async () => {
  const views = await data.db.listView.findMany({ include: { account: true } });
  expect(views.map(({ list }) => list).toSorted()).toEqual(['rent-roll', 'spaces', 'ventures']);
  for (const { name, address, account } of views) {
    const { status, text } = await clientOf('', account.username).get(address);
    expect([name, status]).toEqual([name, 200]);
    expect(text).toMatch(new RegExp(`aria-current="true">${name}`));
    expect(rowsOf(text).length).toBeGreaterThan(0);
  }
});

describe('the order of ventures', () => {
  const cellsOf = async (role: string, query: string, label: string) => {
    const { text } = await clientOf('ventures', role).get(`/ventures?${query}`);
    return [...text.matchAll(new RegExp(`data-label="${label}"[^>]*>([^<]*)`, 'g'))].map(
      ([, cell = '']) => cell.trim(),
    );
  };

  it.each([
    ['left', '出园日期', 'sort=left&order=up&columns=left&status=ended'],
    ['registered', '注册日期', 'sort=registered&order=up&columns=registered'],
  ])('by %s is by the day that its cell shows', async (_, label, query) => {
    const days = (await cellsOf('bureau', query, label)).map((cell) =>
      cell === '—'
        ? '9999'
        : cell.replace(
            /(\d+)年(\d+)月(\d+)日/,
            (_all, y, m, d) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
          ),
    );
    expect(days.length).toBeGreaterThan(10);
    expect(days).toEqual(days.toSorted());
  });

  it('by jobs has the most first, within a trade', async () => {
    const query = 'trade=homestay&sort=headcount&columns=headcount';
    const jobs = (await cellsOf('bureau', query, '带动就业')).map((cell) =>
      cell === '—' ? 0 : Number(cell.replace(/,/g, '')),
    );
    expect(jobs.length).toBeGreaterThan(10);
    expect(jobs).toEqual(jobs.toSorted((a, b) => b - a));
    expect(new Set(await cellsOf('bureau', 'trade=homestay&columns=trade', '业态')).size).toBe(1);
  });

  it('tells a park nothing of the jobs of one that has left', async () => {
    const shown = await cellsOf('park1', 'sort=headcount&order=down&columns=headcount', '带动就业');
    const blank = shown.indexOf('—');
    expect(blank).toBeGreaterThan(-1);
    expect(new Set(shown.slice(blank))).toEqual(new Set(['—']));
  });
});
