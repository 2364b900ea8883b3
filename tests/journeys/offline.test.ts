import { type AddressInfo, createServer, type Server, Socket } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, startVisits } from '../visits/cast.js';
import { openBrowser, phone, signInAs, visit, whySkipped } from './browser.js';

const reason = whySkipped();
if (reason !== null) console.warn(`The journey of reading offline is skipped: ${reason}`);

/** A line to the site that can be cut: its worker too gets no answer then. */
async function lineTo(base: string) {
  const port = Number(new URL(base).port);
  const open = new Set<Socket>();
  let isCut = false;
  const server: Server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = new Socket().connect(port, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy()).on('close', () => open.delete(one));
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      for (const socket of open) socket.destroy();
    },
    mend() {
      isCut = false;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe.skipIf(reason !== null)('reading without a connection', () => {
  let cast: Cast;
  let browser: Browser;
  let line: Awaited<ReturnType<typeof lineTo>>;
  beforeAll(async () => {
    cast = await startVisits();
    line = await lineTo(cast.base);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    line?.cut();
    await line?.close();
    await cast?.close();
  });

  const addresses = (page: Page) =>
    page.evaluate(async () => {
      if (!(await caches.has('offline-copies'))) return null;
      const requests = await (await caches.open('offline-copies')).keys();
      return requests
        .map(({ url }) => new URL(url).pathname + new URL(url).search)
        .filter((url) => !url.startsWith('/static/'))
        .sort();
    });
  const kept = (page: Page, address: string) =>
    expect.poll(async () => (await addresses(page)) ?? [], { timeout: 20_000 }).toContain(address);
  const gone = (page: Page, address: string) =>
    expect
      .poll(async () => (await addresses(page)) ?? [], { timeout: 20_000 })
      .not.toContain(address);

  async function chosen(): Promise<{ context: BrowserContext; page: Page }> {
    const context = await visit(browser, line.base, { size: phone });
    const page = await signInAs(context, 'park1');
    await page.goto('/account/offline');
    await page.getByRole('button', { name: '在这台设备上开启' }).click();
    await page.getByText('这台设备已开启离线查看').waitFor();
    await kept(page, '/account/offline');
    return { context, page };
  }
  const bar = (page: Page) => page.locator('.copy-bar');
  const venture = async () =>
    (await cast.db.venture.findUniqueOrThrow({ where: { id: cast.idOf(3) } })).number;

  it('keeps nothing for who has not chosen it, on this device', async () => {
    const context = await visit(browser, line.base, { size: phone });
    const page = await signInAs(context, 'park1');
    await page.goto('/ventures');
    expect(await addresses(page)).toBeNull();
    expect(
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    ).toBe(0);
    await context.close();
  });

  it('shows what was opened, marked and not to be filled in, and says so of what was not', async () => {
    const { context, page } = await chosen();
    const show = `/ventures/${await venture()}`;
    const month = '/returns/2025-01/P01';
    for (const address of ['/today', '/ventures', show, '/visits', '/returns', month]) {
      await page.goto(address);
      expect(await bar(page).isVisible()).toBe(false);
      await kept(page, address);
    }
    // Neither forms nor cases nor public pages are on the list.
    for (const address of ['/visits/new', '/waivers', '/parks', '/account']) {
      await page.goto(address);
      await page.waitForLoadState();
    }
    const all = await addresses(page);
    expect(all?.filter((url) => /new|waivers|parks|account$/.test(url))).toEqual([]);

    line.cut();
    await page.goto(show);
    expect(await bar(page).innerText()).toMatch(/没有网络。这是 .+存在本机的副本/);
    expect(await page.locator('h1').innerText()).toContain('海风3号');
    expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
    await page.goto(month);
    const left = page.locator(':is(button, input, select, textarea):not(:disabled)');
    expect(await page.locator('main input').count()).toBeGreaterThan(3);
    expect(await left.count()).toBe(0);
    expect(await page.content()).not.toMatch(/name="_token" value="[^"]/);
    await page.goto('/visits/new');
    expect(await bar(page).innerText()).toContain('您要打开的页面没有存在本机');
    await page.locator('[data-copies] a', { hasText: '海风3号' }).click();
    await page.waitForURL((url) => url.pathname === show);
    line.mend();
    await page.goto(show);
    expect(await bar(page).isVisible()).toBe(false);
    await context.close();
  });

  it('drops the copy of a page that the site no longer gives', async () => {
    const { context, page } = await chosen();
    const id = await cast.log({ note: '临时走访' });
    await page.goto(`/visits/${id}`);
    await kept(page, `/visits/${id}`);
    const parks = await cast.db.accountPark.findMany({ where: { account: { username: 'park1' } } });
    await cast.db.accountPark.deleteMany({ where: { account: { username: 'park1' } } });
    expect((await page.goto(`/visits/${id}`))?.status()).toBe(404);
    await gone(page, `/visits/${id}`);
    await cast.db.accountPark.createMany({ data: parks });
    await context.close();
  });

  it('keeps none for longer than three days, and sixty at most', async () => {
    const { context, page } = await chosen();
    await page.evaluate(async () => {
      const cache = await caches.open('offline-copies');
      const at = (hours: number) => ({
        headers: { 'Copy-Of': new Date(Date.now() - hours * 3_600_000).toISOString() },
      });
      await cache.put('/ventures?q=old', new Response('<html >alt', at(73)));
      for (let i = 1; i <= 65; i += 1)
        await cache.put(`/ventures?page=${i}`, new Response('x', at(i)));
    });
    line.cut();
    await page.goto('/ventures?q=old');
    expect(await bar(page).innerText()).toContain('您要打开的页面没有存在本机');
    line.mend();
    await page.goto('/visits');
    await gone(page, '/ventures?q=old');
    await gone(page, '/ventures?page=65');
    await expect.poll(async () => (await addresses(page))?.length, { timeout: 20_000 }).toBe(61); // and the choice
    await context.close();
  });

  it('leaves nothing after signing out, nor to who signs in next', async () => {
    const { context, page } = await chosen();
    await page.goto('/ventures');
    await kept(page, '/ventures');
    await page.evaluate(() => {
      (document.querySelector('form[action="/sign-out"]') as HTMLFormElement).requestSubmit();
    });
    await page.waitForURL((url) => url.pathname === '/');
    await gone(page, '/ventures');
    expect(await addresses(page)).toEqual(['/offline-choice']);

    const again = await signInAs(context, 'park1');
    await again.goto('/ventures');
    await kept(again, '/ventures');
    await context.clearCookies();
    await signInAs(context, 'park3');
    await expect.poll(() => addresses(again), { timeout: 20_000 }).toBeNull();
    line.cut();
    await expect(again.goto('/ventures')).rejects.toThrow();
    line.mend();
    await context.close();
  });

  it('leaves nothing once the session is over, and nothing once it is turned off', async () => {
    const { context, page } = await chosen();
    await page.goto('/ventures');
    await kept(page, '/ventures');
    await context.clearCookies();
    await page.goto('/visits');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await gone(page, '/ventures');

    const back = await signInAs(context, 'park1');
    await back.goto('/ventures');
    await kept(back, '/ventures');
    await back.goto('/account/offline');
    await back.getByRole('button', { name: '关闭并删除副本' }).click();
    await back.getByText('这台设备未开启离线查看').waitFor();
    expect(await addresses(back)).toBeNull();
    await context.close();
  });

  it('gives back a draft that had no answer, though a copy was shown meanwhile', async () => {
    const { context, page } = await chosen();
    await page.goto('/visits');
    await kept(page, '/visits');
    await page.goto('/visits/new?park=P01&madeOn=2025-02-12');
    await page.locator('#note').fill('码头边写的');
    await page.locator('.draft-status', { hasText: '草稿已存在本机' }).waitFor();
    line.cut();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await bar(page).waitFor();
    await page.goto('/visits');
    expect(await bar(page).isVisible()).toBe(true);
    line.mend();
    await page.goto('/visits');
    await page.goto('/visits/new?park=P01&madeOn=2025-02-12');
    expect(await page.locator('#note').inputValue()).toBe('码头边写的');
    await context.close();
  });

  it('is offered to managers alone', async () => {
    expect((await cast.as('park1').get('/account')).text).toContain('href="/account/offline"');
    expect((await cast.as('bureau').get('/account')).text).not.toContain('/account/offline');
    expect((await cast.as('bureau').get('/account/offline')).status).toBe(403);
    expect((await cast.as('bureau').get('/ventures')).headers.get('offline-copy')).toBeNull();
    expect((await cast.as('park1').get('/ventures')).headers.get('offline-copy')).toBe('yes');
    expect((await cast.as('park1').get('/waivers')).headers.get('offline-copy')).toBeNull();
  });
});
