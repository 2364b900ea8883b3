import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import {
  currentVersion,
  definitionOf,
  definitionParts,
  definitions,
  isPublishable,
  publishable,
} from '../../src/ledger/definitions.js';
import { words } from '../../src/words.js';
import { Client, startApp, type TestApp } from '../web/client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/**
 * Figures are published under these versions. A version whose words were changed would give them another
 * meaning afterwards: make a new version instead, and add its hash.
 */
const published: Record<string, string> = {
  'parks.1': 'e766f4fbebae',
  'parks.2': 'a7415a050711',
  'ventures.1': '7a50a6eac659',
  'ventures.2': 'd1ea7b17058b',
  'ventures.3': '3c6ab0be63b2',
  'jobs.1': '9f869c3aedd8',
  'jobs.2': 'a2eaebfb1136',
  'jobs.3': '4628fbc7e630',
  'returns.1': '409bad706085',
  'returns.2': '88fab6f9a855',
  'waived-rent.1': '6533576837e9',
  'rent-free.1': '374e04a61d37',
  'rent-forgone.1': 'be8c9b10a615',
  'rent-relief.1': '202c691c913f',
  'workers-graduates.1': '3d3e9ed9c960',
  'workers-graduates.2': '0dcc361df3d5',
  'workers-hardship.1': 'd4937193bb38',
  'workers-hardship.2': '8d96d1e187e0',
  'workers-returned.1': 'a5a6b91cad39',
  'workers-returned.2': 'e0b65d3f74c3',
  'workers-local.1': '3ef2a6d9d27c',
  'workers-local.2': 'ce677283870c',
  'workers-others.1': '6675a2be4160',
  'subsidy-granted.1': 'debe06da9114',
  'subsidy-claimed.1': 'cbccc2b14a65',
  'subsidy-paid.1': 'f4df807a1dff',
  'workers-others.2': '85e364d13391',
};

function hashOf(measure: string, version: number): string {
  const catalogue: Record<string, readonly [string, string]> = words;
  const said = definitionParts.map(
    (part) => catalogue[`figures.definition.${measure}.${version}.${part}`],
  );
  expect(said).not.toContain(undefined);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 12);
}

describe('the dictionary of measures', () => {
  test.each(definitions)('$measure $version says what it said', ({ measure, version }) => {
    expect(hashOf(measure, version)).toBe(published[`${measure}.${version}`]);
  });

  it('numbers the versions of each measure from 1 without a gap, each later than the one before', () => {
    for (const measure of publishable) {
      const own = definitions.filter((definition) => definition.measure === measure);
      expect(own.map(({ version }) => version)).toEqual(own.map((_, i) => i + 1));
      expect(currentVersion(measure)).toBe(own.length);
      const days = own.map(({ since }) => since);
      expect(days).toEqual([...days].sort());
    }
  });

  it('counts ventures and parks in 家, in what is in use', () => {
    const catalogue: Record<string, readonly [string, string]> = words;
    const said = publishable.flatMap((measure) =>
      definitionParts.map(
        (part) =>
          catalogue[`figures.definition.${measure}.${currentVersion(measure)}.${part}`]?.[0],
      ),
    );
    expect(said.join()).not.toMatch(/[一两]户|个园区/u);
  });

  it('knows nothing else', () => {
    expect(() => definitionOf('jobs', 99)).toThrow('no definition jobs 99');
    expect(isPublishable('owed')).toBe(false);
  });

  it.each([
    ['zh', '带动就业', '不含创业者本人', '第 1 版', '第 2 版'],
    ['en', 'Jobs created', 'Founders are not counted', 'Version 1', 'Version 2'],
  ])('is a page for everyone (%s)', async (lang, ...parts) => {
    const { status, text } = await new Client(app.base).get(`/figures/definitions?lang=${lang}`);
    expect(status).toBe(200);
    for (const part of [...parts, 'id="jobs-1"', 'id="jobs-2"']) expect(text).toContain(part);
  });
});
