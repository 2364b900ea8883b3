import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests of policies that need no database and no server, so that a mutant costs little. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    include: [
      'tests/policies/{assess,beyond-rent,nothing-due,form-of,present-assessment,remaining,stepped-rent,present-change,present-looked}.test.ts',
    ],
    setupFiles: ['src/words.ts', 'tests/draws.ts'],
    testTimeout: 20_000,
  },
});
