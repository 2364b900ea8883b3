import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { floors, ground } from '../../src/floors.js';
import { projectRoot } from './client.js';

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
  return [...source.matchAll(/(?:from|import\(?)\s*'(\.[^']+)'/g)].map(([, to = '']) =>
    path.relative(src, path.resolve(src, path.dirname(file), to)).replace(/\.js$/, '.ts'),
  );
}

const roomOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] as string) : '');

/** What of several files is imported, however far down. */
function reachedFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const to of importsOf(file)) if (files.includes(to)) reachedFrom(to, seen);
  return seen;
}

/** On which floor a file stands: below all rooms -1; above them what joins them, and above that the commands. */
function floorOf(file: string): number {
  if (ground.includes(file)) return -1;
  const room = roomOf(file);
  if (file.endsWith('/command.ts')) return floors.length + 1;
  if (room === '') return floors.length;
  return floors.findIndex((rooms) => rooms.includes(room));
}

const programs = files.filter((file) => file === 'server.ts' || file.endsWith('/command.ts'));

describe('the rooms', () => {
  it('stand on one floor each', () => {
    const rooms = new Set(files.map(roomOf).filter((room) => room !== ''));
    expect(floors.flat().sort()).toEqual([...rooms].sort());
  });

  it('import what is on floors below, so that no two and no circle of them need each other', () => {
    const back = files.flatMap((file) =>
      importsOf(file)
        .filter((to) => files.includes(to) && roomOf(to) !== roomOf(file))
        .filter((to) => floorOf(to) >= floorOf(file))
        .map((to) => `${file} imports ${to}`),
    );
    expect(back).toEqual([]);
  });

  it.each(programs)('%s brings what the rooms it reaches are handed from above', (program) => {
    const reached = reachedFrom(program);
    if (reached.has('language/say.ts')) expect(reached).toContain('words.ts');
    if (reached.has('backup/verify-data.ts')) expect(reached).toContain('between-rooms.ts');
    if (reached.has('ventures/leaving.ts')) expect(reached).toContain('between-rooms.ts');
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
