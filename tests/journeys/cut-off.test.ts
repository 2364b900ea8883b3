import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { logVentures } from '../../src/ventures/log-venture.js';
import { settleVentures } from '../../src/ventures/settle-venture.js';
import { someVenture } from '../ledger/network.js';
import { type Cast, startVisits } from '../visits/cast.js';
import { openBrowser, phone, signInAs, visit, whySkipped } from './browser.js';

const reason = whySkipped();
if (reason !== null) console.warn(`The journey of a cut connection is skipped: ${reason}`);

describe.skipIf(reason !== null)('logging a visit between two islands', () => {
  let cast: Cast;
  let browser: Browser;
  beforeAll(async () => {
    cast = await startVisits();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await cast?.close();
  });
  const address = '/visits/new?park=P01&madeOn=2025-02-12';
  const kept = (page: Page) => page.locator('.draft-status').last();

  async function fillIn(page: Page, note: string): Promise<void> {
    await page.goto(address);
    await page.locator('[name="kind"]').first().check();
    await page.locator('#madeBy').fill('王海燕');
    await page.getByLabel('查找服务对象').fill('haifeng3');
    await page.getByLabel('海风3号').check();
    await page.locator('#note').fill(note);
    await page.locator('.draft-status', { hasText: '草稿已存在本机' }).waitFor();
  }
  const visitsOf = (note: string) => cast.db.visit.count({ where: { note } });

  it('finds by pinyin, keeps a draft, and gives it back after the tab was killed', async () => {
    const context = await visit(browser, cast.base, { size: phone });
    const page = await signInAs(context, 'park1');
    await fillIn(page, '渡船停航，电话回访');
    await page.close({ runBeforeUnload: false });
    const again = await context.newPage();
    await again.goto(address);
    expect(await again.locator('#note').inputValue()).toBe('渡船停航，电话回访');
    expect(await again.getByLabel('海风3号').isChecked()).toBe(true);
    expect(await again.locator('form .notice.draft-status').innerText()).toContain('已恢复本机');
    await again.getByRole('button', { name: '放弃草稿' }).click();
    await again.waitForFunction(
      () => (document.querySelector('#note') as HTMLTextAreaElement | null)?.value === '',
    );
    await context.close();
  });

  it.each([
    '/ventures/new?park=P01',
    address,
    '/parks/P01/spaces/new',
    '/parks/P01/spaces/P01-001/edit',
  ])('gives back whatever was typed into %s, in every kind of field', async (form) => {
    const context = await visit(browser, cast.base, { size: phone });
    const page = await signInAs(context, 'park1');
    await page.goto(form);
    const values = (of: Page) =>
      of.locator('form[data-ask-before-leaving]').evaluate((element) =>
        [...(element as HTMLFormElement).elements]
          .map((one) => one as HTMLInputElement)
          .filter(({ name, type }) => name && !['hidden', 'submit', 'file'].includes(type))
          // Of what proves something no word stays on a device.
          .filter(({ name }) => !name.endsWith('proof'))
          .map(({ name, type, value, checked }) =>
            ['checkbox', 'radio'].includes(type) ? [name, value, checked] : [name, value],
          ),
      );
    await page.locator('form[data-ask-before-leaving]').evaluate((element) => {
      const typed: Record<string, string> = { date: '2024-03-05', tel: '13905801234' };
      for (const one of (element as HTMLFormElement).elements) {
        const control = one as HTMLInputElement;
        if (!control.name || ['hidden', 'submit', 'file'].includes(control.type)) continue;
        if (['checkbox', 'radio'].includes(control.type)) control.checked = true;
        else if (control.tagName === 'SELECT')
          (one as unknown as HTMLSelectElement).selectedIndex = 1;
        else control.value = typed[control.type] ?? `已填${control.name}`;
        control.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    const before = await values(page);
    expect(before.filter(([, value]) => String(value).startsWith('已填')).length).toBeGreaterThan(
      1,
    );
    await page.locator('.draft-status', { hasText: '草稿已存在本机' }).waitFor();
    await page.close({ runBeforeUnload: false });
    const again = await context.newPage();
    await again.goto(form);
    await again.locator('form .notice.draft-status').waitFor();
    expect(await values(again)).toEqual(before);
    await context.close();
  });

  it('keeps the last word too where the page is left at once, and nothing after signing out', async () => {
    const context = await visit(browser, cast.base, { size: phone });
    const page = await signInAs(context, 'park1');
    const last = async () => {
      await page.goto(address);
      return page.locator('#note').inputValue();
    };
    await page.goto(address);
    await page.locator('#note').fill('开船了');
    await page.goto('/visits');
    expect(await last()).toBe('开船了');
    await page.locator('#note').fill('开船了，到了');
    await page
      .locator('form[action="/sign-out"]')
      .first()
      .evaluate((form) => {
        (form as HTMLFormElement).requestSubmit();
      });
    await page.waitForURL((url) => url.pathname !== address.split('?')[0]);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await context.close();
  });

  it('keeps a draft when its session has ended by itself, for the same account and no other', async () => {
    const context = await visit(browser, cast.base, { size: phone });
    const page = await signInAs(context, 'park1');
    await fillIn(page, '离岛多日后再登记');
    await context.clearCookies({ name: 'session' });
    await page.goto('/today');
    await page.waitForURL(/\/sign-in/);
    const back = await signInAs(context, 'park1');
    await back.goto(address);
    expect(await back.locator('#note').inputValue()).toBe('离岛多日后再登记');
    await context.clearCookies({ name: 'session' });
    await signInAs(context, 'bureau');
    await context.clearCookies({ name: 'session' });
    const own = await signInAs(context, 'park1');
    await own.goto(address);
    expect(await own.locator('#note').inputValue()).toBe('');
    await context.close();
  });

  it('carries a form through the sign-in to where it was sent', async () => {
    const context = await visit(browser, cast.base, { size: phone });
    const page = await signInAs(context, 'park1');
    await page.goto('/ventures/new?park=P01');
    await page.locator('#name').fill('离岛晒网工作室');
    await page.locator('.draft-status', { hasText: '草稿已存在本机' }).waitFor();
    await context.clearCookies({ name: 'session' });
    await page.locator('main form[method="post"] button[type="submit"]').last().click();
    await page.getByText('刚才填写的内容没有丢失').waitFor();
    await page.locator('[name="username"]').fill('park1');
    await page.locator('[name="password"]').fill('walls-down-2025');
    await page.locator('main button[type="submit"]').click();
    await page.getByRole('button', { name: '再次提交' }).click();
    // What was missing is asked for as ever, and what was typed stands there.
    await page.locator('[data-error-summary]').waitFor();
    expect(await page.locator('#name').inputValue()).toBe('离岛晒网工作室');
    await context.close();
  });

  it('chooses among many by typing: a few stand there, Enter ticks the one that is found, all can be listed', async () => {
    const by = { accountId: null, at: new Date('2025-02-01T02:00:00Z') };
    await transact(cast.db, async (tx) => {
      const { id: parkId } = await tx.park.findUniqueOrThrow({ where: { number: 'P01' } });
      const names = [
        '渔汛',
        '蓝海',
        '礁石',
        '灯塔',
        '归帆',
        '潮音',
        '石塘',
        '望舟',
        '听涛',
        '晒网',
      ];
      const ids = await logVentures(
        tx,
        by,
        names.map((name) => Object.assign(someVenture(parkId), { name: `${name}工作室` })),
      );
      const stays = ids.map((ventureId) => ({ ventureId, parkId, beganOn: '2025-02-01' }));
      await settleVentures(tx, by, stays);
    });
    const context = await visit(browser, cast.base, { size: phone });
    const page = await signInAs(context, 'park1');
    await page.goto(address);
    const boxes = page.locator('[name="ventureIds"]');
    const shown = boxes.filter({ visible: true });
    expect(await boxes.count()).toBeGreaterThan(10);
    expect(await shown.count()).toBe(5);
    const find = page.getByLabel('查找服务对象');
    for (const typed of ['cygzs', 'wangzhou']) {
      await find.fill(typed);
      expect(await page.locator('[name="ventureIds"]:not(:checked):visible').count()).toBe(1);
      await find.press('Enter');
      expect(await find.inputValue()).toBe('');
    }
    for (const name of ['潮音工作室', '望舟工作室']) {
      expect(await page.getByLabel(name).isChecked()).toBe(true);
      expect(await page.getByLabel(name).isVisible()).toBe(true);
    }
    await find.press('Enter');
    expect(await page.locator('[name="ventureIds"]:checked').count()).toBe(2);
    await page.getByRole('button', { name: '列出全部' }).press('Enter');
    expect(await shown.count()).toBe(await boxes.count());
    await page.locator('[name="kind"]').first().check();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.waitForURL(/\/visits\/\d+/);
    const made = await cast.db.visit.findFirstOrThrow({
      orderBy: { id: 'desc' },
      include: { ventures: { include: { venture: true } } },
    });
    expect(made.ventures.map(({ venture }) => venture.name).toSorted()).toEqual(
      ['望舟工作室', '潮音工作室'].toSorted(),
    );
    await context.close();
  });

  it('makes one record of a form whose answer was lost and that is sent again', async () => {
    const context = await visit(browser, cast.base, { size: phone });
    const page = await signInAs(context, 'park1');
    const note = '答复未到';
    await fillIn(page, note);
    // The server gets it; the answer is lost on the way.
    await page.route('**/visits/new', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch({ maxRedirects: 0 });
      await route.abort('connectionreset');
    });
    await page.getByRole('button', { name: '登记', exact: true }).click({ noWaitAfter: true });
    await expect.poll(() => visitsOf(note), { timeout: 30_000 }).toBe(1);
    await page.close({ runBeforeUnload: false });
    const again = await context.newPage();
    await again.goto(address);
    expect(await again.locator('form .notice.draft-status').innerText()).toContain('没有收到回应');
    await again.getByRole('button', { name: '登记', exact: true }).click();
    await again.waitForURL(/\/visits\/\d+/);
    expect(await visitsOf(note)).toBe(1);
    await again.goto(address);
    expect(await again.locator('#note').inputValue()).toBe('');
    await context.close();
  });

  async function givesBack(page: Page, note: string): Promise<void> {
    await page.goto(address);
    expect(await page.locator('#note').inputValue()).toBe(note);
    expect(await page.locator('form .notice.draft-status').innerText()).toContain('没有收到回应');
  }

  it('gives back what had no answer, though another page was opened first, and not what had one', async () => {
    const context = await visit(browser, cast.base, { size: phone });
    const page = await signInAs(context, 'park1');
    const note = '没有回应就去看别的页面';
    await fillIn(page, note);
    await page.route('**/visits/new', (route) => route.abort('connectionreset'));
    const failed = page.waitForEvent('requestfailed');
    await page.getByRole('button', { name: '登记', exact: true }).click({ noWaitAfter: true });
    await failed;
    await page.unroute('**/visits/new');
    const opened = () =>
      page.goto('/today').then(
        (answer) => answer?.status(),
        () => 0,
      );
    await expect.poll(opened, { timeout: 30_000 }).toBe(200);
    await givesBack(page, note);
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.waitForURL(/\/visits\/\d+/);
    expect(await visitsOf(note)).toBe(1);
    await page.goto(address);
    expect(await page.locator('#note').inputValue()).toBe('');
    await context.close();
  });

  it('gives back what a link of the page took from its answer', async () => {
    const context = await visit(browser, cast.base, { size: phone });
    const page = await signInAs(context, 'park1');
    await fillIn(page, '没有等到回应');
    await page.evaluate(() => {
      // As it is sent, but on its way for ever.
      document.querySelector('form:has(#note)')?.dispatchEvent(new SubmitEvent('submit'));
      (document.querySelector('a[href="/today"]') as HTMLAnchorElement).click();
    });
    await page.waitForURL(/\/today$/);
    await givesBack(page, '没有等到回应');
    await context.close();
  });

  it('waits without a connection and goes by itself when there is one', async () => {
    const context = await visit(browser, cast.base, { size: phone });
    const page = await signInAs(context, 'park1');
    const note = '海上没有信号';
    await fillIn(page, note);
    await context.setOffline(true);
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await kept(page).filter({ hasText: '现在没有网络' }).waitFor();
    expect(await visitsOf(note)).toBe(0);
    await context.setOffline(false);
    await page.waitForURL(/\/visits\/\d+/);
    expect(await visitsOf(note)).toBe(1);
    await context.close();
  });

  it('gives nothing of one person to another, and nothing after signing out', async () => {
    const context = await visit(browser, cast.base, { size: phone });
    const page = await signInAs(context, 'park1');
    await fillIn(page, '只给自己看');
    await context.clearCookies();
    const other = await signInAs(context, 'bureau');
    await other.goto(address);
    expect(await other.locator('#note').inputValue()).toBe('');
    const left = () =>
      other.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft:')));
    expect(await left()).toEqual([]);
    await fillIn(other, '市局的草稿');
    expect(await left()).toHaveLength(1);
    await other.evaluate(() => {
      (document.querySelector('form[action="/sign-out"]') as HTMLFormElement).requestSubmit();
    });
    await other.waitForURL((url) => !url.pathname.startsWith('/visits'));
    expect(await left()).toEqual([]);
    await context.close();
  });
});
