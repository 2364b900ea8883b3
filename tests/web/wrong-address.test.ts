import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demonstration, demonstration } from '../demonstration.js';
import { Client, signIn, startApp, type TestApp } from './client.js';
import { crawled, crawlingClock } from './crawled.js';
import { type Control, filtersIn, type PageForm } from './form-page.js';
import { routesOf, SiteMap } from './site-map.js';

const readers = ['bureau', 'park1', 'admin', 'visitor'] as const;
/** What nothing can be asked by: a day that does not exist, a month that does not, a choice that nobody offers. */
const wrongOf = ({ kind, type }: Control): string | null => {
  if (type === 'date') return '2025-02-30';
  if (type === 'month') return '2025-13';
  return kind === 'choice' ? 'no-such-one' : null;
};

let data: Demonstration;
let site: TestApp;
const clients = new Map<string, Client>();
/** The pages that have a form of their own, by who reads them. */
const asked: { role: string; form: PageForm }[] = [];
const opened = new Set<string>();

beforeAll(async () => {
  const { found } = await crawled();
  data = await demonstration();
  const config = { dataDir: path.dirname(data.file) };
  site = await startApp({ db: data.db, clock: crawlingClock(), config });
  const map = new SiteMap(routesOf(site.app));
  for (const role of readers) {
    clients.set(role, role === 'visitor' ? new Client(site.base) : await signIn(site.base, role));
    const routes = new Set<string | null>();
    for (const { at: address, status, isPage, filters } of found[role]) {
      const [at = ''] = address.split('?');
      if (status !== 200 || !isPage) continue;
      opened.add(`${role} ${address}`);
      for (const form of filters) {
        if (routes.has(map.routeOf(at))) continue;
        routes.add(map.routeOf(at));
        asked.push({ role, form });
      }
    }
  }
}, 600_000);
afterAll(async () => {
  await site?.close();
  await data?.close();
});

const mainOf = (html: string): string => html.split(/<main\b/)[1]?.split('</main>')[0] ?? '';

/** What is amiss with the answer to a form of which one field is wrong; null where all is well. */
async function amiss(role: string, form: PageForm, wrong: string, value: string) {
  const typed = form.controls
    .filter(({ kind, name, isTicked }) => name !== wrong && (kind !== 'tick' || isTicked))
    .map(({ name, value: typed }) => [name, typed] as [string, string]);
  const query = new URLSearchParams([...typed, [wrong, value]]);
  const { status, text } = await (clients.get(role) as Client).get(`${form.action}?${query}`);
  const main = mainOf(text);
  const again = filtersIn(main, form.action)[0];
  if (status !== 400) return `${status}`;
  if (!main.includes(`href="#${wrong}"`)) return 'its summary does not lead to the field';
  if (!main.includes(`id="${wrong}-error"`)) return 'no message at the field';
  if (!main.includes(value)) return 'what was typed is lost';
  if (/<table|<svg|<img|download/.test(main)) return 'something is counted or listed';
  const lost = typed.filter(
    ([name, before]) =>
      before !== '' &&
      !again?.controls.some((control) => control.name === name && control.value === before),
  );
  return lost.length === 0 ? null : `lost: ${lost.map(([name]) => name).join(', ')}`;
}

describe('an address with a wrong value', () => {
  it('shows the form of its page again, with the fault at its field and nothing counted', async () => {
    const faults: string[] = [];
    let tried = 0;
    for (const { role, form } of asked) {
      for (const control of form.controls) {
        const value = wrongOf(control);
        if (value === null) continue;
        tried += 1;
        const what = await amiss(role, form, control.name, value);
        if (what) faults.push(`${role} ${form.action} ${control.name}: ${what}`);
      }
    }
    expect(faults).toEqual([]);
    expect(new Set(asked.map(({ form }) => form.action)).size).toBeGreaterThan(18);
    expect(tried).toBeGreaterThan(100);
  }, 300_000);

  it('names a time that its page knows nothing of', async () => {
    const faults: string[] = [];
    for (const one of opened) {
      const [role = '', at = ''] = one.split(' ');
      const { status, text } = await (clients.get(role) as Client).get(
        `${at}${at.includes('?') ? '&' : '?'}year=1999`,
      );
      if (status !== 400 || !mainOf(text).includes('year')) faults.push(`${status} ${one}`);
    }
    expect(faults).toEqual([]);
  }, 300_000);

  it.each([
    ['bureau', '/dashboard?month=2024-06'],
    ['bureau', '/dashboard?asof=2024-06-30'],
    ['visitor', '/parks?as_of=2024-06-30'],
    ['bureau', '/dashboard?asOf=2024-06-30&month=2024-06'],
    ['bureau', '/prereview?on=2024-06-30'],
    ['visitor', '/spaces?asOf=2024-06-30'],
    ['bureau', '/ventures?month=2024-06'],
    ['bureau', '/ventures?asOf=2025-02-30'],
    ['bureau', '/ventures.csv?month=2024-06'],
    ['bureau', '/reports/charts?period=1900'],
    ['bureau', '/reports/charts?asOf=2024-06-30'],
    ['park1', '/rent-roll?ends=2024-13'],
    ['bureau', '/ventures.xlsx?asOf=2025-02-30'],
    ['bureau', '/totals?measure=jobs&asOf=2999-01-01'],
    ['bureau', '/visits?from=2025-02-02&to=2025-02-01'],
    ['bureau', '/reports/cross-table?from=2025-06&to=2024-01'],
    // A page that is asked by the form of another.
    ['bureau', '/figures/published/new?measure=jobs&scope=network&asOf=2025-02-30'],
    [
      'bureau',
      '/figures/published/new?measure=jobs&scope=network&asOf=2025-01-21&position=99999999',
    ],
    [
      'bureau',
      '/figures/published/new?measure=parks&scope=network&asOf=2025-01-21&month=2025-01&position=9',
    ],
    [
      'bureau',
      '/figures/published/new?measure=jobs&scope=network&asOf=2025-01-21&industry=H&position=9',
    ],
    ['bureau', '/waivers/queue/batches?act=approve&case=A2026-1'],
    ['bureau', '/waivers/queue/batches?act=no-such-one&case=A2026-000001'],
    ['park1', '/waivers/queue/batches'],
    // Nothing is left to be asked again.
    ['bureau', '/figures/published/new?measure=owed&scope=network&asOf=2025-01-21&position=9'],
    ['bureau', '/figures/published/new'],
    ['bureau', '/totals?measure=no-such-one&scope=network'],
    ['park1', '/totals'],
  ])('is never passed over in silence: %s at %s', async (role, address) => {
    // Once more: what a page is kept by must not be what was wrong.
    for (const _ of [1, 2]) {
      const { status, text } = await (clients.get(role) as Client).get(address);
      expect(status).toBe(400);
      expect(mainOf(text)).toContain('error-summary');
      expect(mainOf(text)).not.toMatch(/<table|<svg|<img|download/);
    }
  });

  it.each(['/ventures?asOf=2024-06-30', '/dashboard?asOf=2024-06-30'])(
    'leaves a page that is of its time as it is, also where it is kept: %s',
    async (address) => {
      for (const _ of [1, 2])
        expect((await (clients.get('bureau') as Client).get(address)).status).toBe(200);
    },
  );

  it('tells a program by the field', async () => {
    const { status, text } = await (clients.get('visitor') as Client).get(
      '/api/v1/totals?asOf=2025-02-30',
    );
    expect(status).toBe(400);
    expect(JSON.parse(text).error.faults).toMatchObject([{ field: 'asOf' }]);
  });
});
