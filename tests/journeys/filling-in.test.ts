import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Cast, startReturns } from '../returns/cast.js';
import { desk, follow, openBrowser, phone, signInAs, visit, whySkipped } from './browser.js';
import { faultsOf } from './look.js';

const grid = '/returns/2025-01/P01';
const reason = whySkipped();

describe.skipIf(reason !== null)('filling in a month', { timeout: 300_000 }, () => {
  let cast: Cast;
  let browser: Browser;
  const windows: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    cast = await startReturns();
  });
  afterEach(async () => {
    for (const one of windows.splice(0)) await one.close();
    await cast.close();
  });

  const open = async (who: string, size = desk): Promise<Page> => {
    const context = await visit(browser, cast.base, { size });
    windows.push(context);
    const page = await signInAs(context, who);
    await page.goto(grid);
    return page;
  };
  const at = (id: number, column: string) => `[name="c.${id}.${column}"]`;
  /** Types into a cell, leaves it, and waits for the service's word on it. */
  const type = async (page: Page, cell: string, text: string): Promise<number> => {
    await page.fill(cell, text);
    const answered = page.waitForResponse((one) => one.url().endsWith('/cells'));
    await page.press(cell, 'Tab');
    return (await answered).status();
  };
  const kept = (ventureId: number) => cast.db.returnCell.findFirst({ where: { ventureId } });

  it('says below a cell what is wrong with it, and takes that back once it is right', async () => {
    const page = await open('park1');
    expect(await type(page, at(1, 'headcount'), '八')).toBe(422);
    const error = page.locator('[id="c.1.headcount-error"]');
    expect(await error.textContent()).toBe('应为 0 至 100,000 的整数');
    expect(await page.getAttribute(at(1, 'headcount'), 'aria-invalid')).toBe('true');
    await page.waitForSelector('[data-status]:text("1 格未保存")');
    expect(await faultsOf(page)).toEqual([]);
    expect(await type(page, at(1, 'headcount'), '８')).toBe(200);
    expect(await error.count()).toBe(0);
    expect(await page.getAttribute(at(1, 'headcount'), 'aria-invalid')).toBeNull();
    expect((await kept(1))?.headcount).toBe(8);
    expect(await type(page, at(1, 'local'), '9')).toBe(200);
    expect(await page.textContent('[id="c.1.local-error"]')).toContain('超过总人数');
    expect(await type(page, at(1, 'local'), '')).toBe(200);
    expect(await type(page, at(1, 'headcount'), '40')).toBe(200);
    expect(await page.textContent('[id="c.1.headcount-error"]')).toBe('与上月相差较大');
    expect(await type(page, at(1, 'headcount'), '8')).toBe(200);
  });

  it('keeps the heads of the columns and the buttons in sight on a desk', async () => {
    const page = await open('park1', { width: 1440, height: 420 });
    await page.evaluate(() => document.querySelector('tfoot')?.scrollIntoView());
    for (const part of ['.entry thead th', '.grid-foot'])
      expect(await page.locator(part).first().isVisible()).toBe(true);
    const top = await page.locator('.entry thead th').first().boundingBox();
    expect(top?.y).toBeGreaterThanOrEqual(0);
    const foot = await page.locator('.grid-foot').boundingBox();
    expect((foot?.y ?? 999) + (foot?.height ?? 0)).toBeLessThanOrEqual(421);
  });

  it('pastes from a spreadsheet, and says what found no place', async () => {
    const page = await open('park1');
    await page.focus(at(1, 'evidence'));
    const text = '社保\t本月续签\n传闻\t\n自行申报\t多出一行\n';
    const answered = page.waitForResponse((one) => one.url().endsWith('/cells'));
    await page.evaluate((copied) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', copied);
      const how = { clipboardData, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', how));
    }, text);
    await answered;
    expect(await page.inputValue(at(1, 'evidence'))).toBe('social-insurance');
    expect(await page.textContent('[id="c.2.evidence-error"]')).toBe('没有“传闻”这种核实方式');
    expect(await page.textContent('[data-pasted]')).toContain('2 格超出表格');
    expect(await kept(1)).toMatchObject({ evidence: 'social-insurance', note: '本月续签' });
  });

  it('two people in it: the later one sees the earlier value, and nothing is lost unchosen', async () => {
    const first = await open('park1');
    const second = await open('bureau');
    expect(await type(first, at(2, 'headcount'), '9')).toBe(200);
    expect(await type(second, at(2, 'headcount'), '10')).toBe(409);
    await second.waitForSelector('[data-status]:text("1 处已被其他人填写")');
    expect(await faultsOf(second)).toEqual([]);
    // Going on without a choice shows both values once more, and keeps the earlier.
    await second.click('.grid-foot button[formaction$="/check"]');
    await second.waitForSelector('#conflict-title');
    expect(second.url()).toContain('/check');
    expect((await kept(2))?.headcount).toBe(9);
    await second.goto(grid);
    expect(await second.inputValue(at(2, 'headcount'))).toBe('9');
    expect(await type(first, at(2, 'headcount'), '11')).toBe(200);
    expect(await type(second, at(2, 'headcount'), '12')).toBe(409);
    const chosen = second.waitForResponse((one) => one.url().endsWith('/cells'));
    await second.click('.cell-choice button:text("12")');
    expect((await chosen).status()).toBe(200);
    expect((await kept(2))?.headcount).toBe(12);
    expect(await type(first, at(2, 'headcount'), '13')).toBe(409);
    await first.click('.cell-choice button:text("12")');
    expect(await first.inputValue(at(2, 'headcount'))).toBe('12');
    expect(await first.locator('.cell-choice').count()).toBe(0);
  });

  it('says so when the return was handed on meanwhile, and does not try again', async () => {
    const page = await open('park1');
    const other = await open('bureau');
    await follow(other, `a[href="${grid}/skip"]`);
    await other.fill('[name=skipReason]', '台风停工');
    await other.click('form[action$="/skip"] button');
    await other.waitForURL((url) => url.pathname === grid);
    expect(await type(page, at(1, 'note'), '迟了')).toBe(409);
    await page.waitForSelector('[data-status]:text("未保存：月报已提交，不能再填写")');
    await other.click('form[action$="/resumption"] button');
    await other.waitForSelector('form[data-grid]');
  });

  it('is filled in on a phone', async () => {
    const page = await open('park1', phone);
    expect(await type(page, at(1, 'headcount'), '8')).toBe(200);
    // A row is its name and its headcount, and opens for the rest: by a press, and by itself where something is wrong.
    const rest = page.locator(at(1, 'graduates'));
    const row = page.locator('tbody tr').filter({ has: rest });
    expect(await rest.isVisible()).toBe(false);
    expect((await row.boundingBox())?.height).toBeLessThan(170);
    await row.locator('summary').click();
    expect(await type(page, at(1, 'graduates'), '2')).toBe(200);
    await page.press(at(1, 'graduates'), 'Enter');
    expect(await page.locator(at(2, 'graduates')).isVisible()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await page.reload();
    expect(await rest.isVisible()).toBe(false);
    await page.evaluate(
      (name) => {
        const cell = document.querySelector<HTMLInputElement>(name);
        if (cell) cell.value = '9';
        cell?.dispatchEvent(new Event('input', { bubbles: true }));
      },
      at(1, 'graduates'),
    );
    expect(await page.textContent('[id="c.1.graduates-error"]')).toContain('超过总人数');
    expect(await rest.isVisible()).toBe(true);
  });

  it('opens a row of a phone without script where the service found something wrong', async () => {
    const context = await visit(browser, cast.base, { size: phone, script: false });
    windows.push(context);
    const page = await signInAs(context, 'park1');
    await page.goto(grid);
    const rest = page.locator(at(1, 'local'));
    await page.locator('tbody tr').filter({ has: rest }).locator('summary').click();
    await page.fill(at(1, 'local'), '三');
    await page.click('.grid-foot button[formaction$="/check"]');
    await page.locator('[data-error-summary]').waitFor();
    expect(await rest.isVisible()).toBe(true);
    expect(await page.locator(at(2, 'local')).isVisible()).toBe(false);
  });
});
