// Makes what has to be made, when it is stale: the generated client, then the compiled code.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { viewTypes } from './view-types.mjs';

export const root = path.resolve(fileURLToPath(import.meta.url), '../..');
const schema = 'prisma/schema.prisma';
const generated = 'src/database/generated';
const viewParameters = 'src/web/generated/view-parameters.ts';
const viewHelpers = 'src/web/view-helpers/all.ts';
export const compiled = '.build/compiled';

/** Generates the database client and the types of the views, if what they are made from changed. */
export async function generate() {
  await generateClient();
  await generateViewTypes();
}

async function generateViewTypes() {
  const views = readdirSync(path.join(root, 'views'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => `views/${file.split(path.sep).join('/')}`)
    .sort();
  await make(
    'types of the views',
    [viewHelpers, '.config/view-types.mjs', ...views],
    viewParameters,
    () => {
      const [, list = ''] =
        /viewHelpers = \{([^}]*)\}/.exec(readFileSync(path.join(root, viewHelpers), 'utf8')) ?? [];
      const helpers = list
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean);
      mkdirSync(path.join(root, path.dirname(viewParameters)), { recursive: true });
      writeFileSync(
        path.join(root, viewParameters),
        viewTypes(path.join(root, 'views'), new Set(helpers)),
      );
    },
  );
}

async function generateClient() {
  const sources = [schema, 'node_modules/prisma/package.json'];
  await make('generated client', sources, generated, () => {
    const prisma = path.join(root, 'node_modules/prisma/build/index.js');
    // Generating needs no engine, but the command looks for one, and on the internet: any
    // executable that is there stops it.
    const env = {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [prisma, 'generate', '--schema', schema],
      { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`${stdout}${stderr}`);
  });
}

/**
 * Compiles the code to .build if a source changed: a file for each program and worker, and few for what they share, as a program
 * of eight hundred small ones takes most of a second longer to start. Types are checked by `npm run check`.
 */
export async function compile() {
  const programs = [...under('src'), ...under('prisma')];
  const sources = ['.config/build.mjs', 'node_modules/esbuild/package.json', schema, ...programs];
  await make('compiled code', sources, compiled, async () => {
    rmSync(path.join(root, compiled), { recursive: true, force: true });
    const { build: bundle } = await import('esbuild');
    await bundle({
      absWorkingDir: root,
      entryPoints: programs.filter((file) => /(^src\/server|\/command|\.worker)\.ts$/.test(file)),
      outdir: compiled,
      outbase: '.',
      sourcemap: true,
      logLevel: 'silent',
      bundle: true,
      splitting: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
    });
  });
}

export async function build() {
  await generateClient();
  await compile();
}

async function make(what, sources, output, work) {
  const stampFile = path.join(root, '.build', `${what.replaceAll(' ', '-')}.sha256`);
  const stamp = stampOf(sources);
  const isFresh = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (isFresh && existsSync(path.join(root, output))) return;
  process.stderr.write(`Making the ${what} ...`);
  const began = Date.now();
  try {
    await work();
  } catch (error) {
    process.stderr.write(`\n${error.message}\n`);
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
    .filter((file) => file.endsWith('.ts') && !file.includes('/generated/'))
    .sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === '--client-only') await generate();
  else await build();
}
