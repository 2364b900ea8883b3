import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { addSpaces } from '../../src/parks/add-spaces.js';
import { proofsFolder } from '../../src/process/data-folders.js';
import { readStored } from '../../src/proofs/file-store.js';
import { at } from '../ledger/network.js';
import { aSpace } from '../parks/cast.js';
import { colourAt, somePhoto, turnedPhoto } from '../photos/samples.js';
import { type Cast, startVisits } from '../visits/cast.js';
import { answered, openBrowser, phone, signInAs, visit, whySkipped } from './browser.js';
import { faultsOf } from './look.js';

const reason = whySkipped();
if (reason !== null) console.warn(`The journeys of photos are skipped: ${reason}`);

/** The visit that is cut off. */
const ofThis = { note: '渡船上没有信号' };
const aFile = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer });

describe.skipIf(reason !== null)('photos taken with a phone', () => {
  let cast: Cast;
  let browser: Browser;
  beforeAll(async () => {
    cast = await startVisits();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await cast?.close();
  });

  it('arrive with their visit, made smaller on the device, and after a cut go on where it was', async () => {
    const context = await visit(browser, cast.base, { size: phone });
    const page = await signInAs(context, 'park1');
    await page.goto('/visits/new?park=P01&madeOn=2025-02-12');
    await page.locator('[name="kind"]').first().check();
    await page.locator('#madeBy').fill('王海燕');
    await page.getByLabel('海风3号').check();
    await page.locator('#note').fill(ofThis.note);
    const large = await somePhoto('#cc3333', 4000, 3000);
    await page
      .locator('#file')
      .setInputFiles([aFile('远.jpg', large), aFile('立.jpg', await turnedPhoto())]);
    await page.locator('.upload-status', { hasText: '已选 2 个文件' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const sent: string[] = [];
    let isCut = false;
    await page.route('**/visits/*/photos', async (route) => {
      sent.push(route.request().headers()['content-length'] ?? '');
      // The first photo arrives and its answer is lost; the second does not arrive until the connection is back.
      if (sent.length === 1) {
        await route.fetch({ maxRedirects: 0 });
        isCut = true;
      }
      if (isCut) await route.abort('connectionreset');
      else await route.continue();
    });
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.locator('.upload-status', { hasText: '连接中断，已上传 1/3' }).waitFor();
    expect(await cast.db.photo.count({ where: { visit: ofThis } })).toBe(1);
    expect(await faultsOf(page)).toEqual([]);
    isCut = false;
    await page.getByRole('button', { name: '继续上传' }).click();
    await page.waitForURL(/\/visits\/\d+$/);
    expect(await page.locator('.receipt').innerText()).toContain('登记走访服务');
    expect(await page.locator('.photos img').count()).toBe(2);
    expect(await page.evaluate(allDecoded)).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    expect(await cast.db.visit.count({ where: ofThis })).toBe(1);
    const photos = await cast.db.photo.findMany({
      where: { visit: ofThis },
      include: { file: true },
      orderBy: { position: 'asc' },
    });
    expect(photos.map(({ width, height }) => [width, height])).toEqual([
      [1600, 1200],
      [1200, 1600],
    ]);
    const [first, turned] = await Promise.all(
      photos.map(({ file }) => readStored(proofsFolder(cast.config), cast.keys, file)),
    );
    expect(await colourAt(first as Buffer, 0.2, 0.2)).toBe('blue');
    expect(await colourAt(turned as Buffer, 0.8, 0.2)).toBe('red');
    expect((await sharp(first).metadata()).exif).toBeUndefined();
    await context.close();
  });

  it('are refused in place with a reason, and the visit stays', async () => {
    const context = await visit(browser, cast.base, { size: phone });
    const page = await signInAs(context, 'park1');
    const id = await cast.log({ madeOn: '2025-02-11' });
    await page.goto(`/visits/${id}/photos/new`);
    await page.locator('#file').setInputFiles([aFile('坏的.jpg', Buffer.from('no photo'))]);
    await page.locator('.upload-status', { hasText: '已选 1 个文件' }).waitFor();
    await page.getByRole('button', { name: '上传照片' }).click();
    const said = page.locator('.upload-status', {
      hasText: '“坏的.jpg”不是 JPEG、PNG 或 HEIC 照片',
    });
    await said.waitFor();
    await page
      .locator('#file')
      .setInputFiles([aFile('好的.jpg', await somePhoto('#cc3333', 900, 600))]);
    await page.locator('.upload-status', { hasText: '已选 1 个文件' }).waitFor();
    await page.getByRole('button', { name: '上传照片' }).click();
    await page.waitForURL(new RegExp(`/visits/${id}$`));
    expect(await cast.db.photo.count({ where: { visitId: id } })).toBe(1);
    await context.close();
  });

  it('of a free space are added and seen without script', async () => {
    const context = await visit(browser, cast.base, { size: phone, script: false });
    const page = await signInAs(context, 'park1');
    const [id] = await transact(cast.db, (tx) =>
      addSpaces(tx, at('2025-02-01'), cast.parkIds[0], [aSpace({ openedOn: '2025-02-01' })]),
    );
    const space = await cast.db.space.findUniqueOrThrow({ where: { id: id as number } });
    await page.goto(`/parks/P01/spaces/${space.number}/photos/new`);
    await page
      .locator('#file')
      .setInputFiles([
        aFile('门面.jpg', await somePhoto()),
        aFile('室内.jpg', await turnedPhoto()),
      ]);
    await page.getByRole('button', { name: '上传照片' }).click();
    await page.waitForURL(/\/photos$/);
    await page.getByLabel('照片说明').first().fill('门面朝南');
    await page.getByLabel('顺序').first().fill('2');
    await page.getByLabel('顺序').last().fill('1');
    await answered(page, () => page.getByRole('button', { name: '保存顺序和说明' }).click());
    await page.goto(`/spaces/${space.number}`);
    expect(await page.locator('.photos img').last().getAttribute('alt')).toBe('门面朝南');
    await page.locator('.photos a').last().click();
    await page.waitForURL(/\/spaces\/.*\/photos\/\d+$/);
    await context.close();
    const seeing = await visit(browser, cast.base, { size: phone });
    const visitor = await seeing.newPage();
    await visitor.goto(`/spaces/${space.number}`);
    expect(await visitor.evaluate(allDecoded)).toBe(true);
    expect(await faultsOf(visitor)).toEqual([]);
    await seeing.close();
  });
});

/** Runs in the page: whether each photo has come and is one. */
async function allDecoded(): Promise<boolean> {
  const images = [...document.querySelectorAll<HTMLImageElement>('.photos img')];
  for (const image of images) image.loading = 'eager';
  await Promise.all(images.map((image) => image.decode()));
  return images.length > 0 && images.every(({ naturalWidth }) => naturalWidth > 0);
}
