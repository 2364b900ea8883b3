import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const found = new Map<string, Promise<URL>>();

/**
 * The program of a worker. Compiled code has one for each `*.worker.ts`; run from sources, it is compiled once a
 * process, as a worker cannot read TypeScript.
 * @param name without its ending, from the root: `src/files/read-table.worker`
 */
export function workerProgram(name: string): Promise<URL> {
  const known = found.get(name) ?? locate(name);
  found.set(name, known);
  return known;
}

async function locate(name: string): Promise<URL> {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, `${name}.js`)))
      return pathToFileURL(path.join(folder, `${name}.js`));
    if (existsSync(path.join(folder, `${name}.ts`))) return compile(folder, name);
    if (folder === path.dirname(folder)) throw new Error(`${name} was not found above the program`);
  }
}

async function compile(root: string, name: string): Promise<URL> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`${name}.ts`],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
    logLevel: 'silent',
  });
  const file = path.join(root, '.build/workers', `${path.basename(name)}.mjs`);
  await mkdir(path.dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  await writeFile(own, outputFiles[0]?.contents ?? '');
  await rename(own, file); // another process may be reading the one before
  return pathToFileURL(file);
}
