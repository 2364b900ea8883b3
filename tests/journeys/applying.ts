import type { Page } from 'playwright-core';
import { someCitizen } from '../identities/numbers.js';
import { somePdf } from '../proofs/samples.js';
import { follow } from './browser.js';

/** The pages of a case that applying.test looks at: they hang on where the case stands. */
export const pagesOfACase = [
  '/waivers/new',
  '/waivers/:number/consents/:purpose',
  '/waivers/:number/identity',
  '/waivers/:number/questions/:question',
  '/waivers/:number/proof/:item',
  '/waivers/:number/proof/:item/kept',
  '/waivers/:number/proof/:item/:file/removal',
  '/waivers/:number/signed-form',
  '/waivers/:number/check',
  '/waivers/:number/confirmation',
  '/waivers/:number/editions',
  '/waivers/:number/withdrawal',
  '/waivers/:number/reconsideration',
  '/waivers/:number/surrender',
];

/** Looks at the page as it stands. */
export type Look = () => Promise<void>;

const send = async (page: Page, look: Look): Promise<void> => {
  const before = page.url();
  await page.locator('main form:not(:has(.link-button)) .actions button').first().click();
  await page.waitForURL((url) => url.href !== before);
  await look();
};

/**
 * Somebody who has signed in as a founder without papers applies for free rent, from the first page to the confirmation,
 * looking at each page on the way. @returns the number of the case
 */
export async function applyForWaiver(page: Page, look: Look): Promise<string> {
  await page.goto('/waivers');
  await look();
  await follow(page, 'a[href="/waivers/new?policy=rent-free"]');
  await look();
  await send(page, look);
  const at = new URL(page.url()).pathname;
  await follow(page, `a[href="${at}/consents/identity"]`);
  await look();
  await page.check('#agree');
  await send(page, look);
  await page.check('input[name=kind][value=resident]');
  await page.fill('#number', someCitizen(91));
  await send(page, look);
  await follow(page, `a[href="${at}/consents/proof"]`);
  await page.check('#agree');
  await send(page, look);
  await follow(page, `a[href="${at}/questions/categories"]`);
  await look();
  await page.check('input[value=veteran]');
  await send(page, look);
  await page.check('input[name=answer][value=no]');
  await send(page, look);
  for (const item of ['identity', 'agreement', 'lease']) {
    await page.goto(`${at}/proof/${item}`);
    await look();
    const file = { name: `${item}.pdf`, mimeType: 'application/pdf', buffer: somePdf(item) };
    await page.setInputFiles('#file', file);
    await page.click(`form[action="${at}/proof/${item}"] .actions button`);
    // The name alone stands there as soon as the file is chosen; what was stored can be removed.
    await page.waitForSelector(`a[href^="${at}/proof/${item}/"][href$="/removal"]`);
    await look();
  }
  await follow(page, 'a[href$="/removal"]');
  await look();
  await page.goto(`${at}/proof/lease`);
  await follow(page, `a[href="${at}/proof/lease/kept"]`);
  await look();
  await page.goto(at);
  await look();
  await follow(page, `a[href="${at}/check"]`);
  await look();
  await page.click('form[action$="/submission"] button');
  await page.waitForSelector('[data-error-summary]');
  await look();
  await page.check('#declares');
  await send(page, look);
  return at.slice('/waivers/'.length);
}
