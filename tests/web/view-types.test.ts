import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { viewTypes } from '../../.config/view-types.mjs';
import { viewHelpers } from '../../src/web/view-helpers/all.js';

const made: string[] = [];
afterEach(() => Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true }))));

/** What is said of the parameters of the view `page/shown`, of these views. */
async function parametersOf(views: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'views-'));
  made.push(folder);
  for (const [name, source] of Object.entries(views)) {
    const file = path.join(folder, `${name}.hbs`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, source);
  }
  const types = viewTypes(folder, new Set(Object.keys(viewHelpers)));
  return /'page\/shown': \{ (.*) \};/.exec(types)?.[1] ?? '';
}
const ofPage = (source: string) => parametersOf({ 'page/shown': source });

test.each([
  ['what it prints, by their first part', '{{lead}} {{park.name}}', 'lead park title'],
  ['what a helper is given', "{{number jobs}} {{t 'x.y' n=count}} {{onceKey}}", 'count jobs title'],
  ['a condition, and what only it shows', '{{#if rows}}{{more}}{{/if}}', 'more? rows title'],
  ['both sides of one', '{{#unless a}}{{b}}{{else}}{{c}}{{/unless}}', 'a b? c? title'],
  [
    'a list, and not what its items have',
    '{{#each rows as |row|}}{{row.x}}{{y}}{{../over}}{{@root.top}}{{/each}}',
    'over? rows title top?',
  ],
  [
    'a list inside a list',
    '{{#each a}}{{#each b}}{{../c}}{{../../d}}{{/each}}{{/each}}',
    'a d? title',
  ],
  ['what it hands on to a part', "{{> page/_part one=lead two='x'}}", 'lead title'],
  ['nothing for its comments', '{{!-- {{hidden}} --}}', 'title'],
])('a view reads %s', async (_, source, names) => {
  const shown = await parametersOf({ 'page/shown': source, 'page/_part': '{{one}} {{two}}' });
  expect(shown.replaceAll(': unknown', '').split('; ').join(' ')).toBe(names);
});

test('a view that hands all of itself on reads what the part reads, declared or not, but for what it gives it', async () => {
  const views = {
    'page/shown': "{{> page/_declared this}}{{> page/_read . given='x'}}",
    'page/_declared': '{{!-- takes name hint? --}}{{name}}{{hint}}',
    'page/_read': '{{text}}{{given}}{{#if text}}{{more}}{{/if}}',
  };
  expect(await parametersOf(views)).toBe(
    'hint?: unknown; more?: unknown; name: unknown; text: unknown; title: unknown',
  );
});

test('a part has no parameters of a page', async () => {
  expect(await parametersOf({ 'page/_shown': '{{lead}}' })).toBe('');
});

test('what could not be followed is refused with the name of the view', async () => {
  await expect(ofPage('{{> page/_missing this}}')).rejects.toThrow('no view page/_missing');
  await expect(ofPage('{{number this}}')).rejects.toThrow('views/page/shown.hbs: reads all');
});
