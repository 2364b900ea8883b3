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

const views = path.resolve(folder, '../views');
/** The scripts of the layout: several of them stand on one page, beside that of the page itself. */
const ofEveryPage = [
  ...readFileSync(path.join(views, 'layout.hbs'), 'utf8').matchAll(/asset '([\w-]+\.js)'/g),
].map(([, name = '']) => name);

it('no script of a page declares what one of the layout declares, which would stop it', () => {
  expect(ofEveryPage.length).toBeGreaterThan(2);
  // A worker has a world of its own.
  const scripts = readdirSync(folder).filter((file) => /(?<!-worker)\.js$/.test(file));
  expect(scripts.length).toBeGreaterThan(ofEveryPage.length);
  for (const file of scripts) {
    const others = ofEveryPage.filter((other) => other !== file).flatMap(namesIn);
    expect([file, namesIn(file).filter((name) => others.includes(name))]).toEqual([file, []]);
  }
});
