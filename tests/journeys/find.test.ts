import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startParks } from '../parks/cast.js';
import type { TestApp } from '../web/client.js';
import { desk, openBrowser, phone, signInAs, visit, whySkipped } from './browser.js';

const reason = whySkipped();
if (reason !== null) console.warn(`The journey of finding anything is skipped: ${reason}`);

const faultsOf = (page: Page) =>
  page.evaluate(async () => {
    const own = window as unknown as {
      readAxe(): void;
      axe: { run(): Promise<{ violations: { id: string }[] }> };
    };
    own.readAxe();
    return (await own.axe.run()).violations.map(({ id }) => id);
  });

describe.skipIf(reason !== null)('finding anything from any page', () => {
  let app: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    app = await startParks();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it.each([phone, desk])('by keyboard alone, on a screen of %o', async (size) => {
    const context = await visit(browser, app.base, { size });
    const page = await signInAs(context, 'bureau');
    await page.goto('/parks');
    await page.keyboard.press('/');
    const box = page.getByRole('combobox');
    expect(await box.evaluate((input) => input === document.activeElement)).toBe(true);
    const answered = page.waitForResponse(/\/find\.json\?q=swyh$/);
    await page.keyboard.type('swyh');
    await answered;
    const option = page.getByRole('option', { name: /石屋一号/ });
    await option.waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    expect(await page.getByRole('status').first().innerText()).toBe('找到 1 项');
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
    await page.keyboard.press('ArrowDown');
    expect(await option.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    expect(await box.inputValue()).toBe('swyh');
    await page.keyboard.press('ArrowDown');
    await option.waitFor();
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForURL(/\/spaces\/P01-001$/), page.keyboard.press('Enter')]);
    await context.close();
  });

  it('opens no list again that was closed while its answer was on its way', async () => {
    const context = await visit(browser, app.base);
    const page = await signInAs(context, 'bureau');
    await page.goto('/parks');
    const box = page.getByRole('combobox');
    const ended = page.waitForEvent('requestfailed', (request) => request.url().includes('q=swyh'));
    await page.route(/find\.json\?q=swyh$/, async (route) => {
      await page.keyboard.press('Escape');
      await route.continue();
    });
    await box.fill('swy');
    await page.getByRole('option', { name: /石屋一号/ }).waitFor();
    await box.press('h');
    await ended;
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    expect(await box.inputValue()).toBe('swyh');
    await context.close();
  });

  it('leaves / to whoever is typing it, and Enter to the form where nothing is chosen', async () => {
    const context = await visit(browser, app.base);
    const page = await signInAs(context, 'bureau');
    await page.goto('/find');
    const search = page.locator('main input[type="search"]');
    await search.press('/');
    expect(await search.inputValue()).toBe('/');
    await page.getByRole('combobox').fill('海风');
    await Promise.all([page.waitForURL(/\/find\?q=/), page.getByRole('combobox').press('Enter')]);
    expect(await page.locator('h1').innerText()).toBe('查找“海风”');
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });

  it('works without script', async () => {
    const context = await visit(browser, app.base, { script: false, size: phone });
    const page = await signInAs(context, 'park1');
    await page.goto('/parks');
    await page.getByLabel('全站查找').fill('P01-002');
    await page.getByRole('button', { name: '查找' }).click();
    await page.waitForURL(/\/find\?q=P01-002/);
    await page.getByRole('link', { name: /石屋二号/ }).click();
    await page.waitForURL(/\/spaces\/P01-002$/);
    await context.close();
  });
});
