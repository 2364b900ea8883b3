import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import semver from 'semver';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const lock = JSON.parse(read('package-lock.json'));

/** The Node versions that the README promises. */
const promised = ['20.19.0', '22.12.0', '24.0.0'];

/** The local database server of Prisma's command, which nothing here starts. */
const neverLoaded = ['node_modules/@prisma/streams-local'];

type Locked = { dev?: boolean; optional?: boolean; engines?: { node?: string }; resolved?: string };
const locked = Object.entries(lock.packages as Record<string, Locked>).filter(([at]) => at !== '');

describe('the packages', () => {
  it('are pinned to exact versions', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies } as Record<string, string>;
    const loose = Object.entries(all).filter(([, version]) => semver.valid(version) === null);
    expect(loose).toEqual([]);
    for (const [name, version] of Object.entries(all)) {
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  it('come from no host that the lock file names', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(locked.length).toBeGreaterThan(100);
  });

  it.each(promised)('all run on Node %s', (node) => {
    expect(semver.satisfies(node, manifest.engines.node)).toBe(true);
    const refusing = locked
      .filter(([, { optional }]) => !optional)
      .filter(([at]) => !neverLoaded.includes(at))
      .filter(([, { engines }]) => engines?.node && !semver.satisfies(node, engines.node))
      .map(([name, { engines }]) => `${name} wants ${engines?.node}`);
    expect(refusing).toEqual([]);
  });

  it('bring one SQLite library, never two', () => {
    const names = locked.map(([at]) => at.replace(/^.*node_modules\//, ''));
    const libraries = ['sqlite3', 'better-sqlite3', 'libsql', '@libsql/client', 'sql.js'];
    expect(names.filter((name) => libraries.includes(name))).toEqual(['sqlite3']);
  });

  it('that run a script at install are listed in allowScripts', () => {
    const scripted = Object.entries(lock.packages as Record<string, { hasInstallScript?: boolean }>)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([at]) => at.replace(/^.*node_modules\//, ''))
      .filter((name) => name !== 'fsevents');
    expect(new Set(scripted)).toEqual(new Set(Object.keys(manifest.allowScripts)));
  });
});

describe('the top level', () => {
  it('holds what was agreed and nothing else', () => {
    const agreed =
      'src prisma views static tests package.json package-lock.json tsconfig.json README.md';
    const visible = readdirSync(root).filter((name) => !name.startsWith('.'));
    const made = ['node_modules', 'data'];
    const stray = visible.filter((name) => ![...agreed.split(' '), ...made].includes(name));
    expect(stray).toEqual([]);
    for (const name of agreed.split(' ')) expect(visible).toContain(name);
  });
});
