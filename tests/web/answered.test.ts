import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const source = path.resolve(import.meta.dirname, '../../src');
const files = (readdirSync(source, { recursive: true }) as string[]).filter((file) =>
  file.endsWith('.ts'),
);

/** What leaves a form that was refused without an answer: its page would load for ever. */
const unanswered = {
  'answers only what succeeded': /\bif \(\w+\.ok\) leadOn\(/,
  // src/web/lead-on.ts is where what was done is left for the next page.
  'leads on without saying what was done': /\bredirect\(\s*303(?!, location\);$)/m,
  'passes over what came of it': /^ *await (?:actOnce|takeForm|takeEdit)\(/m,
};

it.each(Object.entries(unanswered))('no route %s', (_, words) => {
  expect(files.length).toBeGreaterThan(500);
  expect(files.filter((file) => words.test(readFileSync(path.join(source, file), 'utf8')))).toEqual(
    [],
  );
});
