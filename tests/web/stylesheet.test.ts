import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { joinedStylesheet } from '../../src/web/stylesheet.js';
import { projectRoot } from './client.js';

it('holds every file of the components, and no import is left', () => {
  const folder = path.join(projectRoot, 'static');
  const text = joinedStylesheet(folder);
  expect(text).not.toContain('@import');
  expect(text.length).toBeGreaterThan(10_000);
  for (const file of readdirSync(path.join(folder, 'styles')))
    expect(text).toContain(readFileSync(path.join(folder, 'styles', file), 'utf8').trim());
});
