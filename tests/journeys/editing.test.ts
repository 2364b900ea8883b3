import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { answered, signInAs, visit } from './browser.js';
import { journeyDay, journeys } from './setup.js';

/** Presses Tab until the wanted element has the focus; whatever has it on the way must show that. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const { html, isShown, isWanted } = await page.evaluate(focusNow, selector);
    expect(isShown, html).toBe(true);
    if (isWanted) return;
  }
  throw new Error(`no amount of Tab leads to ${selector}`);
}

/** Runs in the page. */
function focusNow(wanted: string) {
  const focused = document.activeElement ?? document.body;
  const { outlineStyle, boxShadow } = getComputedStyle(focused);
  const isPage = focused === document.body;
  return {
    html: focused.outerHTML.slice(0, 120),
    isShown: isPage || outlineStyle !== 'none' || boxShadow !== 'none',
    isWanted: focused.matches(wanted),
  };
}

journeys('editing', (stage) => {
  it('needs nothing but a keyboard', async () => {
    const context = await visit(stage.browser, stage.base);
    const page = await context.newPage();
    await page.goto('/sign-in');
    await tabTo(page, '#username');
    await page.keyboard.type('park3');
    await tabTo(page, '#password');
    await page.keyboard.type('walls-down-2025');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/today/);

    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');

    await page.goto('/ventures/new');
    await tabTo(page, '#name');
    await page.keyboard.type('键盘渔具铺');
    await tabTo(page, '[name=legalForm]');
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowDown');
    await tabTo(page, '#industry');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, '[name="founders.0.name"]');
    await page.keyboard.type('陈海');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/ventures\/V2026-\d+$/);
    expect(await page.locator('h1').textContent()).toContain('键盘渔具铺');
    await context.close();
  });

  it('in two tabs shows both versions to who comes second, and loses neither', async () => {
    const context = await visit(stage.browser, stage.base);
    const first = await signInAs(context, 'park1');
    await first.goto('/ventures');
    const href = await first.locator('tbody th a').first().getAttribute('href');
    const edit = `${new URL(href as string, stage.base).pathname}/edit`;
    const second = await context.newPage();
    await first.goto(edit);
    await second.goto(edit);
    await first.fill('#about', '先到的人写的简介');
    await first.click('main .actions button');
    await first.waitForURL((url) => !url.pathname.endsWith('/edit'));
    await second.fill('#about', '后到的人写的简介');
    await answered(second, () => second.click('main .actions button'));
    const shown = await second.locator('main').innerText();
    expect(shown).toContain('先到的人写的简介');
    expect(await second.locator('#about').inputValue()).toBe('后到的人写的简介');
    await second.click('main .actions button');
    await second.waitForURL((url) => !url.pathname.endsWith('/edit'));
    expect(await second.locator('main').innerText()).toContain('后到的人写的简介');
    await context.close();
  });

  for (const script of [true, false]) {
    it(`makes one record of a double click, ${script ? 'with' : 'without'} script`, async () => {
      const context = await visit(stage.browser, stage.base, { script });
      const page = await signInAs(context, 'park4');
      // Another founder each time, as one of the same name is asked about.
      const [name, founder] = script ? ['双击面包坊', '林舟'] : ['双击鱼糕坊', '许望潮'];
      await page.goto('/ventures/new');
      await page.fill('#name', name);
      await page.check('input[name=legalForm][value=team]');
      await page.selectOption('#industry', 'H');
      await page.fill('[name="founders.0.name"]', founder);
      await page.fill('#settledOn', journeyDay);
      await page.dblclick('form[action="/ventures/new"] .actions button');
      // The second click breaks off the answer to the first, so only where one ends up can be waited for.
      await expect.poll(() => page.url(), { timeout: 60_000 }).toMatch(/\/ventures\/V2026-\d+$/);
      await page.waitForLoadState();
      // Back to the form, and sent once more: the same record.
      await page.goBack();
      const isKept = (await page.locator('#name').inputValue()) === name;
      if (isKept) {
        await page.click('form[action="/ventures/new"] .actions button');
        await page.waitForURL(/\/ventures\/V2026-\d+$/);
      }
      expect(await stage.db.venture.count({ where: { name } })).toBe(1);
      await context.close();
    });
  }
});
