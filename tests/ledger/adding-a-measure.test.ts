import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;

/** A copy of the project in which three files were touched, and none else. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parks-measure-'));
  for (const part of ['src', 'prisma', 'tests', '.config', 'package.json', 'tsconfig.json'])
    await cp(join(root, part), join(folder, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await cp(join(root, 'tests/ledger/added-measure.txt'), at('src/ledger/measures/arrivals.ts'));
  await change('src/ledger/measures.ts', [
    ['import { jobs }', "import { arrivals } from './measures/arrivals.js';\nimport { jobs }"],
    ['  ventures,\n', '  ventures,\n  arrivals,\n'],
  ]);
  await change('src/ledger/lines-of.ts', [
    [
      "measure: 'ventures', amount: 1, ...cause });",
      "measure: 'ventures', amount: 1, ...cause });\n    add(residency, { effectiveOn: beganOn, measure: 'arrivals', amount: 1, ...cause });",
    ],
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const at = (path: string): string => join(folder, path);

async function change(path: string, pairs: [string, string][]): Promise<void> {
  let text = await readFile(at(path), 'utf8');
  for (const [from, to] of pairs) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  await writeFile(at(path), text);
}

test('it is counted, listed, split, drawn, defined, published and verified', async () => {
  const tsx = join(root, 'node_modules/.bin/tsx');
  const probe = at('tests/ledger/added-measure-child.ts');
  const { stdout } = await run(tsx, [probe, 'arrivals'], { cwd: folder });
  expect(JSON.parse(stdout)).toEqual({
    total: 2,
    records: { count: 2, sum: 2 },
    cross: [['T1', 2]],
    isInAddress: true,
    isPublished: true,
    words: ['新到', 'Arrivals'],
    definition: ['入驻一次计一次', 'Arrivals, each once'],
    api: 2,
    problems: [],
  });
});
