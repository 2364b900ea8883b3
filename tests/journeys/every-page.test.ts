import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { pagesOfACase } from './applying.js';
import { desk, phone, signInAs, visit } from './browser.js';
import { pagesOfCases } from './case-pages.js';
import { checkEligibility } from './check-eligibility.js';
import { askForCodes } from './codes.js';
import { faultsAt, faultsOf } from './look.js';
import { pageRouteOf, pageRoutes } from './page-routes.js';
import { aFounderWithoutPapers, handInPapers } from './papers.js';
import { journeys, type Stage } from './setup.js';

/** What was held against WCAG, as readers with the same rights see it: the auditor reads what the bureau does. */
const known = new Set<string>();

/**
 * Follows links from where one stands and from `start`, and tells what is wrong with the pages they lead to.
 * @param look the language and size, in which a kind of page is held against WCAG once
 * @param ofOneRoute how many pages of each route are looked at: what stands in the query makes them differ
 */
async function lookAround(
  stage: Stage,
  page: Page,
  { start, look, ofOneRoute }: { start: string[]; look: string; ofOneRoute: number },
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
    const one = `${look} ${route} ${kind}`;
    faults.push(...(await faultsAt(page, address.href, known.has(one))));
    known.add(one);
    waiting.push(...(await linksOf(page)));
  }
  return { routes: [...seen.keys()], faults };
}

async function linksOf(page: Page): Promise<string[]> {
  const links = await page
    .locator('a[href]:not(svg a)')
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  return links.map((link) => link.replace(/#.*$/, ''));
}

/** A file that was asked for and given up: its page stands. */
async function anExport({ db, base }: Stage): Promise<string> {
  const bureau = await db.account.findFirstOrThrow({ where: { username: 'bureau' } });
  const file = { address: '/ventures.csv', title: '创业主体', format: 'csv', lang: 'zh' };
  const { id } = await db.reportJob.create({
    data: { ...file, state: 'cancelled', accountId: bureau.id, createdAt: new Date() },
  });
  return `${base}/reports/jobs/${id}`;
}

/** What another administrator has asked for, and waits. */
async function aRequest({ db, base }: Stage, accountId: number): Promise<string> {
  const { id: requestedById } = await db.account.findFirstOrThrow({
    where: { username: 'admin2' },
  });
  const requestedAt = new Date();
  const expiresAt = new Date(requestedAt.getTime() + 7 * 24 * 60 * 60_000);
  const { id } = await db.accountRequest.create({
    data: {
      kind: 'reactivate',
      accountId,
      reason: '停用有误',
      requestedAt,
      requestedById,
      expiresAt,
    },
  });
  return `${base}/account-requests/${id}`;
}

/** Each kind of page is seen on a phone and on a desk, in both languages by those who see most of them. */
const looks = [
  ['visitor', 'zh', phone],
  ['visitor', 'en', desk],
  ['bureau', 'zh', desk],
  ['bureau', 'en', phone],
  ['park1', 'zh', phone],
  ['putuo', 'en', desk],
  ['founder1', 'zh', phone],
  ['admin', 'zh', desk],
  ['auditor', 'zh', desk],
] as const;

journeys('every page', (stage) => {
  const lookedAt = new Set<string>();
  /** Where more can be done than where the links lead first: a founder with papers, an account of somebody else. */
  const start: Record<string, string[]> = {};

  it('lets a founder agree, enter a number and send a lease', async () => {
    const context = await visit(stage.browser, stage.base, { size: phone });
    const page = await signInAs(context, await aFounderWithoutPapers(stage));
    const own = await handInPapers(page);
    expect(await page.locator('main').innerText()).toContain('租赁合同.pdf');
    expect(await faultsOf(page)).toEqual([]);
    for (const who of ['bureau', 'auditor']) start[who] = [own];
    const account = await stage.db.account.findFirstOrThrow({ where: { username: 'park2' } });
    start.admin = [
      `${stage.base}/accounts/${account.id}`,
      `${stage.base}/accounts/${account.id}/reactivation`,
      await aRequest(stage, account.id),
    ];
    const outside = { residencies: { none: { endedOn: null } } };
    const { number } = await stage.db.venture.findFirstOrThrow({ where: outside });
    start.bureau = [own, `${stage.base}/ventures/${number}/settlement`, await anExport(stage)];
    const grid = `${stage.base}/returns/2026-10/P10`;
    const reopened = await stage.db.reopening.findFirstOrThrow();
    const closed = `${stage.base}/returns/${reopened.month}`;
    start.park1 = [`${stage.base}/returns/2026-10/P01`];
    start.bureau.push(grid, `${grid}/submission`, `${grid}/roster`, `${closed}/closing`);
    start.bureau.push(`${closed}/reopening`, `${stage.base}/returns/reopenings/${reopened.id}`);
    await context.close();
  });

  it('finds the pages that a case leads to in some state', async () => {
    const { manager = [], ...others } = await pagesOfCases(stage);
    // park1 looks after the park of the newest case too.
    const [first = ''] = manager;
    const { park } = await stage.db.waiverApplication.findUniqueOrThrow({
      where: { number: new URL(first).pathname.split('/')[2] ?? '' },
      include: { park: true },
    });
    const taken = await stage.db.account.findFirstOrThrow({ where: { username: 'park1' } });
    await stage.db.accountPark.upsert({
      where: { accountId_parkId: { accountId: taken.id, parkId: park.id } },
      create: { accountId: taken.id, parkId: park.id },
      update: {},
    });
    const newcomer = await stage.db.person.findFirstOrThrow({
      where: { consents: { none: {} }, roles: { some: { role: 'founder', endedOn: null } } },
    });
    others.bureau?.push(`${stage.base}/people/${newcomer.number}/consents/identity`);
    for (const [who, addresses] of Object.entries({ ...others, park1: manager }))
      start[who] = [...(start[who] ?? []), ...addresses];
  });

  it('lets a visitor and a founder ask for codes', async () => {
    for (const [who, addresses] of Object.entries(await askForCodes(stage)))
      start[who] = [...(start[who] ?? []), ...addresses];
  });

  // The pages are rendered and judged in the browser: two at a time use both cores.
  it.concurrent.each(looks)(
    'holds WCAG 2.2 AA and its width for %s, in %s',
    async (who, language, size) => {
      const context = await visit(stage.browser, stage.base, { size, language });
      await context.addCookies([{ name: 'lang', value: language, url: stage.base }]);
      const page = who === 'visitor' ? await context.newPage() : await signInAs(context, who);
      if (who === 'visitor') {
        await checkEligibility(page);
        await page.goto('/');
      }
      const { routes, faults } = await lookAround(stage, page, {
        start: start[who] ?? [],
        look: `${language} ${size.width}`,
        ofOneRoute: who === 'bureau' && language === 'zh' ? 2 : 1,
      });
      for (const route of routes) lookedAt.add(route);
      expect(faults).toEqual([]);
      expect(routes.length).toBeGreaterThan(4);
      await context.close();
    },
  );

  it('was looked at by somebody', () => {
    const seen = new Set([...lookedAt, ...pagesOfACase]);
    const unseen = pageRoutes(stage.app).filter((route) => !seen.has(route));
    expect(unseen).toEqual([]);
  });

  it.each(['zh', 'en'] as const)('says what is wrong as readably, in %s', async (language) => {
    const context = await visit(stage.browser, stage.base, { size: phone, language });
    await context.addCookies([{ name: 'lang', value: language, url: stage.base }]);
    const page = await signInAs(context, 'bureau');
    for (const address of ['/ventures/new', '/parks/new', '/account/password']) {
      await page.goto(address);
      await page.locator(`form[action="${address}"] .actions button`).click();
      await page.waitForLoadState();
      expect(await page.locator('.error-summary').count(), address).toBe(1);
      expect(await faultsOf(page), address).toEqual([]);
    }
    await page.goto('/ventures/V1999-0001');
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });

  it('can be printed', async () => {
    const context = await visit(stage.browser, stage.base);
    const page = await signInAs(context, 'bureau');
    for (const address of ['/figures', '/dashboard?asOf=2025-01-21']) {
      await page.goto(address);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('main').isVisible()).toBe(true);
      expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
    }
    await context.close();
  });
});
