import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openKeyRing, readKeysFile, replaceKeysFile } from '../../src/vault/keys-file.js';
import { refuseMissingKeys } from '../../src/vault/keys-in-use.js';
import { madeAt, someRing, withNewer } from './rings.js';

let folder = '';
let file = '';
let told: string[] = [];
const opening = (mayMake = true) => ({
  mayMake,
  now: madeAt,
  tell: (line: string) => told.push(line),
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'keys-'));
  file = path.join(folder, 'apart', 'keys.json');
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is made at the first start, for its owner only, with a word about keeping a copy', () => {
  const ring = openKeyRing(file, opening());
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(told.join()).toContain('Keep a copy of it, apart from the copies of the data');
  expect(readdirSync(path.dirname(file))).toEqual(['keys.json']);
  const again = openKeyRing(file, opening(false));
  expect([again.newest.id, again.lookup.id]).toEqual([ring.newest.id, ring.lookup.id]);
  expect(again.lookup.id).not.toBe(again.newest.id);
  expect(told).toHaveLength(1);
});

it('is never made anew where something was sealed already', () => {
  expect(() => openKeyRing(file, opening(false))).toThrow(/is not there, but the database holds/);
  expect(existsSync(file)).toBe(false);
});

it('that belongs to another database stops the start', () => {
  const ring = openKeyRing(file, opening());
  const other = someRing().newest.id;
  expect(() =>
    refuseMissingKeys(ring, new Set([ring.newest.id, ring.lookup.id]), file),
  ).not.toThrow();
  expect(() => refuseMissingKeys(ring, new Set([other]), file)).toThrow(`lacks the key ${other}`);
});

it('that others may read is refused', () => {
  openKeyRing(file, opening());
  chmodSync(file, 0o644);
  expect(() => openKeyRing(file, opening(false))).toThrow('chmod 600');
});

it('that was altered is refused, without its content in the message', () => {
  openKeyRing(file, opening());
  const text = readFileSync(file, 'utf8');
  const key = /"key": "([^"]+)"/.exec(text)?.[1] ?? '';
  const other = key.startsWith('A') ? `B${key.slice(1)}` : `A${key.slice(1)}`;
  for (const bad of [
    text.replace(key, other),
    text.replace(key, 'AAAA'),
    text.slice(9),
    '',
    '{}',
  ]) {
    writeFileSync(file, bad, { mode: 0o600 });
    expect(() => readKeysFile(file)).toThrow(/is not a file of keys/);
    expect(() => readKeysFile(file)).not.toThrow(other.slice(0, 12));
  }
});

it('is replaced whole when a key is added', () => {
  openKeyRing(file, opening());
  replaceKeysFile(file, withNewer(readKeysFile(file)));
  expect(readKeysFile(file).sealing).toHaveLength(2);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
