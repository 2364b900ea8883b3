import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Demonstration, demonstration } from '../demonstration.js';
import { addressesOfCases } from '../journeys/every-page/case-pages.js';
import { addressesOfRecords } from '../journeys/every-page/record-pages.js';
import type { Stage } from '../journeys/setup.js';
import { type Answer, Client, signIn, startApp, type TestApp, testClock } from './client.js';
import { type Control, faultsOfRefusal, formsIn, type PageForm, sentAsShown } from './form-page.js';
import { type Route, routesOf, SiteMap } from './site-map.js';

const roles = ['bureau', 'park1', 'putuo', 'founder1', 'admin', 'visitor'] as const;
/** What ends the session, takes a time of its own, or opens what the demonstration sealed with keys that are not here. */
const leftOut =
  /^\/(sign-out|policies\/parity)$|\/showing$|\/proofs\/:id$|\/payees\/|\/payments\/batches/;
/** What is asked on several pages, one after the other, says the next question or step, and has done nothing yet. */
const steps =
  /^\/(eligibility|register|forgotten|sign-in|account\/phone)(\/|$)|\/questions\/:question$|^\/imports|\/(import|roster|answer)\/(columns|heads|cells)$|\/merge$|\/rows$|^\/reports\/jobs|^\/waivers\/queue\/(batches|assignments)$/;

/** Where a code that was sent is typed: nothing is done before. */
const asksForCode = /\/code\?ticket=/;

/** A case that the addresses of cases bring, in a state without the records that its pages are made of. */
const madeUp = 'A2026-000999';

let data: Demonstration;
let site: TestApp;
let routes: Route[];
let map: SiteMap;
/** What is wrong with answers to forms, by route. */
const faults: string[] = [];
const counts = { refused: 0, done: 0 };
const reached = new Set<string>();

beforeAll(async () => {
  data = await demonstration();
  const clock = testClock(new Date('2026-11-24T02:00:00Z'));
  site = await startApp({ db: data.db, clock, config: { dataDir: path.dirname(data.file) } });
  routes = routesOf(site.app);
  const stage = { base: site.base, app: site.app, db: data.db, start: {} } as Stage;
  const [records, cases] = [await addressesOfRecords(stage), await addressesOfCases(stage)];
  for (const role of roles) {
    map = new SiteMap(routes);
    const client = role === 'visitor' ? new Client(site.base) : await signIn(site.base, role);
    const start = ['/', '/today', '/waivers', '/returns', '/account', '/policies/new', '/track'];
    const own = [...(records[role] ?? []), ...(cases[role] ?? [])];
    const pages = await map.crawl(client, [...own, ...start], { ofOneRoute: 1, reader: role });
    await sendAll(role, client, pages);
    await sendStrays(role, client);
  }
}, 900_000);
afterAll(async () => {
  await site?.close();
  await data?.close();
});

/** One form of each kind, in four ways: nothing typed, nonsense, as it stands, and filled in. */
async function sendAll(role: string, client: Client, pages: Map<string, { text: string }>) {
  const seen = new Set<string | null>();
  for (const [at, { text }] of pages) {
    for (const form of formsIn(text, at)) {
      const route = map.routeOf(form.action);
      if (seen.has(route) || route === null || leftOut.test(route)) continue;
      if (form.action.includes(madeUp)) continue;
      seen.add(route);
      reached.add(route);
      for (const way of ways) {
        const sent = way(form);
        const answer = await send(client, form, sent);
        await judge(`${role} ${way.name} ${route}`, { client, answer, sent, route });
      }
    }
  }
}

/** Every other address that takes a form, with nothing in it. */
async function sendStrays(role: string, client: Client) {
  const token = await client.tokenOf('/account');
  for (const { method, path: route } of routes) {
    if (method !== 'POST' || reached.has(route) || leftOut.test(route)) continue;
    const url = map.addressOf(route, ([first = '1']) => first);
    const answer = await client.postExactly(url, { _token: token });
    if (!url.includes(madeUp))
      await judge(`${role} stray ${route}`, { client, answer, sent: [], route });
  }
}

function send(client: Client, form: PageForm, sent: [string, string][]): Promise<Answer> {
  const body = form.isUpload ? new FormData() : new URLSearchParams();
  for (const [name, value] of sent) body.append(name, value);
  return client.send(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
}

type Judged = { client: Client; answer: Answer; sent: [string, string][]; route: string };
async function judge(what: string, { client, answer, sent, route }: Judged): Promise<void> {
  const { status, text, location } = answer;
  const own = sent.filter(([name]) => !name.startsWith('_'));
  const add = (fault: string) => faults.push(`${what}: ${fault}`);
  if (status === 303) {
    counts.done += 1;
    const page = await followed(client, location);
    const isStep = steps.test(route) || asksForCode.test(location ?? '');
    const isSaid = page.text.includes('class="receipt"') || isStep;
    if (page.status !== 200 || titleOf(page.text) === '') add(`leads to a page of ${page.status}`);
    else if (!isSaid) add(`leads to ${location}, which says nothing of it`);
    return;
  }
  if (status >= 400) counts.refused += 1;
  if (status >= 500) add(`answers ${status}`);
  for (const fault of status === 422 ? faultsOfRefusal(text, own) : []) add(fault);
  // A file, the answer to a script, or a page that says something at its head.
  const isPage = answer.headers.get('content-type')?.includes('html') ?? false;
  if (isPage && titleOf(text) === '') add(`answers ${status} without a word`);
}

async function followed(client: Client, location: string | null): Promise<Answer> {
  let page = await client.get((location ?? '').replace(/#.*/, ''));
  for (let hops = 0; page.status === 303 && hops < 3; hops += 1)
    page = await client.get((page.location ?? '').replace(/#.*/, ''));
  return page;
}

const titleOf = (html: string): string =>
  (/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '').replace(/<[^>]*>/g, '').trim();

type Way = (form: PageForm) => [string, string][];
const isHidden = ({ kind, type }: Control): boolean => kind === 'hidden' && type !== 'submit';
const hiddenOf = ({ controls }: PageForm): [string, string][] =>
  controls.filter(isHidden).map(({ name, value }) => [name, value]);

const emptied: Way = (form) => [
  ...hiddenOf(form),
  ...form.controls
    .filter(({ kind }) => kind === 'text' || kind === 'choice')
    .map(({ name }): [string, string] => [name, '']),
];

/** What no field but one of free text takes; the last of each choice, and every box that was not ticked. */
const nonsense: Way = (form) => [
  ...hiddenOf(form),
  ...form.controls.flatMap(({ name, kind, type, value, options, isTicked }): [string, string][] => {
    if (kind === 'choice') return [[name, options.at(-1) ?? '']];
    if (kind === 'tick') return type === 'checkbox' && !isTicked ? [[name, value]] : [];
    return kind === 'text' || kind === 'secret' ? [[name, `乱填${name.slice(-3)}`]] : [];
  }),
];

const asShown: Way = (form) => sentAsShown(form);

const typedFor: Record<string, string> = {
  date: '2026-11-24',
  month: '2026-10',
  number: '1',
  tel: '13905801234',
  textarea: '核对后说明原因',
};

/** As somebody would who means it: what is blank has something of its kind in it. */
const filled: Way = (form) => {
  const groups = new Set<string>();
  return [
    ...hiddenOf(form),
    ...form.controls.flatMap(
      ({ name, kind, type, value, options, isTicked }): [string, string][] => {
        if (kind === 'tick' && type === 'radio') {
          const isFirst = !groups.has(name);
          groups.add(name);
          return isTicked || isFirst ? [[name, value]] : [];
        }
        if (kind === 'tick') return isTicked ? [[name, value]] : [];
        if (kind === 'choice') return [[name, value || (options.find(Boolean) ?? '')]];
        if (kind !== 'text') return [];
        const isDay = /On$|[dD]ay$/.test(name);
        return [[name, value || (isDay ? '2026-11-24' : (typedFor[type] ?? '核对1'))]];
      },
    ),
  ];
};
const ways = [emptied, nonsense, asShown, filled];

it('each form that is taken leads to a page that says so, and each that is refused says why and keeps what was typed', () => {
  expect(faults).toEqual([]);
});

it('and every address that takes a form was asked', () => {
  expect(counts.refused).toBeGreaterThan(300);
  expect(counts.done).toBeGreaterThan(60);
  expect(reached.size).toBeGreaterThan(100);
});
