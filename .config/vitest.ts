import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

process.env.UV_THREADPOOL_SIZE ??= '16';
// The processes of one run share a folder of this name.
process.env.TEST_RUN = String(process.pid);

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/after-all.ts'],
    // sqlite3 is a native addon: each file gets a process of its own.
    pool: 'forks',
    // One more than there are cores: a file waits for its server, its browser or a child most of the time.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
});
