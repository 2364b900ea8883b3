import { afterAll, beforeAll, expect, it } from 'vitest';
import { wordingOf, wordKeys } from '../../src/language/words.js';
import { type Demonstration, demonstration } from '../demonstration.js';
import { pageRoutes } from '../journeys/page-routes.js';
import { plain } from '../reports/reading.js';
import { Client, signIn, startApp, type TestApp, testClock } from '../web/client.js';

let data: Demonstration;
let app: TestApp;
beforeAll(async () => {
  data = await demonstration();
  app = await startApp({ db: data.db, clock: testClock(new Date('2026-11-24T02:00:00Z')) });
});
afterAll(async () => {
  await app?.close();
  await data?.close();
});

/** The pages of records that name places, beside all that need no record. */
async function addresses(): Promise<string[]> {
  const { db } = data;
  const lease = await db.tenancy.findFirstOrThrow({
    where: { endedOn: null, voidedAt: null },
    include: { venture: true, space: { include: { park: true } } },
  });
  const elsewhere = await db.space.findFirstOrThrow({
    where: { island: { not: '舟山本岛' }, tenancies: { none: {} }, voidedAt: null },
    include: { park: true },
  });
  const ofSpace = (space: typeof elsewhere) =>
    ['', '/edit', '/rents'].map(
      (part) => `/parks/${space.park.number}/spaces/${space.number}${part}`,
    );
  const { number } = lease.venture;
  return [
    ...pageRoutes(app.app).filter((route) => !route.includes(':')),
    ...['P01', 'P05', 'P10'].flatMap((park) => [`/parks/${park}`, `/parks/${park}/spaces`]),
    ...ofSpace(lease.space),
    ...ofSpace(elsewhere),
    `/spaces/${elsewhere.number}`,
    `/history/space/${elsewhere.id}`,
    `/ventures/${number}`,
    `/ventures/${number}/tenancies/new`,
    `/tenancies/${lease.id}`,
    `/tenancies/${lease.id}/agreement`,
    `/tenancies/${lease.id}/renewal`,
    `/find?q=${elsewhere.number}`,
    '/waivers/queue?tab=all',
  ];
}

/** Runs of Chinese characters and digits, each as far as it goes: an address or an owner that begins with a village is another. */
const chineseIn = (html: string): string[] =>
  plain(html.replace(/<title>[\s\S]*?<\/title>/, '')).match(/[\p{Script=Han}\d]+/gu) ?? [];

it('no page in English calls a village or an island by its Chinese name alone, nor says a word in Chinese', async () => {
  const spaces = await data.db.space.findMany({ select: { village: true, island: true } });
  const parks = await data.db.park.findMany();
  const places = new Set([
    ...spaces.flatMap(({ village, island }) => [village, island]),
    ...parks.flatMap((park) => [park.villageZh, park.islandZh, park.nameZh]),
  ]);
  expect(places.size).toBeGreaterThan(30);
  const words = new Set(wordKeys().map((key) => wordingOf(key)?.[0] ?? ''));
  // A saved view is called what whoever keeps it typed.
  const views = await data.db.listView.findMany({ select: { name: true } });
  const ofPeople = (text: string) =>
    views.reduce((rest, { name }) => rest.replaceAll(name, ''), text);
  const found: string[] = [];
  let read = 0;
  for (const who of ['', 'bureau']) {
    const client = who === '' ? new Client(app.base) : await signIn(app.base, who);
    await client.get('/about?lang=en');
    for (const address of await addresses()) {
      const { status, text } = await client.get(address);
      if (status !== 200 || !text.startsWith('<!doctype html>')) continue;
      expect(text).toContain('<html lang="en"');
      read += 1;
      for (const run of new Set(chineseIn(ofPeople(text))))
        if (places.has(run) || (words.has(run) && run.length > 1 && run !== '中文'))
          found.push(`${who} ${address}: ${run}`);
    }
  }
  expect(read).toBeGreaterThan(100);
  expect(found).toEqual([]);
}, 240_000);
