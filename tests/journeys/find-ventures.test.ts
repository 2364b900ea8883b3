import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, startVisits } from '../visits/cast.js';
import { openBrowser, phone, signInAs, visit, whySkipped } from './browser.js';

const reason = whySkipped();
if (reason !== null) console.warn(`The journey of finding ventures is skipped: ${reason}`);

describe.skipIf(reason !== null)('finding whom a visit served', () => {
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
  const address = '/visits/new?park=P01&madeOn=2025-02-12';

  it('shows those that fit and those that are ticked, and sends them all', async () => {
    const context = await visit(browser, cast.base, { size: phone });
    const page = await signInAs(context, 'park1');
    await page.goto(address);
    const shown = () => page.locator('.choice:has([name="ventureIds"]):visible').allInnerTexts();
    const all = (await shown()).length;
    expect(all).toBeGreaterThan(2);
    await page.getByLabel('海风3号').check();
    const find = page.getByLabel('查找服务对象');
    await find.fill('海风6');
    expect((await shown()).map((text) => text.slice(0, 4)).sort()).toEqual(['海风3号', '海风6号']);
    // The field for photos, below, says how far they are.
    const found = page.locator('main').getByRole('status').first();
    expect(await found.innerText()).toBe('找到 1 家，已勾选 1 家');
    // Enter sends nothing: it ticks the one that was found, and looks for another.
    await find.press('Enter');
    expect(page.url()).toContain(address);
    expect(await page.getByLabel('海风6号').isChecked()).toBe(true);
    expect([await find.inputValue(), await found.innerText()]).toEqual(['', '已勾选 2 家']);
    await page.getByRole('button', { name: '登记' }).click();
    await page.waitForURL(/\/visits\/\d+$/);
    const text = await page.locator('main').innerText();
    expect([text.includes('海风3号'), text.includes('海风6号')]).toEqual([true, true]);
    await context.close();
  });

  it('shows all of them, and no box that does nothing, without script', async () => {
    const context = await visit(browser, cast.base, { script: false });
    const page = await signInAs(context, 'park1');
    await page.goto(address);
    expect(await page.locator('#find-venture').isVisible()).toBe(false);
    expect(await page.locator('[name="ventureIds"]').count()).toBeGreaterThan(2);
    await context.close();
  });
});
