import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Network, startNetwork } from '../ledger/cast.js';
import { plain } from '../reports/reading.js';
import { type Client, signIn } from '../web/client.js';
import { fetchBytes, rewritten, upload } from './files.js';

const office = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
].find(existsSync);

const addresses = {
  ventures: '/ventures.xlsx',
  jobs: '/totals.xlsx?measure=jobs&scope=network&asOf=2024-12-31',
  report: '/reports/annual-report.xlsx?period=2024',
  cross: '/reports/cross-table.xlsx?measure=jobs&rows=park&columns=industry&to=2024-12',
};

let net: Network;
let bureau: Client;
let place: string;
/** Every workbook, opened in LibreOffice and saved there. */
const saved = new Map<string, Buffer>();
beforeAll(async () => {
  if (office === undefined) return;
  net = await startNetwork();
  bureau = await signIn(net.base, 'bureau');
  place = await mkdtemp(path.join(tmpdir(), 'resaved-'));
  await mkdir(path.join(place, 'again'));
  for (const [name, address] of Object.entries(addresses))
    await writeFile(path.join(place, `${name}.xlsx`), await fetchBytes(bureau, address));
  await promisify(execFile)(office, [
    `-env:UserInstallation=file://${place}/profile`,
    '--headless',
    '--convert-to',
    'xlsx',
    '--outdir',
    path.join(place, 'again'),
    ...Object.keys(addresses).map((name) => path.join(place, `${name}.xlsx`)),
  ]);
  for (const name of Object.keys(addresses))
    saved.set(name, await readFile(path.join(place, 'again', `${name}.xlsx`)));
}, 240_000);
afterAll(async () => {
  await net?.close();
  if (place) await rm(place, { recursive: true });
});

const verified = async (bytes: Buffer) =>
  plain((await upload(bureau, '/reports/verify', bytes)).text);
const savedBook = (name: keyof typeof addresses) => saved.get(name) as Buffer;

describe.skipIf(office === undefined)(
  office === undefined
    ? 'skipped: there is no soffice on this machine'
    : 'a workbook that LibreOffice saved again',
  () => {
    it.each(Object.keys(addresses) as (keyof typeof addresses)[])(
      '%s is the system’s own',
      async (name) => {
        expect(await verified(savedBook(name))).toContain('与系统导出时完全一致');
      },
    );

    it('with another number in place of its sum is not, and says where', async () => {
      let at = '';
      const changed = await rewritten(savedBook('jobs'), 'xl/worksheets/sheet2.xml', (xml) =>
        xml.replace(
          /<c r="(\w+)"([^>]*)><f[^>]*>SUM\([^<]*<\/f><v>(\d+)<\/v>/,
          (_, cell: string, rest: string, sum: string) => {
            at = cell;
            return `<c r="${cell}"${rest}><v>${Number(sum) + 7}</v>`;
          },
        ),
      );
      const text = await verified(changed);
      expect(at).not.toBe('');
      expect(text).toContain('与系统导出时不一致');
      expect(text).toContain('合计与系统不一致');
    });

    it('with another number in one of its rows is not, and says where', async () => {
      const changed = await rewritten(savedBook('jobs'), 'xl/worksheets/sheet2.xml', (xml) =>
        xml.replace(/(<c r="G5"[^>]*><v>)\d+/, (_, before: string) => `${before}999`),
      );
      expect(await verified(changed)).toContain('G5 单元格被改动');
    });
  },
);
