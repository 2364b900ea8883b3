import type { Page } from 'playwright-core';
import { someCitizen } from '../identities/numbers.js';
import { somePdf } from '../proofs/samples.js';
import type { Stage } from './setup.js';

/** An account for a founder of the demonstration who has agreed to nothing yet. Returns its username. */
export async function aFounderWithoutPapers({ db }: Pick<Stage, 'db'>): Promise<string> {
  const person = await db.person.findFirstOrThrow({
    where: {
      account: null,
      consents: { none: {} },
      identity: null,
      roles: { some: { role: 'founder', endedOn: null } },
    },
    orderBy: { id: 'asc' },
  });
  const { passwordHash } = await db.account.findFirstOrThrow({ where: { username: 'founder1' } });
  const account = { username: 'founder-new', name: person.name, role: 'founder', passwordHash };
  await db.account.create({ data: { ...account, personId: person.id, createdAt: new Date() } });
  return account.username;
}

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
