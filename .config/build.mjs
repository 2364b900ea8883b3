// Makes what has to be made, when it is stale: the generated client, then the compiled code.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(fileURLToPath(import.meta.url), '../..');
const schema = 'prisma/schema.prisma';
const generated = 'src/database/generated';

/** Generates the database client if the schema or the generator's version changed. */
export function generate() {
  make('generated client', [schema, 'node_modules/prisma/package.json'], generated, () => {
    const prisma = path.join(root, 'node_modules/prisma/build/index.js');
    // Generating needs no engine, but the command looks for one, and on the internet: any
    // executable that is there stops it.
    return run([prisma, 'generate', '--schema', schema], {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    });
  });
}

/** Compiles the code to .build if a source changed. */
export function compile() {
  const sources = ['tsconfig.json', schema, ...under('src'), ...under('prisma')];
  make('compiled code', sources, '.build/src', () => {
    rmSync(path.join(root, '.build/src'), { recursive: true, force: true });
    rmSync(path.join(root, '.build/prisma'), { recursive: true, force: true });
    return run([path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json']);
  });
}

export function build() {
  generate();
  compile();
}

function make(what, sources, output, work) {
  const stampFile = path.join(root, '.build', `${what.replace(' ', '-')}.sha256`);
  const stamp = stampOf(sources);
  const isFresh = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (isFresh && existsSync(path.join(root, output))) return;
  process.stderr.write(`Making the ${what} ...`);
  const began = Date.now();
  const made = work();
  if (made.status !== 0) {
    process.stderr.write(`\n${made.error?.message ?? ''}${made.stdout}${made.stderr}\n`);
    process.exit(1);
  }
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  process.stderr.write(` ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

function stampOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

/** All TypeScript files under a folder, except what is generated, sorted. */
function under(folder) {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
    .filter((file) => file.endsWith('.ts') && !file.startsWith(`${generated}/`))
    .sort();
}

function run(args, env = {}) {
  return spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  generate();
  if (process.argv[2] !== '--client-only') compile();
}
