import { expect, it } from 'vitest';
import { follow, phone, type Visit, visit } from './browser.js';
import { faultsOf } from './look.js';
import { journeys } from './setup.js';

const wanted = 'a-boat-to-every-island';

journeys('a founder without an account', (stage) => {
  it.each<[string, string, Visit]>([
    ['on a phone', '13957210001', { size: phone }],
    ['without script, in English', '13957210002', { size: phone, script: false }],
  ])('registers and reads the first message, %s', async (how, mobile, given) => {
    const isEnglish = how.includes('English');
    const context = await visit(stage.browser, stage.base, given);
    const page = await context.newPage();
    const faults: string[] = [];
    const look = async () => {
      const path = new URL(page.url()).pathname;
      if (given.script === false) return;
      faults.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`));
      await page.setViewportSize(phone);
    };
    await page.goto(`/sign-in?next=/messages${isEnglish ? '&lang=en' : ''}`);
    await look();
    await follow(page, 'main a[href^="/register"]');
    await look();
    await page.fill('#phone', mobile);
    await page.click('form[action="/register"] button');
    await page.waitForURL(/\/register\/code\?/);
    await look();
    // The demonstration shows on the page what a phone would.
    const code = /\d{6}/.exec(await page.locator('.notice').innerText())?.[0] as string;
    await page.fill('#code', code);
    await page.fill('#name', '林海潮');
    await page.fill('#newPassword', 'short');
    await page.click('form[action^="/register/code"] button');
    await page.waitForSelector('[data-error-summary]');
    await look();
    await page.fill('#newPassword', wanted);
    await page.click('form[action^="/register/code"] button');
    await page.waitForURL(/\/messages$/);
    await look();
    const waiting = isEnglish ? 'Messages (1)' : '消息（1）';
    await page.click('.menu-switch summary');
    expect(await page.locator('.visitor').innerText()).toContain(waiting);
    await page.locator('.timeline a').first().click();
    await page.waitForURL(/\/messages\/\d+$/);
    await look();
    expect(await page.locator('h1').innerText()).toBe(
      isEnglish ? 'You are registered' : '注册成功',
    );
    await page.click('.menu-switch summary');
    expect(await page.locator('.visitor').innerText()).not.toContain(waiting);
    expect(faults).toEqual([]);
    await context.close();
  });
});
