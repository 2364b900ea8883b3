import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { phone, signInAs, visit } from './browser.js';
import { faultsOf } from './look.js';
import { journeys } from './setup.js';

/** Presses Tab until what has the focus is asked for, as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let n = 0; n < 60; n += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

journeys('a park manager’s morning', (stage) => {
  it('opens with what is overdue, and reaches it and the menu by keyboard without script, on a phone', async () => {
    const context = await visit(stage.browser, stage.base, { size: phone, script: false });
    const page = await signInAs(context, 'park1');
    expect(new URL(page.url()).pathname).toBe('/today');
    const top = await page.locator('main').boundingBox();
    // Two rows stand above: the bar with the menu, and the box that finds.
    expect(top?.y ?? 999).toBeLessThan(190);
    const first = page.locator('.day-section').first();
    expect(await first.getAttribute('class')).toContain('day-overdue');
    expect(await page.locator('.menu').isVisible()).toBe(false);
    await tabTo(page, '.menu-switch summary');
    await page.keyboard.press('Enter');
    expect(await page.locator('.places').isVisible()).toBe(true);
    await tabTo(page, '.day-overdue .day-acts a');
    const href = await page.locator(':focus').getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === href);
    expect(await page.locator('h1').count()).toBe(1);
    await context.close();
  });

  it.each(['zh', 'en'] as const)('reads well to everybody, in %s', async (language) => {
    for (const username of ['park1', 'bureau', 'founder1', 'admin']) {
      const context = await visit(stage.browser, stage.base, { size: phone, language });
      const page = await signInAs(context, username);
      expect([username, await faultsOf(page)]).toEqual([username, []]);
      await context.close();
    }
  });
});
