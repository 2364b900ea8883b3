import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './slowest-first.js';

process.env.UV_THREADPOOL_SIZE ??= '16';
// The processes of one run share a folder of this name.
process.env.TEST_RUN = String(process.pid);
// Printed at the start: TEST_SEED=<number> npm test runs in the same order again, and draws the same for its properties.
process.env.TEST_SEED ??= String(Date.now() % 1_000_000);
const seed = Number(process.env.TEST_SEED);

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    include: ['tests/**/*.test.ts'],
    // Few of what a test makes outlives it: a larger nursery spares a seventh of the processor's time.
    execArgv: ['--max-semi-space-size=64'],
    globalSetup: ['tests/after-all.ts'],
    // The words of all rooms, which a program brings by itself; the library of SQLite; what properties draw.
    setupFiles: ['src/words.ts', 'tests/driver.ts', 'tests/draws.ts'],
    // sqlite3 is a native addon: tests run in processes. One process takes many files, and loads what they share once.
    pool: 'forks',
    isolate: false,
    // One more than there are cores: a file waits for its server, its browser or a child most of the time.
    maxWorkers: availableParallelism() + 1,
    maxConcurrency: 2,
    // Files and tests in another order each time: none goes on from another.
    sequence: { shuffle: { files: true, tests: true }, seed, sequencer: SlowestFirst },
    // For what hangs, never for what is slow: machines differ, and a file shares its cores with others.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    reporters: ['default'],
  },
});
