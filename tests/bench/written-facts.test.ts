import { test } from 'vitest';
import { manyCases } from '../waivers/many-cases.js';
import { type Case, Forms, readingCases } from './cases.js';
import { casesToDecide } from './cases-to-decide.js';
import { comparedSides, now } from './compared-sides.js';
import { casePage, determination } from './measure-cases.js';
import { queuePage } from './measure-queue.js';
import { ask, compare } from './visit.js';

const sides = comparedSides();

test('the floor of a case says what the product says, before and after it is determined by either', async () => {
  const waiting = await casesToDecide(sides().world.file, 2);
  const [first, second] = waiting.map(casePage);
  if (!first || !second) throw new Error('two cases wait');
  await compare(sides().product, sides().floor, first);
  const form = determination([...waiting]);
  await ask(sides().product, form);
  await ask(sides().floor, form);
  await compare(sides().product, sides().floor, first);
  await compare(sides().product, sides().floor, second);
});

test('the floor of a long queue says what the product says', async () => {
  await manyCases(sides().world.db, 300);
  await compare(sides().product, sides().floor, queuePage);
});

test('what either of them logs and files, both read', async () => {
  const forms = new Forms(1, '2025-01-01', now);
  const made = [await ask(sides().floor, forms.logging), await ask(sides().product, forms.logging)];
  forms.offer(made.map(({ location }) => String(location).replace('/ventures/', '')));
  for (let month = 0; month < 3; month += 1) {
    await ask(sides().floor, forms.filing);
    await ask(sides().product, forms.filing);
  }
  for (const { location } of made) {
    const [, number = ''] = String(location).split('/ventures/');
    const one = readingCases(number, now).find(({ name }) => name === 'venture') as Case;
    await compare(sides().product, sides().floor, one);
  }
});
