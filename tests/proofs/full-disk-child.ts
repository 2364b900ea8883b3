/** Stores a file of proof, and keeps an exported one, where no file may become larger than 10,000 bytes. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { keepFile } from '../../src/exports/exports-folder.js';
import { storeFile } from '../../src/proofs/file-store.js';
import { someRing } from '../vault/rings.js';

const [folder = ''] = process.argv.slice(2);
const limit = (bytes: string) =>
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`]);
const bytes = Buffer.alloc(1_000_000, 1);
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'stored',
    (error) => error.code,
  );

const store = () => codeOf(storeFile(folder, someRing(), { personId: 1, bytes }));
const keep = () => codeOf(keepFile(folder, Readable.from([bytes]), 'csv'));
const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile()).length;

limit('10000');
const refused = [await store(), await keep(), files()];
limit('unlimited');
process.stdout.write(`${JSON.stringify([...refused, await store(), await keep(), files()])}\n`);
