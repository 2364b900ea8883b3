import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from './client.js';

/** What every room may use, and what uses no room. */
const ground = ['input', 'calendar', 'database', 'language'];
const src = path.join(projectRoot, 'src');
const all = readdirSync(src, { recursive: true, withFileTypes: true }).filter(
  (entry) => !entry.parentPath.includes('generated') && entry.name !== 'generated',
);
const files = all
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => path.relative(src, path.join(entry.parentPath, entry.name)));

/** The files of the project that a file imports, under src. */
function importsOf(file: string): string[] {
  const source = readFileSync(path.join(src, file), 'utf8');
  return [...source.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, to = '']) =>
    path.relative(src, path.resolve(src, path.dirname(file), to)).replace(/\.js$/, '.ts'),
  );
}

const roomOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] as string) : '');

describe('the rooms', () => {
  it('web imports none', () => {
    const allowed = new Set([...ground, 'web', '']);
    for (const file of files.filter((name) => roomOf(name) === 'web')) {
      expect(
        importsOf(file).filter((to) => !allowed.has(roomOf(to))),
        file,
      ).toEqual([]);
    }
  });

  it('files, the reader of what comes in, imports none', () => {
    const allowed = new Set([...ground, 'web', 'files', '']);
    for (const file of files.filter((name) => roomOf(name) === 'files')) {
      expect(
        importsOf(file).filter((to) => !allowed.has(roomOf(to))),
        file,
      ).toEqual([]);
    }
  });

  it.each(ground)('%s imports none, and not web', (room) => {
    const allowed = new Set([...ground, '']);
    for (const file of files.filter((name) => roomOf(name) === room)) {
      expect(
        importsOf(file).filter((to) => !allowed.has(roomOf(to))),
        file,
      ).toEqual([]);
    }
  });

  it('hand their routes to app.ts only; a room’s routes.ts may gather its own', () => {
    const isRoutes = /[/-]routes\.ts$/;
    for (const file of files.filter((name) => name !== 'app.ts')) {
      const own = file.endsWith('/routes.ts') ? roomOf(file) : null;
      const routes = importsOf(file).filter((to) => isRoutes.test(to) && roomOf(to) !== own);
      expect(routes, file).toEqual([]);
    }
  });

  it('are the only ones to know the driver: src/database', () => {
    const outside = files.filter((name) => roomOf(name) !== 'database');
    const knowing = outside.filter((file) =>
      /from '(sqlite3|@prisma\/[^']+)'/.test(readFileSync(path.join(src, file), 'utf8')),
    );
    expect(knowing).toEqual([]);
  });

  it('have names of their own: no utils, lib, helpers, common or services', () => {
    const folders = all.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const nameless = /^(utils?|libs?|helpers?|common|shared|services?|misc)$/;
    expect(folders.filter((name) => nameless.test(name))).toEqual([]);
    expect(files.filter((file) => nameless.test(path.basename(file, '.ts')))).toEqual([]);
  });

  it('leave the environment to config.ts', () => {
    const reading = files.filter((file) =>
      readFileSync(path.join(src, file), 'utf8').includes('process.env.'),
    );
    expect(reading).toEqual([]);
  });
});
