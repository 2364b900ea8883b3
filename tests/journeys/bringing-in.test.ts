import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { phone, signInAs, visit } from './browser.js';
import { faultsOf } from './look.js';
import { journeys } from './setup.js';

const forty = path.join(import.meta.dirname, '../imports/forty-ventures.xlsx');
/** What is done for a list takes a while: its page says how far it is until it is done. */
const reach = async (page: Page, state: string): Promise<void> => {
  const tag = page.locator('main .tag').first();
  for (let seconds = 0; (await tag.innerText()) !== state && seconds < 90; seconds += 1) {
    await page.waitForTimeout(1_000);
    await page.reload();
  }
  expect(await tag.innerText()).toBe(state);
};
const outcome = async (page: Page, name: string): Promise<string> =>
  page.locator('tbody tr', { hasText: name }).first().locator('.tag').innerText();
const button = (page: Page, name: RegExp) => page.getByRole('button', { name });

journeys('a list of forty ventures', (stage) => {
  for (const script of [true, false]) {
    it(`is brought in to the end and taken back, ${script ? 'on a phone' : 'without script'}`, async () => {
      const context = await visit(stage.browser, stage.base, script ? { size: phone } : { script });
      const page = await signInAs(context, 'park1');
      const before = await stage.db.residency.count();

      await page.goto('/ventures');
      await page.getByRole('link', { name: '批量导入' }).click();
      await page.getByRole('link', { name: '导入创业主体名单' }).click();
      await page.setInputFiles('#file', forty);
      await button(page, /上传并预演/).click();
      await page.waitForURL(/\/imports\/\d+$/);
      await reach(page, '待确认导入');
      expect(await faultsOf(page, { isKnown: !script })).toEqual([]);
      // A rejection, with its reason, and a double.
      expect(await outcome(page, '石里小铺')).toBe('未通过');
      expect(await page.locator('tr', { hasText: '石里小铺' }).innerText()).toContain(
        '11 位手机号',
      );
      expect(await outcome(page, '海野陶艺组')).toBe('待确认');

      await page.getByRole('link', { name: '处理待确认的行' }).click();
      await page.locator('#row-16').selectOption('V2023-0004');
      await page.locator('#row-18').selectOption('another');
      await page.locator('#why-18').fill('同一创业者的另一家公司，已核对营业执照');
      expect(await faultsOf(page, { isKnown: !script })).toEqual([]);
      await button(page, /保存并重新预演/).click();
      await page.waitForURL(/\/imports\/\d+$/);
      await reach(page, '待确认导入');
      expect(await outcome(page, '舟山望潮海产有限责任公司')).toBe('新增');

      const made = Number(/\d+/.exec(await button(page, /确认导入/).innerText())?.[0]);
      await button(page, /确认导入/).click();
      await reach(page, '已导入');
      const created = await stage.db.residency.count();
      expect(created - before).toBeGreaterThan(20);
      expect(made).toBeGreaterThan(created - before);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: /下载待处理的行/ }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^rest-\d+\.xlsx$/);

      await page.getByRole('link', { name: '撤回整批导入' }).click();
      await page.fill('#reason', '先在试用环境演练');
      await button(page, /撤回整批/).click();
      await page.waitForURL(/\/imports\/\d+$/);
      await reach(page, '已撤回');
      expect(await stage.db.residency.count()).toBe(before);
      await context.close();
    });
  }
});
