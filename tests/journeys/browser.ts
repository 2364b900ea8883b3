import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** The shell first: Chromium without the pages of its own window, of which the other draws two for every window. */
const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser of this machine: what CHROMIUM names, else one in the usual places, else null. */
export function browserPath(): string | null {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  return usualPlaces.find((place) => existsSync(place)) ?? null;
}

/** Why the journeys are skipped; null when they run. With REQUIRE_BROWSER=1 they always run, and fail. */
export function whySkipped(): string | null {
  if (browserPath() !== null || process.env.REQUIRE_BROWSER === '1') return null;
  return 'no Chromium or Chrome was found: set CHROMIUM, or apt-get install chromium-headless-shell fonts-noto-cjk';
}

export function openBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  if (executablePath === null) throw new Error('REQUIRE_BROWSER=1, and no Chromium was found');
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({
    executablePath,
    // Each page runs its script once, and so does axe: optimising it costs more than it saves, by either of the two
    // compilers that optimise; compiling it at once to plain machine code takes a quarter off.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--js-flags=--no-opt --no-maglev --always-sparkplug',
      ...quiet,
    ],
  });
}

export const phone = { width: 360, height: 760 };
export const desk = { width: 1440, height: 900 };

export type Visit = {
  size?: { width: number; height: number };
  language?: 'zh' | 'en';
  script?: boolean;
};

/**
 * Axe for every page, not read until it is called. As a script of the context the browser compiles it once and keeps it
 * from page to page; handed to each page again it is parsed there again, half a megabyte of it.
 */
const axeAsFunction = {
  content: `window.readAxe = () => {${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')}\n};`,
};

/** A browser window of its own, as a newcomer has it. */
export async function visit(
  browser: Browser,
  base: string,
  how: Visit = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: base,
    viewport: how.size ?? desk,
    locale: how.language === 'en' ? 'en-GB' : 'zh-CN',
    javaScriptEnabled: how.script ?? true,
    reducedMotion: 'reduce',
  });
  await context.addInitScript(axeAsFunction);
  // For what never comes; a busy machine may take long. Less than a test may take, so that the error names the step.
  context.setDefaultTimeout(60_000);
  return context;
}

/** Signs in by the form, and returns the page that it leads to. */
export async function signInAs(context: BrowserContext, username: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.fill('#username', username);
  await page.fill('#password', 'walls-down-2025');
  await Promise.all([
    page.waitForURL((url) => url.pathname !== '/sign-in'),
    page.press('#password', 'Enter'),
  ]);
  return page;
}

/**
 * Does what sends a form and waits until the page that answers it stands there whole, also where its address is that of
 * the page before: what was asked of the page meanwhile would be answered by that one.
 */
export async function answered(page: Page, send: () => Promise<void>): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('data-before', ''));
  await send();
  await page.waitForSelector('html:not([data-before])', { state: 'attached' });
  await page.waitForLoadState();
}

/**
 * Presses a link and waits until the page that it leads to stands there whole: a press alone returns while the page is on
 * its way, and what is read then is of neither.
 */
export async function follow(page: Page, link: string): Promise<void> {
  const before = page.url();
  await page.locator(link).first().click();
  await page.waitForURL((url) => url.href !== before);
}
