import type { Page } from 'playwright-core';
import { isFirstToClaim } from '../../made-once.js';
import { faultsAt } from '../look.js';
import { pageRouteOf } from '../page-routes.js';
import type { Stage } from '../setup.js';

export type CrawlOptions = {
  /** Addresses that are looked at beside those that links lead to. */
  start: string[];
  language: string;
  /** How wide pages are as they are held against WCAG. */
  size: { width: number; height: number };
  ofOneRoute: number;
};

/**
 * Follows links from where one stands and from `start`, and tells what is wrong with the pages they lead to. Each kind
 * of page is held against WCAG once in a run and language, by whichever look comes upon it first: that takes longest.
 */
export async function crawl(
  stage: Stage,
  page: Page,
  { start, language, size, ofOneRoute }: CrawlOptions,
): Promise<{ routes: string[]; faults: string[] }> {
  const seen = new Map<string, Set<string>>();
  const faults: string[] = [];
  const waiting = [page.url(), ...start];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const address = new URL(next);
    const route = pageRouteOf(stage.app, address.pathname);
    if (address.origin !== stage.base || route === null || address.searchParams.has('lang'))
      continue;
    const kinds = seen.get(route) ?? new Set();
    const kind = [...address.searchParams.keys()].sort().join();
    if (kinds.has(kind) || kinds.size >= ofOneRoute) continue;
    seen.set(route, kinds.add(kind));
    const isKnown = !(await isFirstToClaim(`held against WCAG ${language} ${route} ${kind}`));
    // Each is seen in both widths. What is known already comes in the one in which the page before was left.
    if (!isKnown && page.viewportSize()?.width !== size.width) await page.setViewportSize(size);
    faults.push(...(await faultsAt(page, address.href, { isKnown, mayStay: true })));
    waiting.push(...(await linksOf(page)));
  }
  return { routes: [...seen.keys()], faults };
}

async function linksOf(page: Page): Promise<string[]> {
  const links = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]:not(svg a)')].map((a) => a.href),
  );
  return links.map((link) => link.replace(/#.*$/, ''));
}
