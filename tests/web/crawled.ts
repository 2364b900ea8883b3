import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { demonstration } from '../demonstration.js';
import { madeOnce } from '../made-once.js';
import { Client, signIn, startApp, type TestApp, testClock } from './client.js';
import { filtersIn, type PageForm } from './form-page.js';
import { Repeated } from './repeated.js';
import { type Form, formsOf, linksOf, routesOf, SiteMap } from './site-map.js';

export const roles = [
  'bureau',
  'park1',
  'putuo',
  'founder1',
  'admin',
  'auditor',
  'visitor',
] as const;
export type Role = (typeof roles)[number];

/** What a reader came upon at an address. A page is one of HTML; a file or a picture leads nowhere. */
export type Found = {
  at: string;
  status: number;
  isPage: boolean;
  links: string[];
  forms: Form[];
  filters: PageForm[];
};
export type Crawled = { repeated: string[]; found: Record<Role, Found[]> };

/** Files are made a thousand rows at a time; the members of a figure are read park by park, and then kept; a year is asked for its months, a quarter beside two others. */
const inPieces =
  /\.(csv|xlsx|docx)$|^\/figures\/published\/|^\/reports\/(annual-report|quarterly-comparison)/;

/** What ends the session, takes a time of its own, or opens what the demonstration sealed with keys that are not here. */
export const leftOut = new Set([
  '/sign-out',
  '/policies/parity',
  '/payments/batches/:number/file',
  '/payments/claims/:number/receipts/:id/file',
  '/payments/payees/:number/showing',
  '/people/:number/proofs/:id',
  '/people/:number/identity/showing',
  '/people/:number/certificates/:category/showing',
]);

const start = [
  '/',
  '/today',
  '/dashboard',
  '/waivers',
  '/waivers/queue',
  '/ventures',
  '/returns',
].concat(['/account', '/reports', '/track', '/policies/new']);

/** When the demonstration is opened, by this crawl and by who sends what it found. */
export const crawlingClock = () => testClock(new Date('2026-11-24T02:00:00Z'));

/** Numbers of cases of the demonstration: the newest of each state, and those of which founder1 has a waiver in force. */
export async function numbersOfCases({ db }: Pick<TestApp, 'db'>): Promise<string[]> {
  const cases = await db.waiverApplication.findMany({
    distinct: ['state'],
    select: { number: true },
    orderBy: { id: 'desc' },
  });
  const ofFounder = await db.waiver.findMany({
    where: { endedOn: null, person: { account: { username: 'founder1' } } },
    select: { application: { select: { number: true } } },
  });
  return [...cases, ...ofFounder.map(({ application }) => application)].map(({ number }) => number);
}

/** Every page of the demonstration that a reader of each role comes upon, opened once in a run of tests. */
export async function crawled(): Promise<Crawled> {
  const folder = await madeOnce('crawled', async (made) => {
    await writeFile(path.join(made, 'found.json'), JSON.stringify(await crawlAll()));
  });
  return JSON.parse(await readFile(path.join(folder, 'found.json'), 'utf8')) as Crawled;
}

async function crawlAll(): Promise<Crawled> {
  const repeated = new Repeated();
  const data = await demonstration(repeated);
  const config = { dataDir: path.dirname(data.file) };
  const site = await startApp({ db: data.db, clock: crawlingClock(), config });
  const found = {} as Crawled['found'];
  const numbers = await numbersOfCases(data);
  for (const role of roles) {
    const client = role === 'visitor' ? new Client(site.base) : await signIn(site.base, role);
    const ofCases = numbers.flatMap((number) => [
      `/waivers/${number}`,
      `/waivers/${number}/surrender`,
    ]);
    const map = new SiteMap(routesOf(site.app));
    repeated.watch(client, (address) => {
      const [at = ''] = address.split('?');
      return inPieces.test(at) || leftOut.has(map.routeOf(at) ?? '');
    });
    const own = role === 'visitor' ? [] : ofCases;
    const pages = await map.crawl(client, [...start, ...own], { ofOneRoute: 1 });
    found[role] = [...pages].map(([at, { status, text }]) => ({
      at,
      status,
      isPage: text.includes('</html>'),
      links: [...new Set(linksOf(text))],
      forms: formsOf(text, at),
      filters: filtersIn(text, at.replace(/\?.*/, '')),
    }));
  }
  await site.close();
  await data.close();
  return { repeated: repeated.found, found };
}
