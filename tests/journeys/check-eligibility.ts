import type { Page } from 'playwright-core';

/** How a founder answers each question, by the last part of its address. */
const answers: Record<string, (page: Page) => Promise<unknown>> = {
  categories: (page) => page.check('input[value=graduate]'),
  graduation: (page) => page.fill('#graduatedOn', '2024-06-30'),
  settled: async (page) => {
    await page.check('input[value=yes]');
    await page.fill('#day', '2026-01-10');
  },
  premises: (page) => page.check('input[value=park-space]'),
  area: (page) => page.fill('#area', '60'),
  rent: (page) => page.fill('#rent', '1200'),
  lease: (page) => page.fill('#from', '2026-01-10'),
  'other-benefit': (page) => page.check('input[value=no]'),
  before: (page) => page.check('input[value=none]'),
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
 * Answers each question that comes up, from the check's first page to its list of answers.
 * @param look is called on the page of each question, before it is answered
 * @returns the questions that came up
 */
export async function checkEligibility(
  page: Page,
  look: (slug: string) => Promise<void> = async () => {},
): Promise<string[]> {
  await page.goto('/eligibility');
  await page.click('main .actions a.button');
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
