import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Cast, caseAt, startWaivers } from '../waivers/cast.js';
import { caseOf, morning } from '../waivers/desk.js';
import { desk, openBrowser, phone, visit, whySkipped } from './browser.js';
import { faultsOf } from './look.js';

/** Presses Tab until the wanted element has the focus, as long as it takes. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    const isThere = (wanted: string) => document.activeElement?.matches(wanted) ?? false;
    if (await page.evaluate(isThere, selector)) return;
  }
  throw new Error(`no amount of Tab leads to ${selector}`);
}

const reason = whySkipped();
describe.skipIf(reason !== null)('reviewing', () => {
  let cast: Cast;
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    cast = await startWaivers();
  });
  afterEach(() => cast.close());

  /** Goes by the keyboard to what the selector names, and through it to another page. */
  async function follow(page: Page, selector: string, to: RegExp): Promise<void> {
    await tabTo(page, selector);
    await Promise.all([page.waitForURL(to), page.keyboard.press('Enter')]);
    expect(await faultsOf(page), page.url()).toEqual([]);
  }

  it('takes a case from the queue to its decision with nothing but a keyboard', async () => {
    const number = await caseAt(cast, 'bureau-review');
    cast.clock.set(morning('2025-02-18'));
    const context = await visit(browser, cast.base, { size: desk });
    const page = await context.newPage();
    await page.goto('/sign-in?next=/waivers/queue');
    await tabTo(page, '#username');
    await page.keyboard.type('bureau');
    await tabTo(page, '#password');
    await page.keyboard.type('walls-down-2025');
    await Promise.all([
      page.waitForURL((url) => url.pathname === '/waivers/queue'),
      page.keyboard.press('Enter'),
    ]);
    expect(await faultsOf(page)).toEqual([]);

    await follow(page, `a[href="/waivers/${number}"]`, new RegExp(`${number}$`));
    await tabTo(page, `form[action="/waivers/${number}/claim"] button`);
    await page.keyboard.press('Enter');
    await page.waitForSelector(`form[action="/waivers/${number}/release"]`);
    await follow(page, `a[href="/waivers/${number}/determination"]`, /determination$/);
    await tabTo(page, '[name=outcome]');
    await page.keyboard.press('Space');
    await follow(page, 'main form button[type=submit]', new RegExp(`${number}$`));
    expect((await caseOf(cast, number)).state).toBe('notice');
    expect(await page.locator('main').innerText()).toContain('认定通过，进入公示');
    await context.close();
  });

  it.each([
    ['zh', phone],
    ['en', desk],
  ] as const)(
    'holds WCAG 2.2 AA and its width on every page of the desks, in %s',
    async (language, size) => {
      const number = await caseAt(cast, 'submitted', { policyCode: 'rent-subsidy' });
      cast.clock.set(morning('2025-02-18'));
      const context = await visit(browser, cast.base, { size, language });
      await context.addCookies([{ name: 'lang', value: language, url: cast.base }]);
      const page = await context.newPage();
      await page.goto('/sign-in');
      await page.fill('#username', 'park1');
      await page.fill('#password', 'walls-down-2025');
      await Promise.all([
        page.waitForURL((url) => url.pathname !== '/sign-in'),
        page.press('#password', 'Enter'),
      ]);
      for (const address of [
        ...[
          '/waivers/queue',
          '/waivers/queue?tab=all',
          '/waivers/queue?tab=mine',
          `/waivers/${number}`,
        ],
        ...['acceptance', 'correction', 'stepping-aside'].map((one) => `/waivers/${number}/${one}`),
        `/waivers/queue/batches?act=accept&case=${number}`,
      ]) {
        await page.goto(address);
        expect(await faultsOf(page), address).toEqual([]);
      }
      await page.goto(`/waivers/${number}/correction`);
      await page.click('main form button[type=submit]');
      await page.waitForSelector('.error-summary');
      expect(await faultsOf(page)).toEqual([]);
      await page.check('[name=fields] >> nth=0');
      await page.fill('#note', '请核对月数');
      await page.click('main form button[type=submit]');
      await page.waitForSelector('.letter');
      expect(await faultsOf(page)).toEqual([]);
      await context.close();
    },
  );
});
