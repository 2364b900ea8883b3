import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, phone, visit, whySkipped } from './browser.js';
import { faultsOf } from './look.js';

const reason = whySkipped();
if (reason !== null) console.warn(`How pages are looked at is not tested: ${reason}`);

/** A page that is right, but for what is in it. */
const pageWith = (main: string, title = '一页') =>
  `<!doctype html><html lang="zh"><title>${title}</title><main><h1>一页</h1>${main}</main></html>`;

describe.skipIf(reason !== null)('a look at a page', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    const context = await visit(browser, 'http://127.0.0.1', { size: phone });
    page = await context.newPage();
  });
  afterAll(() => browser?.close());

  it.each([
    ['nothing, where nothing is wrong', pageWith('<p>好</p>'), []],
    ['an image without words', pageWith('<img src="data:,">'), [/^image-alt: <img/]],
    [
      'words that are too pale',
      pageWith('<p style="color: #ccc; background: #fff">字色太浅，看不清楚</p>'),
      [/^color-contrast: <p/],
    ],
    ['a field without a label', pageWith('<input name="a">'), [/^label: <input/]],
    [
      'what is wider than a phone and than a desk',
      pageWith('<div style="width: 1500px">宽</div>'),
      [/^15\d\d px wide in 1440$/, /^15\d\d px wide in 360$/],
    ],
    ['a page without a title', pageWith('', ' '), [/^no title$/, /^document-title: /]],
    ['two first headings', pageWith('<h1>又一页</h1>'), [/^2 h1$/]],
  ])('tells %s', async (_what, html, wanted) => {
    await page.setContent(html);
    expect(await faultsOf(page)).toEqual(wanted.map((fault) => expect.stringMatching(fault)));
    expect(page.viewportSize()).toEqual(phone);
  });

  it('sees both widths where it may leave the page in the other', async () => {
    await page.setViewportSize(phone);
    await page.setContent(pageWith('<div style="width: 1500px">宽</div>'));
    const looking = { isKnown: true, mayStay: true };
    for (const [width, other] of [
      [360, 1440],
      [1440, 360],
    ]) {
      const wide = [width, other].map((each) => expect.stringMatching(`px wide in ${each}$`));
      expect(await faultsOf(page, looking)).toEqual(wide);
      expect(page.viewportSize()?.width).toBe(other);
    }
    await page.setViewportSize(phone);
  });
});
