import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demonstration, demonstration } from '../demonstration.js';
import { manyCases } from '../waivers/many-cases.js';
import { startApp, type TestApp, testClock } from '../web/client.js';
import { type Case, Forms, readingCases } from './cases.js';
import { casesToDecide } from './cases-to-decide.js';
import { casePage, determination } from './measure-cases.js';
import { queuePage } from './measure-queue.js';
import { type Serving, serve } from './processes.js';
import { floorProgram } from './sides.js';
import { ask, compare, type Side, signIn } from './visit.js';

// The benchmark's own comparisons, in seconds and without its times: it stops where the two sides differ, so what is
// added to a page must be added to the floor. That needs no large network.
/** The last day of a month in which no venture comes or goes: the month is whole, and carries what was before it. */
const now = new Date('2026-11-29T20:00:00Z');
let world: Demonstration;
let app: TestApp;
let floor: Serving;
let sides: { product: Side; floor: Side };

beforeAll(async () => {
  world = await demonstration();
  app = await startApp({ db: world.db, clock: testClock(now) });
  floor = await serve([...floorProgram, world.file, now.toISOString()], {
    UV_THREADPOOL_SIZE: '4',
  });
  const signedIn = await signIn(app.base);
  sides = { product: { base: app.base, ...signedIn }, floor: { base: floor.base, ...signedIn } };
});
afterAll(async () => {
  await floor?.stop();
  await app?.close();
  await world?.close();
});

test.each(readingCases('V2023-0007', now).map((one) => [one.name, one] as const))(
  'the floor of %s says what the product says',
  async (_name, one) => {
    await compare(sides.product, sides.floor, one);
  },
);

test('the floor of a case says what the product says, before and after it is determined by either', async () => {
  const waiting = await casesToDecide(world.file, 2);
  const [first, second] = waiting.map(casePage);
  if (!first || !second) throw new Error('two cases wait');
  await compare(sides.product, sides.floor, first);
  const form = determination([...waiting]);
  await ask(sides.product, form);
  await ask(sides.floor, form);
  await compare(sides.product, sides.floor, first);
  await compare(sides.product, sides.floor, second);
});

test('the floor of a long queue says what the product says', async () => {
  await manyCases(world.db, 300);
  await compare(sides.product, sides.floor, queuePage);
});

test('what either of them logs and files, both read', async () => {
  const forms = new Forms(1, '2025-01-01', now);
  const made = [await ask(sides.floor, forms.logging), await ask(sides.product, forms.logging)];
  forms.offer(made.map(({ location }) => String(location).replace('/ventures/', '')));
  for (let month = 0; month < 3; month += 1) {
    await ask(sides.floor, forms.filing);
    await ask(sides.product, forms.filing);
  }
  for (const { location } of made) {
    const [, number = ''] = String(location).split('/ventures/');
    const one = readingCases(number, now).find(({ name }) => name === 'venture') as Case;
    await compare(sides.product, sides.floor, one);
  }
});

test('a fact that differs stops the comparison', async () => {
  const one = readingCases('V2023-0007', now)[0] as Case;
  const elsewhere = { ...one, next: () => ({ path: '/dashboard?asOf=2025-01-21' }) };
  let asked = 0;
  const differing = { ...one, next: () => (asked++ === 0 ? elsewhere : one).next() };
  await expect(compare(sides.product, sides.floor, differing)).rejects.toThrow(/dashboard: of \d+/);
});
