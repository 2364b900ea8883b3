import type { Page } from 'playwright-core';
import { transact } from '../../../src/database/database.js';
import { announce } from '../../../src/outbox/announce.js';
import { phone, signInAs, visit } from '../browser.js';
import type { Addresses, Stage } from '../setup.js';

async function askFor(page: Page, path: string, mobile: string): Promise<string> {
  await page.goto(path);
  await page.fill('#phone', mobile);
  if (path === '/account/phone') await page.fill('#currentPassword', 'walls-down-2025');
  await page.click(`form[action="${path}"] .actions button`);
  await page.waitForURL(/\/code\?/);
  const { pathname, search } = new URL(page.url());
  return pathname + search;
}

/** Where a visitor and a founder enter the codes that they asked for, and where the founder's message stands. */
export async function askForCodes(stage: Stage): Promise<Addresses> {
  const context = await visit(stage.browser, stage.base, { size: phone });
  const page = await context.newPage();
  const visitor = [
    await askFor(page, '/register', '13957211001'),
    await askFor(page, '/forgotten', '13957211002'),
  ];
  const own = await askFor(await signInAs(context, 'founder1'), '/account/phone', '13957211003');
  await context.close();
  const { id: accountId } = await stage.db.account.findFirstOrThrow({
    where: { username: 'founder1' },
  });
  const by = { accountId: null, at: new Date('2026-11-24T02:00:00Z') };
  await transact(stage.db, (tx) =>
    announce(tx, by, { accountId, key: 'people.registered', href: '/people/me' }),
  );
  const { id } = await stage.db.outboxMessage.findFirstOrThrow({ where: { accountId } });
  return { visitor, founder1: [own, `/messages/${id}`] };
}
