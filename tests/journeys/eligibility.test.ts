import { expect, it } from 'vitest';
import { answered, phone, visit } from './browser.js';
import { answerPages, checkEligibility, questions } from './check-eligibility.js';
import { faultsOf } from './look.js';
import { journeys } from './setup.js';

journeys('the check of eligibility', (stage) => {
  for (const script of [true, false]) {
    it(`leads from the front door to a result, ${script ? 'on a phone' : 'without script'}`, async () => {
      const context = await visit(stage.browser, stage.base, { size: phone, script });
      const page = await context.newPage();
      await page.goto('/');
      expect(await page.locator('main a[href="/eligibility"]').count()).toBe(1);
      const asked = await checkEligibility(page, async (slug) => {
        if (script) expect(await faultsOf(page), slug).toEqual([]);
      });
      expect(asked).toEqual(questions);
      await page.waitForURL(/\/eligibility\/result$/);
      const main = page.locator('main');
      expect(await main.innerText()).toContain('有 2 项政策可以申请');
      if (script) expect(await faultsOf(page)).toEqual([]);
      // The amounts are folded until they are asked for, and printed as they stand.
      await main.locator('details.outcome summary').first().click();
      await page.emulateMedia({ media: 'print' });
      expect(await main.locator('.schedule').first().isVisible()).toBe(true);
      const folded = main.locator('details.outcome:not([open]) .schedule');
      expect(await folded.first().isVisible()).toBe(true);
      expect(await main.locator('.actions').first().isVisible()).toBe(false);
      await context.close();
    });
  }

  it('leads from a free space to what remains of its rent, at 360 px, without script', async () => {
    const context = await visit(stage.browser, stage.base, { size: phone, script: false });
    const page = await context.newPage();
    await page.goto('/');
    await page.click('main .actions a[href="/spaces"]');
    await page.waitForURL(/\/spaces$/);
    await page.locator('main table a').first().click();
    await page.waitForURL(/\/spaces\/P\d+-\d+$/);
    expect(await page.locator('main').innerText()).toContain('还需支付');
    const name = await page.locator('h1').innerText();
    await Promise.all([
      page.waitForURL(/\/eligibility\/questions\//),
      page.locator('main form[action="/eligibility/space"] button').press('Enter'),
    ]);
    const asked = await answerPages(page);
    expect(asked).toEqual(['categories', 'graduation', 'settled', 'benefits']);
    const result = await page.locator('main').innerText();
    expect(result).toContain(name);
    expect(result).toMatch(/还需支付租金|金额看租金/);
    await context.close();
  });

  it('waits with the day until the answer is yes, and says what is wrong', async () => {
    const context = await visit(stage.browser, stage.base, { size: phone, language: 'en' });
    await context.addCookies([{ name: 'lang', value: 'en', url: stage.base }]);
    const page = await context.newPage();
    await page.goto('/eligibility/questions/settled');
    expect(await page.locator('#day').isVisible()).toBe(false);
    await page.check('input[value=yes]');
    expect(await page.locator('#day').isVisible()).toBe(true);
    await answered(page, () => page.click('form.question button'));
    expect(await page.locator('.error-summary a').getAttribute('href')).toBe('#day');
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });
});
