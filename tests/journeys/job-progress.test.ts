import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, startReports } from '../reports/cast.js';
import { openBrowser, signInAs, visit, whySkipped } from './browser.js';

const reason = whySkipped();
if (reason !== null) console.warn(`The journey of a background export is skipped: ${reason}`);

describe.skipIf(reason !== null)('the page of an export', () => {
  let cast: Cast;
  let browser: Browser;
  let accountId = 0;
  beforeAll(async () => {
    cast = await startReports();
    browser = await openBrowser();
    const bureau = await cast.net.db.account.findUniqueOrThrow({ where: { username: 'bureau' } });
    accountId = bureau.id;
  });
  afterAll(async () => {
    await browser?.close();
    await cast?.close();
  });

  const running = async () =>
    (
      await cast.net.db.reportJob.create({
        data: {
          address: '/ventures.xlsx',
          title: '名录',
          format: 'xlsx',
          lang: 'zh',
          accountId,
          state: 'running',
          done: 100,
          total: 1000,
          createdAt: cast.net.clock.now(),
        },
      })
    ).id;
  const change = (id: number, data: { done?: number; state?: string; problem?: string }) =>
    cast.net.db.reportJob.update({ where: { id }, data });

  it('follows it in place, tells a listener each quarter, and shows what came of it', async () => {
    const id = await running();
    const context = await visit(browser, cast.net.base);
    const page = await signInAs(context, 'bureau');
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(`/reports/jobs/${id}`);
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    const bar = page.locator('progress');
    const told = page.locator('main').getByRole('status');
    await change(id, { done: 200 });
    await expect.poll(() => bar.getAttribute('value'), { timeout: 60_000 }).toBe('200');
    expect(await page.locator('[data-text]').innerText()).toBe('已写 200 行，共 1,000 行');
    expect(await told.textContent()).toBe('');
    await change(id, { done: 600 });
    await expect.poll(() => told.textContent(), { timeout: 60_000 }).toContain('600');
    expect(loads).toBe(0);
    await change(id, { state: 'failed', problem: 'broken' });
    await page.getByText('生成时出错').waitFor();
    expect(loads).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('reads itself again without script', async () => {
    const id = await running();
    const context = await visit(browser, cast.net.base, { script: false });
    const page = await signInAs(context, 'bureau');
    await page.goto(`/reports/jobs/${id}`);
    expect(await page.locator('main').innerText()).toContain('本页自动刷新');
    await change(id, { done: 900 });
    await page.getByText('已写 900 行').waitFor();
    await change(id, { state: 'failed', problem: 'broken' });
    await page.getByText('生成时出错').waitFor();
    await context.close();
  });
});
