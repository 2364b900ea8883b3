import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { plainTime, time } from '../../src/language/format.js';

const at = new Date('2026-11-22T22:19:00Z');
const source = path.resolve(import.meta.dirname, '../../src');

/** The files of the source in which something stands. */
async function filesWith(pattern: RegExp): Promise<string[]> {
  const names = await readdir(source, { recursive: true });
  const found: string[] = [];
  for (const name of names) {
    if (!name.endsWith('.ts') || name.includes('generated')) continue;
    if (pattern.test(await readFile(path.join(source, name), 'utf8'))) found.push(name);
  }
  return found.sort();
}

it('a moment is read as people write it, in either language, on Zhoushan’s clocks', () => {
  expect(time(at, 'zh')).toBe('2026年11月23日 06:19');
  expect(time(at, 'en')).toBe('23 November 2026, 06:19');
});

it('a moment stands as a program reads it in files alone', async () => {
  expect(plainTime(at)).toBe('2026-11-23 06:19');
  expect(await filesWith(/\bplainTime\b/)).toEqual([
    'exports/make-book.ts',
    'language/format.ts',
    'trail/export-columns.ts',
  ]);
});

it('leaving a park is called 出园, but where a text of before is kept by its version', async () => {
  expect(await filesWith(/离园/)).toEqual([
    'identities/consent-text.ts',
    'ledger/measures/jobs.ts',
    'ledger/measures/ventures.ts',
    'ledger/measures/workers.ts',
  ]);
});
