import type { Browser, Page } from 'playwright-core';
import { phone, visit } from './browser.js';

/** Somebody on a phone without script, who has a keyboard and nothing else; pages and presses are counted. */
export type Walk = {
  page: Page;
  pages: number;
  /** Links, buttons and choices that were pressed, and files that were chosen. */
  presses: number;
  since: number;
};

/** Comes without an account. */
export async function strolls(browser: Browser, base: string, to: string): Promise<Walk> {
  const walk = await begins(browser, base);
  await walk.page.goto(to);
  return walk;
}

async function begins(browser: Browser, base: string): Promise<Walk> {
  const context = await visit(browser, base, { size: phone, script: false });
  const walk: Walk = { page: await context.newPage(), pages: 0, presses: 0, since: Date.now() };
  walk.page.on('framenavigated', () => {
    walk.pages += 1;
  });
  return walk;
}

/** Comes to an address by signing in. */
export async function walksIn(
  browser: Browser,
  base: string,
  username: string,
  to: string,
): Promise<Walk> {
  const walk = await begins(browser, base);
  await walk.page.goto(`/sign-in?next=${encodeURIComponent(to)}`);
  await types(walk, '#username', username);
  await types(walk, '#password', 'walls-down-2025');
  walk.presses += 1;
  await Promise.all([
    walk.page.waitForURL((url) => url.pathname !== '/sign-in'),
    walk.page.keyboard.press('Enter'),
  ]);
  return walk;
}

/** Presses Tab until what is wanted has the focus; what Tab does not reach cannot be used by keyboard. */
export async function tabTo({ page }: Walk, selector: string): Promise<void> {
  for (let tabs = 0; tabs < 250; tabs += 1) {
    await page.keyboard.press('Tab');
    const isThere = (wanted: string) => document.activeElement?.matches(wanted) ?? false;
    if (await page.evaluate(isThere, selector)) return;
  }
  throw new Error(`no amount of Tab leads to ${selector} at ${page.url()}`);
}

export async function types(walk: Walk, selector: string, text: string): Promise<void> {
  await tabTo(walk, selector);
  await walk.page.keyboard.press('Control+A');
  await walk.page.keyboard.type(text);
}

/** Chooses a radio button: Tab leads to the group, the arrows to the choice. */
export async function chooses(walk: Walk, name: string, value: string): Promise<void> {
  const { page } = walk;
  await tabTo(walk, `[name="${name}"]`);
  await page.keyboard.press('Space');
  const wanted = page.locator(`[name="${name}"][value="${value}"]`);
  for (let arrows = 0; arrows < 30; arrows += 1) {
    if (await wanted.isChecked()) break;
    await page.keyboard.press('ArrowDown');
  }
  if (!(await wanted.isChecked())) throw new Error(`no arrow leads to ${name} ${value}`);
  walk.presses += 1;
}

/** Chooses from a list by the arrows. */
export async function selects(walk: Walk, name: string, value: string): Promise<void> {
  const { page } = walk;
  await tabTo(walk, `select[name="${name}"]`);
  await page.keyboard.press('Home');
  const list = page.locator(`select[name="${name}"]`);
  for (let arrows = 0; arrows < 60; arrows += 1) {
    if ((await list.inputValue()) === value) break;
    await page.keyboard.press('ArrowDown');
  }
  if ((await list.inputValue()) !== value) throw new Error(`no arrow leads to ${name} ${value}`);
  walk.presses += 1;
}

/** Opens what is folded around a field, unless it stands open. */
export async function unfolds(walk: Walk, folded: string): Promise<void> {
  if (await walk.page.locator(folded).evaluate((element) => element.hasAttribute('open'))) return;
  await tabTo(walk, `${folded} > summary`);
  await walk.page.keyboard.press('Enter');
  walk.presses += 1;
}

export async function ticks(walk: Walk, selector: string): Promise<void> {
  await tabTo(walk, selector);
  await walk.page.keyboard.press('Space');
  walk.presses += 1;
}

/** Presses a link or a button and waits for the page that it leads to. */
export async function presses(walk: Walk, selector: string): Promise<void> {
  await tabTo(walk, selector);
  walk.presses += 1;
  const came = walk.page.waitForEvent('framenavigated');
  await walk.page.keyboard.press('Enter');
  await came;
  await walk.page.waitForLoadState();
}

/** The button of the form that is filled in. */
export const submits = (walk: Walk) => presses(walk, 'main form .actions button');

export async function sendsFile(walk: Walk, selector: string, name: string, buffer: Buffer) {
  walk.presses += 1;
  const file = { name, mimeType: 'application/pdf', buffer };
  await walk.page.setInputFiles(selector, file);
}

export const reads = ({ page }: Walk): Promise<string> => page.locator('main').innerText();

/** That nothing is cut at the right edge of the phone. */
export const fits = ({ page }: Walk): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

export async function leaves(...walks: Walk[]): Promise<void> {
  for (const { page } of walks) await page.context().close();
}

/** What a journey took, for who wants to know: `REPORT_JOURNEYS=1` prints it. */
export function report(title: string, ...walks: Walk[]): void {
  const sum = (of: (walk: Walk) => number) => walks.reduce((all, walk) => all + of(walk), 0);
  const seconds = (Date.now() - Math.min(...walks.map(({ since }) => since))) / 1000;
  const line = `${title}: ${sum(({ pages }) => pages)} pages, ${sum((walk) => walk.presses)} presses, ${seconds.toFixed(1)} s`;
  if (process.env.REPORT_JOURNEYS === '1') console.info(line);
}
