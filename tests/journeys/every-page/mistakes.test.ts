import { expect, it } from 'vitest';
import { phone, signInAs, visit } from '../browser.js';
import { faultsOf } from '../look.js';
import { journeys } from '../setup.js';

journeys('every page with a mistake', (stage) => {
  it.each(['zh', 'en'] as const)('says what is wrong as readably, in %s', async (language) => {
    const context = await visit(stage.browser, stage.base, { size: phone, language });
    await context.addCookies([{ name: 'lang', value: language, url: stage.base }]);
    const page = await signInAs(context, 'bureau');
    for (const address of ['/ventures/new', '/parks/new', '/account/password']) {
      await page.goto(address);
      await page.locator(`form[action="${address}"] .actions button`).click();
      await page.waitForLoadState();
      expect(await page.locator('.error-summary').count(), address).toBe(1);
      expect(await faultsOf(page), address).toEqual([]);
    }
    await page.goto('/ventures/V1999-0001');
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });

  it('can be printed', async () => {
    const context = await visit(stage.browser, stage.base);
    const page = await signInAs(context, 'bureau');
    for (const address of ['/figures', '/dashboard?asOf=2025-01-21']) {
      await page.goto(address);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('main').isVisible()).toBe(true);
      expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
    }
    await context.close();
  });
});
