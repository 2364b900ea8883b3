import type { ElementContext, RunOptions } from 'axe-core';
import type { ConsoleMessage, Page, Response } from 'playwright-core';
import { desk, phone } from './browser.js';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * @property isKnown whether its kind was held against WCAG already, which takes most of the time
 * @property mayStay whether the page may be left in the width that it was seen in last, rather than in its own again
 */
export type Looking = { isKnown?: boolean; mayStay?: boolean };

/** Opens a page as a visitor would, and tells in words what is wrong with it. */
export async function faultsAt(
  page: Page,
  address: string,
  looking: Looking = {},
): Promise<string[]> {
  const heard: string[] = [];
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error') heard.push(`console: ${message.text()}`);
  };
  const onError = (error: Error) => heard.push(`script: ${error.message}`);
  const onAnswer = (answer: Response) => {
    if (answer.status() >= 400) heard.push(`${answer.status()} for ${answer.url()}`);
  };
  page.on('console', onConsole).on('pageerror', onError).on('response', onAnswer);
  await page.goto(address);
  page.off('console', onConsole).off('pageerror', onError).off('response', onAnswer);
  return [...heard, ...(await faultsOf(page, looking))].map((fault) => `${address}: ${fault}`);
}

/** What is wrong with a page as it stands: its head, its width on a phone and on a desk, and WCAG 2.2 AA. */
export async function faultsOf(
  page: Page,
  { isKnown = false, mayStay = false }: Looking = {},
): Promise<string[]> {
  const faults: string[] = [];
  await page.waitForLoadState(); // of a page that has come, but in part
  const { title, headings, twice } = await page.evaluate(() => ({
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    // A unit that stands in an amount and in the sentence around it.
    twice: document.body.innerText.match(
      /.{0,20}(?:元 ?元|㎡ ?㎡|yuan yuan|photos? photos?|¥[\d,.]+ yuan|m² m²).{0,9}/,
    )?.[0],
  }));
  if (title.trim() === '') faults.push('no title');
  if (twice !== undefined) faults.push(`a unit twice: ${twice}`);
  if (headings !== 1) faults.push(`${headings} h1`);
  if (!isKnown) faults.push(...(await violationsOf(page)));
  return [...faults, ...(await tooWide(page, mayStay))];
}

async function violationsOf(page: Page): Promise<string[]> {
  // Rows of a table are alike: the first speak for those below them.
  const context = { exclude: [['tbody > tr:nth-child(n + 13)']] };
  const runOnly = { type: 'tag' as const, values: standards };
  // Only violations are read: of the rest neither every node nor a selector of each is worked out.
  const options = { runOnly, resultTypes: ['violations' as const], selectors: false };
  return page.evaluate(runAxe, { context, options });
}

/** Runs in the page, whose window was given axe's source as a function. */
async function runAxe({ context, options }: { context: ElementContext; options: RunOptions }) {
  const here = window as unknown as { axe?: typeof import('axe-core'); readAxe(): void };
  if (!here.axe) here.readAxe();
  const { violations } = await (here.axe as typeof import('axe-core')).run(context, options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

async function tooWide(page: Page, mayStay: boolean): Promise<string[]> {
  const usual = page.viewportSize() ?? desk;
  const other = usual.width === desk.width ? phone : desk;
  const faults: string[] = [];
  for (const size of mayStay ? [usual, other] : [other, usual]) {
    if (size.width !== page.viewportSize()?.width) await page.setViewportSize(size);
    const wide = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
    if (wide > size.width) faults.push(`${wide} px wide in ${size.width}`);
  }
  return faults;
}

/** What of a page is pressed beyond reading, as wide as it is. */
export const pressedOn = (page: Page): Promise<string[]> => page.evaluate(pressed);

/** Cells that are pressed into a few characters a line, and units of numbers that are broken. Runs in the page. */
function pressed(): string[] {
  const lines = (element: Element): DOMRect[] => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const tops = new Map([...range.getClientRects()].map((box) => [Math.round(box.top / 8), box]));
    return [...tops.values()];
  };
  const cells = [...document.querySelectorAll('td, th')].filter((cell) => {
    const em = Number.parseFloat(getComputedStyle(cell).fontSize);
    return cell.clientWidth < 6 * em && cell.clientHeight > 9 * em && lines(cell).length > 5;
  });
  const units = [...document.querySelectorAll('.unit')].filter((unit) => lines(unit).length > 1);
  return [...cells, ...units].slice(0, 3).map((one) => `pressed: ${one.textContent?.trim()}`);
}
