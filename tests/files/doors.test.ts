import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, startReturns } from '../returns/cast.js';
import { book, data, text } from './archive.js';
import { hostile } from './hostile.js';

const month = '2025-01';
let app: Cast;
beforeAll(async () => {
  app = await startReturns();
});
afterAll(() => app.close());

const doors = {
  roster: { address: `/returns/${month}/P01/roster`, who: 'park1' },
  import: { address: `/returns/${month}/P01/import`, who: 'park1' },
  list: { address: '/imports', who: 'park1' },
  verify: { address: '/reports/verify', who: 'bureau' },
} as const;
type Door = keyof typeof doors;

async function send(door: Door, bytes: Buffer) {
  const { address, who } = doors[door];
  const client = app.as(who);
  const body = new FormData();
  body.append('_token', await client.tokenOf(door === 'list' ? '/imports/new' : address));
  body.append('consent', 'yes');
  if (door === 'list') body.append('parkId', '1');
  body.append('file', new Blob([new Uint8Array(bytes)]), '表.xlsx');
  return client.send(address, { method: 'POST', body, headers: { accept: 'text/html' } });
}

const written = async () => [
  await app.db.rosterPerson.count(),
  await app.db.returnCell.count(),
  await app.db.historyEvent.count(),
  await app.db.importBatch.count(),
];

/** The most memory that the process had above what it had before, in megabytes. */
async function peakOf(work: () => Promise<void>): Promise<number> {
  const before = process.memoryUsage.rss();
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss() - before);
  }, 10);
  await work();
  clearInterval(timer);
  return peak / 1024 / 1024;
}

describe.each(Object.keys(hostile))('%s', (name) => {
  it('is refused at each door with what is wrong, writes nothing, and takes little memory', async () => {
    const { make, says, saysOfExport = says } = hostile[name] as (typeof hostile)[string];
    const bytes = make();
    const before = await written();
    const peak = await peakOf(async () => {
      for (const door of Object.keys(doors) as Door[]) {
        const { status, text: page } = await send(door, bytes);
        const words = door === 'verify' ? saysOfExport : says;
        const most = door === 'list' ? 8 : 4;
        const isWhole = bytes.length < most * 1024 * 1024 || door === 'verify';
        expect([door, status], page.slice(0, 200)).toEqual([door, 422]);
        expect(page, door).toContain(isWhole ? words : `超过 ${most} MB`);
      }
    });
    expect(await written()).toEqual(before);
    expect(peak).toBeLessThan(600);
  });
});

it('the site answers while a large table is read', async () => {
  const cells = (row: number) =>
    Array.from({ length: 20 }, (_, i) => text(`${String.fromCharCode(65 + i)}${row}`, '舟山')).join(
      '',
    );
  const rows = Array.from({ length: 19_000 }, (_, i) => `<row r="${i + 1}">${cells(i + 1)}</row>`);
  const bytes = book({ sheet: data(rows.join('')) });
  let isRead = false;
  const reading = send('import', bytes).finally(() => {
    isRead = true;
  });
  let answers = 0;
  while (!isRead) {
    const { status } = await fetch(`${app.base}/healthz`);
    expect(status).toBe(200);
    answers += 1;
  }
  expect((await reading).text).toContain('表中的表头与模板不同');
  expect(answers).toBeGreaterThan(20);
});

it('an account has one table read at a time', async () => {
  const bytes = book({ sheet: data(`<row>${text('A1', 'x')}</row>`) });
  const answers = await Promise.all([send('import', bytes), send('import', bytes)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 429]);
});
