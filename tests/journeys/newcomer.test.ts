import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { follow, phone, signInAs, visit } from './browser.js';
import { journeyDay, journeys } from './setup.js';

const reported = '2025-01-21';

/** The numbers on the cards of a page, by their labels. */
async function cards(page: Page): Promise<Record<string, number>> {
  const found = await page
    .locator('.figure-card')
    .evaluateAll((all) =>
      all.map((card) => [
        card.querySelector('dt')?.textContent?.trim() ?? '',
        Number((card.querySelector('.value')?.textContent ?? '').replace(/[^\d-]/g, '')),
      ]),
    );
  return Object.fromEntries(found);
}

async function logVenture(page: Page, name: string, founder: string): Promise<void> {
  await page.goto('/ventures/new');
  await page.fill('#name', name);
  await page.check('input[name=legalForm][value=team]');
  await page.selectOption('#industry', 'H');
  await page.fill('[name="founders.0.name"]', founder);
  await page.fill('#settledOn', journeyDay);
  await page.click('form[action="/ventures/new"] .actions button');
  await page.waitForURL(/\/ventures\/V2026-\d+$/);
}

journeys('a newcomer', (stage) => {
  for (const script of [true, false]) {
    it(`logs a venture and sees the totals move, ${script ? 'on a phone' : 'without script'}`, async () => {
      const how = script ? { size: phone } : { script: false };
      const context = await visit(stage.browser, stage.base, how);
      const page = await signInAs(context, 'park2');
      await page.goto('/dashboard');
      const before = await cards(page);
      // Another founder each time, as one of the same name is asked about.
      const [name, founder] = script ? ['听潮手冲咖啡小组', '方䶮'] : ['听潮木作小组', '贺䶮'];
      await logVenture(page, name, founder);
      expect(await page.locator('h1').textContent()).toContain(name);
      await page.goto('/dashboard');
      const after = await cards(page);
      expect(after.在园创业主体).toBe((before.在园创业主体 ?? 0) + 1);
      expect(after.带动就业).toBe(before.带动就业);
      await context.close();
    });
  }

  for (const script of [true, false]) {
    it(`finds the reported numbers and the records of each, ${script ? 'with' : 'without'} script`, async () => {
      const context = await visit(stage.browser, stage.base, { script });
      const page = await signInAs(context, 'bureau');
      await page.goto('/dashboard');
      await page.click('.moment > summary');
      await page.fill('[name=asOf]', reported);
      await page.click('form:has([name=asOf]) button[type=submit]');
      await page.waitForURL((url) => url.searchParams.get('asOf') === reported);
      const dashboard = page.url();
      const numbers = await cards(page);
      expect(numbers.开园园区).toBe(10);
      expect(numbers.在园创业主体).toBe(267);
      expect(numbers.带动就业).toBeGreaterThanOrEqual(3400);
      expect(numbers.带动就业).toBeLessThan(3500);

      for (const [label, wanted] of Object.entries(numbers)) {
        await page.goto(dashboard);
        await page.locator('.figure-card', { hasText: label }).locator('.value a').click();
        await page.waitForURL(/\/totals\?/);
        expect(new URL(page.url()).searchParams.get('asOf')).toBe(reported);
        expect(await sumOfAllPages(page), label).toBe(wanted);
      }
      await context.close();
    });
  }

  it('reads the same numbers at the front door, without signing in', async () => {
    const context = await visit(stage.browser, stage.base, { size: phone });
    const page = await context.newPage();
    await page.goto(`/?asOf=${reported}`);
    const shown = (await page.locator('main').innerText()).replace(/[\s,]/g, '');
    expect(shown).toMatch(/10家.*267家.*34\d\d人/);
    await context.close();
  });

  it('walks from a number to a venture, and from the venture back to the number', async () => {
    const context = await visit(stage.browser, stage.base);
    const page = await signInAs(context, 'bureau');
    await page.goto('/totals?measure=jobs&scope=network&asOf=2024-12-31');
    const name = await page.locator('tbody th a').first().textContent();
    await page.locator('tbody th a').first().click();
    await page.waitForURL(/\/ventures\/V\d{4}-\d+/);
    expect(await page.locator('h1').textContent()).toContain(name);
    const venture = new URL(page.url()).pathname;
    await page.locator('main summary').click();
    await page.locator('a[href*="/totals?measure=jobs"][href$="asOf=2024-12-31"]').click();
    await page.waitForURL(/\/totals\?measure=jobs&scope=park:P\d+&asOf=2024-12-31/);
    expect(await page.locator(`tbody a[href="${venture}"]`).count()).toBe(1);
    await context.close();
  });
});

/** What the rows of the list add up to, over all of its pages. */
async function sumOfAllPages(page: Page): Promise<number> {
  let sum = 0;
  for (;;) {
    const cells = await page.locator('main tbody tr td:last-child').allTextContents();
    for (const cell of cells) sum += Number(cell.replace(/[^\d-]/g, ''));
    if ((await page.locator('a[rel=next]').count()) === 0) return sum;
    await follow(page, 'a[rel=next]');
  }
}
