import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFont } from '../../src/charts/font.js';
import { coverageOf } from '../../src/charts/font-coverage.js';
import { drawPng } from '../../src/charts/png.js';
import { readConfig } from '../../src/config.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { Client, signIn, startApp } from '../web/client.js';

const font = await findFont(readConfig({ NODE_ENV: 'test' }).fontDirs);
let net: Network;
let folder: string;
beforeAll(async () => {
  net = await startNetwork();
  folder = await mkdtemp(path.join(tmpdir(), 'fonts-'));
});
afterAll(async () => {
  await net.close();
  await rm(folder, { recursive: true });
});

/** What the head of a PNG says: its size, and how many pixels it has to a metre. */
async function pngOf(base: string, cookie: Client, address: string) {
  const headers = { cookie: [...cookie.cookies].map((pair) => pair.join('=')).join('; ') };
  const answer = await fetch(`${base}${address}`, { headers });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { answer, bytes, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

const trend = '/charts/trend.png?measure=jobs&asOf=2025-01-21&scope=network';

describe.skipIf(font === null)('a chart as PNG, where a font writes Chinese', () => {
  it('is an image of twice the size, on white, that says how dense it is', async () => {
    const { answer, bytes, width, height } = await pngOf(net.base, new Client(net.base), trend);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    expect(bytes.toString('latin1', 0, 8)).toBe('\x89PNG\r\n\x1a\n');
    expect([width, height]).toEqual([1520, 600]);
    expect(bytes.readUInt32BE(bytes.indexOf('pHYs') + 4)).toBe(7559);
    const at = bytes.indexOf('IDAT');
    const lines = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
    expect(lines.length).toBe(600 * (1520 * 4 + 1));
    expect([...lines.subarray(1, 5)]).toEqual([255, 255, 255, 255]);
  });

  it('is kept by the browser, and by itself: asked again it is the same', async () => {
    const visitor = new Client(net.base);
    const first = await visitor.get(trend);
    const etag = first.headers.get('etag') ?? '';
    const again = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
    expect((await visitor.get(trend, again)).status).toBe(304);
  });

  it.each(['trend', 'parks', 'flow', 'premises', 'islands'])(
    'every chart of the reports is to be had: %s, as a file with its day',
    async (key) => {
      const bureau = await signIn(net.base, 'bureau');
      const address = `/reports/charts/${key}.png?period=2024&scope=region:330903&download=1`;
      const { answer, width } = await pngOf(net.base, bureau, address);
      expect([answer.status, width]).toEqual([200, 1520]);
      expect(answer.headers.get('cache-control')).toBe('private, max-age=60');
      const name = decodeURIComponent(answer.headers.get('content-disposition') ?? '');
      expect(name).toContain('-普陀区-2024-12-31.png');
    },
  );

  it('is linked beside each chart', async () => {
    const bureau = await signIn(net.base, 'bureau');
    expect((await bureau.get('/reports/charts?period=2024')).text).toContain('/charts/flow.png?');
    expect((await bureau.get('/dashboard')).text).toContain('/charts/industries.png?');
    const venture = await net.db.venture.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const page = await bureau.get(`/ventures/${venture.number}`);
    const address = `/ventures/${venture.number}/headcounts.png?download=1`;
    expect(page.text).toContain(`/ventures/${venture.number}/headcounts.png?`);
    expect((await pngOf(net.base, bureau, address)).width).toBe(1520);
  });

  it('is seen by whom the chart is seen by', async () => {
    const manager = await signIn(net.base, 'park1');
    expect((await manager.get('/charts/trend.png?measure=jobs&scope=park:P03')).status).toBe(404);
    const admin = await signIn(net.base, 'admin');
    expect((await admin.get('/reports/charts/parks.png?period=2024')).status).toBe(403);
    const visitor = new Client(net.base);
    expect((await visitor.get('/charts/industries.png')).status).toBe(303);
    expect((await visitor.get('/reports/charts/parks.png?period=2024')).status).toBe(303);
  });

  it('is refused rather than drawn with a box, and so is one too many', async () => {
    if (font === null) throw new Error('no font');
    const svg = (text: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>${text}</text></svg>`;
    await expect(drawPng(svg('\u{10FFFD}'), font)).rejects.toThrow('charts.png.no-character');
    await expect(drawPng(svg('&#x10FFFD;'), font)).rejects.toThrow('charts.png.no-character');
    const all = await Promise.allSettled(
      Array.from({ length: 16 }, () => drawPng(svg('园&amp;'), font)),
    );
    const refused = all.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(4);
    expect((await drawPng(svg('园'), font)).length).toBeGreaterThan(50);
  });
});

describe('where no font writes Chinese', () => {
  it('the answer says which is missing, and the page offers the SVG alone', async () => {
    const bare = await startApp({ db: net.db, config: { fontDirs: [folder] } });
    const answer = await new Client(bare.base).get(trend, { accept: 'text/html' });
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('fonts-noto-cjk');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const bureau = await signIn(bare.base, 'bureau');
    const page = await bureau.get('/reports/charts?period=2024');
    expect(page.text).not.toContain('.png');
    expect(page.text).toContain('fonts-noto-cjk');
    expect((await bureau.get('/reports/charts/flow.svg?period=2024')).status).toBe(200);
    await bare.close();
  });

  it('a file that only has the name of a font is none', async () => {
    await writeFile(path.join(folder, 'simhei.ttf'), 'no font');
    expect(await findFont([folder, path.join(folder, 'absent')])).toBeNull();
  });
});

describe('what a font covers', () => {
  /** A font with nothing but a map of characters. */
  const fontOf = (map: Buffer) => {
    const head = Buffer.alloc(28);
    head.writeUInt16BE(1, 4);
    head.write('cmap', 12, 'latin1');
    head.writeUInt32BE(28, 20);
    head.writeUInt32BE(map.length, 24);
    return Buffer.concat([head, map]);
  };
  const words = (...values: number[]) =>
    Buffer.from(values.flatMap((value) => [value >> 8, value & 255]));
  const index = words(0, 1, 3, 1, 0, 12);

  it.each([
    ['its first plane', words(4, 40, 0, 4, 0, 0, 0, 0x5a, 0xffff, 0, 0x41, 0xffff)],
    ['all of Unicode', words(12, 0, 0, 28, 0, 0, 0, 1, 0, 0x41, 0, 0x5a, 0, 1)],
  ])('is read from a map with %s', async (_, map) => {
    const file = path.join(folder, 'letters.ttf');
    await writeFile(file, fontOf(Buffer.concat([index, map])));
    const covers = await coverageOf(file);
    expect([...'@AMZ['].map((one) => covers?.(one.codePointAt(0) ?? 0))).toEqual([
      ...[false, true, true, true, false],
    ]);
  });
});
