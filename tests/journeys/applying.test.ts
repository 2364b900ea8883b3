import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withdrawConsent } from '../../src/identities/withdraw-consent.js';
import { type Cast, startWaivers } from '../waivers/cast.js';
import { applyForWaiver } from './applying.js';
import { openBrowser, phone, signInAs, type Visit, visit, whySkipped } from './browser.js';
import { faultsOf } from './look.js';

const reason = whySkipped();
if (reason !== null) console.warn(`The journeys of an applicant are skipped: ${reason}`);

describe.skipIf(reason !== null)('a founder applies', { timeout: 300_000 }, () => {
  let cast: Cast;
  let browser: Browser;
  beforeAll(async () => {
    cast = await startWaivers();
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await cast?.close();
  });

  it.each<[string, Visit]>([
    ['on a phone', { size: phone }],
    ['on a phone without script', { size: phone, script: false }],
  ])('from the first page to the number, %s', async (_how, given) => {
    const personId = cast.other.id;
    for (const purpose of ['identity', 'proof'] as const)
      await cast.act('founder2', (tx, by) => withdrawConsent(tx, by, { personId, purpose }));
    const context = await visit(browser, cast.base, given);
    const page = await signInAs(context, 'founder2');
    const faults: string[] = [];
    const number = await applyForWaiver(page, async () => {
      if (given.script === false) return;
      const path = new URL(page.url()).pathname;
      faults.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`));
      await page.setViewportSize(phone);
    });
    expect(faults).toEqual([]);
    expect(await page.locator('.confirmation').innerText()).toContain(number);
    await page.goto(`/waivers/${number}/withdrawal`);
    await page.click('form[action$="/withdrawal"] button');
    await page.waitForURL((url) => url.pathname === `/waivers/${number}`);
    expect(await page.locator('main').innerText()).toContain('已撤回');
    await context.close();
  });
});
