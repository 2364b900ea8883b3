// node .config/run.cjs src/<room>/<name>.ts ...: builds if something is stale, then runs that file's
// compiled form in this same process, with the arguments after it.
const { realpathSync } = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

// Password hashing and SQLite share these threads. The number is read when the first of them is
// used, and loading an ES module uses one: so this file is CommonJS and sets it first of all.
process.env.UV_THREADPOOL_SIZE ??= '16';

async function run([source, ...rest]) {
  if (!source?.endsWith('.ts')) throw new Error('which file? node .config/run.cjs src/server.ts');
  const { build, compiled, root } = await import('./build.mjs');
  await build();
  const program = realpathSync(path.join(root, compiled, source.replace(/\.ts$/, '.js')));
  process.argv = [process.argv[0], program, ...rest];
  await import(pathToFileURL(program).href);
}

// A reader that has seen enough, such as head, closes the pipe: that is no fault.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
