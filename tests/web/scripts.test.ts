import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../static');

/** What a script declares outside of any block: it is seen by all scripts of the page. */
const namesIn = (file: string): string[] =>
  [
    ...readFileSync(path.join(folder, file), 'utf8').matchAll(
      /^(?:const|let|function|async function|class) (\w+)/gm,
    ),
  ].map(([, name = '']) => name);

it('no script of a page declares what the one of every page declares, which would stop it', () => {
  const shared = namesIn('site.js');
  const others = readdirSync(folder).filter((file) => file.endsWith('.js') && file !== 'site.js');
  expect(others.length).toBeGreaterThan(2);
  for (const file of others)
    expect([file, namesIn(file).filter((name) => shared.includes(name))]).toEqual([file, []]);
});
