import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, startVisits } from '../visits/cast.js';
import { follow, openBrowser, phone, signInAs, visit, whySkipped } from './browser.js';
import { faultsOf, pressedOn } from './look.js';

const reason = whySkipped();
if (reason !== null) console.warn(`The journey of looking closely is skipped: ${reason}`);

describe.skipIf(reason !== null)('who looks closely', () => {
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

  it('finds no unit of a figure broken at any width', async () => {
    const context = await visit(browser, cast.base);
    const page = await context.newPage();
    await page.goto('/?lang=en');
    for (const width of [480, 576, 700, 960, 1040, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const tall = await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>('.unit')].filter((unit) => {
            const line = Number.parseFloat(getComputedStyle(unit).lineHeight);
            return unit.offsetHeight > 1.5 * line;
          }).length,
      );
      expect({ width, tall }).toEqual({ width, tall: 0 });
    }
    await context.close();
  });

  it('finds no column pressed by what stands beside it', async () => {
    const context = await visit(browser, cast.base);
    const page = await signInAs(context, 'bureau');
    for (const address of ['/history', '/ventures', '/dashboard', '/parks/P01']) {
      await page.goto(address);
      const faults = [...(await faultsOf(page, { isKnown: true })), ...(await pressedOn(page))];
      expect([address, ...faults]).toEqual([address]);
    }
    await context.close();
  });

  it('is led from a fault to its field with its label in sight, without script', async () => {
    const context = await visit(browser, cast.base, { size: phone, script: false });
    const page = await signInAs(context, 'park1');
    await page.goto('/ventures/new');
    await page.fill('#name', '键盘𰻞小组');
    await page.getByRole('button', { name: '登记', exact: true }).press('Enter');
    await page.locator('.error-summary a[href="#industry"]').press('Enter');
    expect(await page.inputValue('#name')).toBe('键盘𰻞小组');
    const label = await page.locator('label[for="industry"]').boundingBox();
    expect(label?.y).toBeGreaterThanOrEqual(0);
    await context.close();
  });

  it('opens a lease of the rent roll on a phone, by key and without script, and sees it whole at a desk', async () => {
    const context = await visit(browser, cast.base, { size: phone, script: false });
    const page = await signInAs(context, 'bureau');
    await page.goto('/rent-roll');
    const first = page.locator('tbody tr').first();
    const folded = first.locator('td.folded');
    expect(await folded.count()).toBeGreaterThan(3);
    expect(await folded.filter({ visible: true }).count()).toBe(0);
    const { height = 0 } = (await first.boundingBox()) ?? {};
    expect(height).toBeLessThan(200);
    await first.locator('summary').press('Enter');
    expect(await folded.filter({ visible: true }).count()).toBe(await folded.count());
    expect(await page.locator('tbody tr').nth(1).locator('td.folded:visible').count()).toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await page.locator('tbody td.folded:visible').count()).toBe(
      await page.locator('tbody td.folded').count(),
    );
    expect(await page.locator('tbody summary:visible').count()).toBe(0);
    await context.close();
  });

  it('reads only what is so on paper, and nothing to press', async () => {
    const context = await visit(browser, cast.base);
    const page = await signInAs(context, 'park1');
    await page.goto('/ventures');
    await follow(page, 'tbody a[href^="/ventures/V"]');
    expect(await page.locator('.act:visible').count()).toBeGreaterThan(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.act:visible, form:visible, .actions:visible').count()).toBe(0);
    await context.close();
  });

  it('finds the sums of a list under its last row on paper, and the number on each sheet', async () => {
    const context = await visit(browser, cast.base);
    const page = await signInAs(context, 'bureau');
    await page.goto('/rent-roll');
    await page.emulateMedia({ media: 'print' });
    const shown = await page.evaluate(() => {
      const foot = document.querySelector('tfoot');
      const head = document.querySelector('thead');
      const sheets = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
      return {
        foot: foot && getComputedStyle(foot).display,
        head: head && getComputedStyle(head).display,
        numbered: sheets.some(({ cssText }) => cssText.includes('counter(pages)')),
      };
    });
    expect(shown).toEqual({ foot: 'table-row-group', head: 'table-header-group', numbered: true });
    expect(await page.locator('.list-tools:visible').count()).toBe(0);
    await context.close();
  });
});
