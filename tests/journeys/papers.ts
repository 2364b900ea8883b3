import type { Page } from 'playwright-core';
import { someCitizen } from '../identities/numbers.js';
import { somePdf } from '../proofs/samples.js';

/** Somebody who has signed in as a founder agrees, enters a number and sends a lease. Returns the address of the own page. */
export async function handInPapers(page: Page): Promise<string> {
  await page.goto('/people/me');
  const own = page.url();
  for (const purpose of ['identity', 'proof']) {
    await page.goto(`${own}/consents/${purpose}`);
    await page.check('#agree');
    await send(page, `${own}/consents/${purpose}`);
  }
  await page.goto(`${own}/identity`);
  await page.check('input[name=kind][value=resident]');
  await page.fill('#number', someCitizen());
  await send(page, `${own}/identity`);
  await page.goto(`${own}/proofs/new`);
  await page.check('input[name=item][value=lease]');
  const lease = { name: '租赁合同.pdf', mimeType: 'application/pdf', buffer: somePdf() };
  await page.setInputFiles('#file', lease);
  await send(page, `${own}/proofs/new`);
  return own;
}

async function send(page: Page, action: string): Promise<void> {
  await page.click(`form[action="${new URL(action).pathname}"] .actions button`);
  await page.waitForURL((url) => !action.endsWith(url.pathname));
}
