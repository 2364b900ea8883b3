import type { Page } from 'playwright-core';
import { follow } from './browser.js';

/** How a founder answers each page, by the last part of its address. */
const answers: Record<string, (page: Page) => Promise<unknown>> = {
  categories: (page) => page.check('input[value=graduate]'),
  graduation: (page) => page.fill('#graduatedOn', '2024-06-30'),
  settled: async (page) => {
    await page.check('input[value=yes]');
    await page.fill('#day', '2026-01-10');
  },
  premises: async (page) => {
    await page.check('input[value=park-space]');
    await page.fill('[name="area.area"]', '60');
    await page.fill('[name="rent.rent"]', '1,200');
    await page.fill('[name="lease.from"]', '2026-01-10');
  },
  benefits: async (page) => {
    await page.check('input[name="other-benefit.answer"][value=no]');
    await page.check('input[name="before.before"][value=none]');
  },
};

export const questions = Object.keys(answers);

const slugOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';

async function send(page: Page): Promise<void> {
  const slug = slugOf(page);
  await Promise.all([
    page.waitForURL((url) => !url.pathname.endsWith(slug)),
    page.locator('form.question button').press('Enter'),
  ]);
}

/**
 * Answers each page that comes up, up to the result.
 * @param look is called on each page, before it is answered
 * @returns the pages that came up
 */
export async function answerPages(
  page: Page,
  look: (slug: string) => Promise<void> = async () => {},
): Promise<string[]> {
  const asked: string[] = [];
  while (page.url().includes('/questions/')) {
    const slug = slugOf(page);
    asked.push(slug);
    await look(slug);
    await answers[slug]?.(page);
    await send(page);
  }
  return asked;
}

/** The same from the check's first page on. */
export async function checkEligibility(
  page: Page,
  look?: (slug: string) => Promise<void>,
): Promise<string[]> {
  await page.goto('/eligibility');
  await follow(page, 'main .actions a.button');
  return answerPages(page, look);
}
