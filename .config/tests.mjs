// npm test: runs the tests, with vitest's arguments. With --unless-passed it runs all of them, unless all have passed
// before on these very files, this Node and with or without a browser as now.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generate, root } from './build.mjs';

const stampFile = path.join(root, '.build/tests-passed.sha256');
const folders = ['.config', 'src', 'prisma', 'views', 'static', 'tests'];
const files = ['package.json', 'package-lock.json', 'tsconfig.json', 'README.md'];

function filesOf(folder) {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/[\\/]generated\b/.test(entry.parentPath))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

function stampNow() {
  const hash = createHash('sha256');
  hash.update(`${process.version} ${process.env.REQUIRE_BROWSER ?? ''}\0`);
  for (const file of [...files, ...folders.flatMap(filesOf)].sort())
    hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

const args = process.argv.slice(2);
const unlessPassed = args[0] === '--unless-passed';
await generate();
const stamp = stampNow();
const hasPassed = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
if (unlessPassed && hasPassed) {
  process.stdout.write('All tests have passed on these very files.\n');
} else {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const rest = unlessPassed ? [] : args;
  const run = ['run', '--config', path.join(root, '.config/vitest.ts'), ...rest];
  const { status } = spawnSync(process.execPath, [vitest, ...run], { cwd: root, stdio: 'inherit' });
  if (rest.length === 0) {
    if (status === 0) writeFileSync(stampFile, stamp);
    else rmSync(stampFile, { force: true });
  }
  process.exitCode = status ?? 1;
}
