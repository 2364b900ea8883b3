import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { type Client, signIn } from '../web/client.js';
import { type Cast, startReports } from './cast.js';
import { plain, tables } from './reading.js';

let cast: Cast;
let auditor: Client;
beforeAll(async () => {
  cast = await startReports();
  auditor = await signIn(cast.net.base, 'auditor');
});
afterAll(() => cast.close());

const bulletin = '/reports/monthly-bulletin?period=2024-12&scope=network';
const read = async (client: Client, address: string, status = 200): Promise<string> => {
  const answer = await client.get(address);
  expect([address, answer.status]).toEqual([address, status]);
  return answer.text;
};
/** The part of a page in sentences, as it is marked. */
const textIn = (html: string): string =>
  /<section class="report-section" id="text">([\s\S]*?)<\/section>/.exec(html)?.[1] ?? '';
const linksIn = (html: string) =>
  [...html.matchAll(/<a href="([^"]+)">([\d,.%]+)<\/a>/g)].map(([, href = '', text = '']) => ({
    text,
    href: href.replace(/&amp;/g, '&').replace(/&#x3D;/g, '='),
  }));
const squeezed = (html: string) => plain(html).replace(/ /g, '');

describe('a report in sentences', () => {
  it('says what the tables under it say, with 同比 and 环比', async () => {
    const html = await read(cast.bureau, bulletin);
    const [main] = tables(html);
    const row = (name: string) =>
      main?.rows.find(([first]) => first === name)?.map((cell) => cell.replaceAll(',', '')) ?? [];
    const [, ventures, before, change, aYearAgo, onTheYear] = row('在园创业主体').map(Number);
    expect([change, onTheYear]).toEqual([
      Number(ventures) - Number(before),
      Number(ventures) - Number(aYearAgo),
    ]);
    const text = squeezed(textIn(html)).replaceAll(',', '');
    const said = (by: number, base: number) =>
      by === 0
        ? '持平'
        : `${by > 0 ? '增加' : '减少'}${Math.abs(by)}家、${by > 0 ? '增长' : '下降'}${Number(((Math.abs(by) / base) * 100).toFixed(1))}%`;
    expect(text).toContain(
      `在园创业主体${ventures}家，同比${said(Number(onTheYear), Number(aYearAgo))}，环比${said(Number(change), Number(before))}`,
    );
    expect(text).toMatch(/报送率[\d.]+%；未报的\d+家沿用上次填报的人数/);
  });

  it('names shares in percentage points, and no difference where there is none', async () => {
    const quarter = await read(cast.bureau, '/reports/quarterly-comparison?period=2024-Q3');
    expect(squeezed(textIn(quarter))).toMatch(/个百分点|同比持平|环比持平/);
    expect(squeezed(textIn(quarter))).not.toMatch(/(增加|减少|下降|提高)0[^.]|NaN|undefined/);
  });

  it.each([
    bulletin,
    '/reports/quarterly-comparison?period=2024-Q3',
    '/reports/annual-report?period=2024',
    '/reports/monthly-bulletin?period=2024-12&scope=park:P01',
  ])('leads from each number of %s to its records', async (address) => {
    const links = linksIn(textIn(await read(cast.bureau, address)));
    expect(links.length).toBeGreaterThan(8);
    for (const { href } of links) await read(cast.bureau, href);
    // No digit stands outside a link but in days, months and numerals of headings.
    const without = textIn(await read(cast.bureau, address))
      .replace(/<a href="[^"]+">[^<]+<\/a>/g, '')
      .replace(/\d+年(\d+月)?(\d+日)?/g, '')
      .replace(/<[^>]+>/g, '');
    expect(without).not.toMatch(/\d/);
  });

  it('compares a period that is under way with none', async () => {
    const html = await read(cast.bureau, '/reports/annual-report?period=2025');
    expect(squeezed(textIn(html))).not.toMatch(/同比|环比/);
  });

  it('is there in English', async () => {
    const html = await read(auditor, `${bulletin}&lang=en`);
    expect(plain(textIn(html))).toMatch(/had 3 parks on 31 December 2024, with \d+ ventures/);
    await read(auditor, '/account?lang=zh');
  });
});

describe('its Word document', () => {
  const word = '/reports/monthly-bulletin/word.docx?period=2024-12&scope=network';

  it('is laid out as an official document, with the text of the page', async () => {
    const parts = await unzipped(await bytesOf(cast.bureau, word));
    const body = textOfXml(parts.get('word/document.xml') ?? '');
    const page = squeezed(textIn(await read(cast.bureau, bulletin)));
    expect(page).toContain(body.find((line) => line.startsWith('截至2024年12月31日')));
    const document = parts.get('word/document.xml') ?? '';
    expect(document.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThan(2);
    expect(document).toContain('w:eastAsia="黑体"');
    expect(parts.get('word/styles.xml')).toContain('w:eastAsia="仿宋"');
    expect(parts.get('word/fontTable.xml')).toMatch(/w:name="仿宋"><w:altName w:val="FangSong,/);
    const footer = [...parts].find(([name]) => /footer\d+\.xml$/.test(name))?.[1] ?? '';
    expect(footer).toMatch(/— .*PAGE.* —/s);
  });

  it('is recorded before it goes out, and is nobody else’s', async () => {
    const count = () => cast.net.db.historyEvent.count({ where: { verb: 'report.exported' } });
    const before = await count();
    await bytesOf(cast.bureau, word);
    expect(await count()).toBe(before + 1);
    await read(cast.park1, word, 404);
  });

  const office = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find(existsSync);
  it.skipIf(office === undefined)(
    'opens in LibreOffice',
    async () => {
      const place = await mkdtemp(path.join(cast.net.config.dataDir, 'office-'));
      await writeFile(path.join(place, 'a.docx'), await bytesOf(cast.bureau, word));
      await promisify(execFile)(office as string, [
        `-env:UserInstallation=file://${place}/profile`,
        ...['--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', place],
        path.join(place, 'a.docx'),
      ]);
      const text = await readFile(path.join(place, 'a.txt'), 'utf8');
      expect(text).toContain('一、总体情况');
      await rm(place, { recursive: true });
    },
    120_000,
  );
});

describe('a report that is filed', () => {
  const form = '/reports/papers/new?report=monthly-bulletin&period=2024-12&scope=network';
  const file = async (edit: (text: string) => string) => {
    const html = await read(cast.bureau, form);
    const made = /<textarea[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? '';
    const query = (/name="query" value="([^"]*)"/.exec(html)?.[1] ?? '')
      .replace(/&amp;/g, '&')
      .replace(/&#x3D;/g, '=');
    const sent = { title: '十二月月报', issuer: '定海区人社局', query, text: edit(made) };
    return { made, answer: await cast.bureau.post('/reports/papers', sent) };
  };

  it('keeps both texts, who and when; a number that was typed is marked, the others lead on', async () => {
    const { made, answer } = await file((text) => `${text}\n八、下步安排\n再走访99家。`);
    expect(answer.status).toBe(303);
    const row = await cast.net.db.reportPaper.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(row.text).toBe(`${made}\n八、下步安排\n再走访99家。`);
    const html = await read(cast.bureau, `/reports/papers/${row.id}`);
    expect(html).toContain('<mark>[99]</mark>');
    expect(html).toContain('系统生成的文字');
    expect(linksIn(html).length).toBeGreaterThan(20);
    expect(html.match(/<mark>/g)).toHaveLength(1);
    const parts = await unzipped(await bytesOf(cast.bureau, `/reports/papers/${row.id}/word.docx`));
    const lines = textOfXml(parts.get('word/document.xml') ?? '');
    expect(lines).toContain('再走访99家。');
    expect(lines).toContain('定海区人社局');
    await expect(
      cast.net.db.reportPaper.update({ where: { id: row.id }, data: { text: '' } }),
    ).rejects.toThrow();
    await read(auditor, `/reports/papers/${row.id}`);
    await read(cast.park1, `/reports/papers/${row.id}`, 404);
  });

  it('refuses an empty text, and loses nothing that was typed', async () => {
    const { answer } = await file(() => ' ');
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('十二月月报');
    expect(answer.text).toContain('定海区人社局');
  });

  it('is not for an auditor to write', async () => {
    await read(auditor, form, 403);
    expect(textIn(await read(auditor, bulletin))).not.toContain('/reports/papers/new');
  });
});

async function bytesOf(client: Client, address: string): Promise<Buffer> {
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(client.base + address, { headers: { cookie } });
  expect([address, answer.status]).toEqual([address, 200]);
  return Buffer.from(await answer.arrayBuffer());
}

async function unzipped(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(bytes, {
    lazyEntries: true,
  });
  const parts = new Map<string, string>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) =>
      zip.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
        zip.readEntry();
      }),
    );
    zip.on('end', () => resolve(parts)).on('error', reject);
    zip.readEntry();
  });
}

/** The paragraphs of a document. */
function textOfXml(xml: string): string[] {
  const lines: string[] = [];
  let line = '';
  const parser = new SaxesParser();
  parser.on('text', (text) => {
    line += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:p') lines.push(line.replace(/ /g, ''));
    if (name === 'w:p') line = '';
  });
  parser.write(xml).close();
  return lines;
}
