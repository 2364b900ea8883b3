import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withdrawConsent } from '../../src/consents/withdraw-consent.js';
import { beginApplication } from '../../src/waivers/begin-application.js';
import { refuseApplication } from '../../src/waivers/determine-application.js';
import { returnForCorrection } from '../../src/waivers/return-for-correction.js';
import { agree } from '../identities/cast.js';
import { step } from '../step.js';
import { type Cast, caseAt, seen, startWaivers } from '../waivers/cast.js';
import { applyForWaiver, pagesOfACase } from './applying.js';
import { openBrowser, phone, signInAs, type Visit, visit, whySkipped } from './browser.js';
import { faultsAt, faultsOf } from './look.js';
import { pageRouteOf } from './page-routes.js';

const reason = whySkipped();
if (reason !== null) console.warn(`The journeys of an applicant are skipped: ${reason}`);

describe.skipIf(reason !== null)('a founder applies', () => {
  let cast: Cast;
  let browser: Browser;
  let lookedAt: Set<string>;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    cast = await startWaivers();
    lookedAt = new Set();
  });
  afterEach(() => cast.close());

  it('on a phone, reads what comes of it, and has then seen every page of a case', async () => {
    await step('applies', () => applies({ size: phone }));
    await step('reads', () => reads('zh'));
    expect(pagesOfACase.filter((route) => !lookedAt.has(route))).toEqual([]);
  });

  it('on a phone without script', () => applies({ size: phone, script: false }));

  it('and reads in English what comes of it', () => reads('en'));

  /** From the first page to the number, looking at each page where there is script; then takes it back. */
  async function applies(given: Visit): Promise<void> {
    const personId = cast.other.id;
    for (const purpose of ['identity', 'proof'] as const)
      await cast.act('founder2', (tx, by) => withdrawConsent(tx, by, { personId, purpose }));
    const context = await visit(browser, cast.base, given);
    const page = await signInAs(context, 'founder2');
    const faults: string[] = [];
    const paths: string[] = [];
    const number = await applyForWaiver(page, async () => {
      if (given.script === false) return;
      const path = new URL(page.url()).pathname;
      paths.push(path);
      faults.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`));
      await page.setViewportSize(phone);
    });
    expect(faults).toEqual([]);
    for (const path of paths) lookedAt.add(pageRouteOf(cast.app, path) ?? path);
    expect(await page.locator('.confirmation').innerText()).toContain(number);
    await page.goto(`/waivers/${number}/withdrawal`);
    await page.click('form[action$="/withdrawal"] button');
    await page.waitForURL((url) => url.pathname === `/waivers/${number}`);
    expect(await page.locator('main').innerText()).toContain('已撤回');
    await context.close();
  }

  /** The pages of cases that were granted, refused, returned and begun by the park. */
  async function reads(language: 'zh' | 'en'): Promise<void> {
    const founder = await lookingAs('founder2', language);
    const manager = await lookingAs('park1', language);
    await takeCasesThere();
    const { granted, refused, returned, drafted } = cases;
    await founder.look([
      '/waivers',
      `/waivers/new?renew=${granted}`,
      `/waivers/${granted}`,
      `/waivers/${granted}/surrender`,
      `/waivers/${granted}/editions`,
      `/waivers/${returned}`,
      `/waivers/${returned}/check`,
      `/waivers/${returned}/confirmation`,
      `/waivers/${returned}/withdrawal`,
      `/waivers/${refused}`,
      `/waivers/${refused}/reconsideration`,
    ]);
    await manager.look([
      `/waivers/new?venture=${ventureOf(0)}`,
      `/waivers/${drafted}`,
      `/waivers/${drafted}/signed-form`,
      `/ventures/${ventureOf(0)}`,
    ]);
    expect([...founder.faults, ...manager.faults]).toEqual([]);
    await founder.context.close();
    await manager.context.close();
  }

  const cases = { granted: '', refused: '', returned: '', drafted: '' };
  let ventures: string[] = [];
  const ventureOf = (index: number) => ventures[index] ?? '';

  /** A waiver that runs, a refusal, a case to be corrected, and one that the park has begun for a founder. */
  async function takeCasesThere(): Promise<void> {
    for (const purpose of ['identity', 'proof'] as const)
      await agree(cast, cast.other.id, purpose).catch(() => {}); // given in the journey before
    ventures = (await cast.db.venture.findMany({ orderBy: { id: 'asc' } })).map(
      ({ number }) => number,
    );
    cases.refused = await caseAt(cast, 'bureau-review', { policyCode: 'rent-subsidy' });
    await cast.act('bureau', async (tx, by) =>
      refuseApplication(tx, by, await seen(cast, cases.refused), {
        reason: 'other',
        note: '材料存疑',
      }),
    );
    cases.granted = await caseAt(cast, 'granted', { months: 3 });
    cases.returned = await caseAt(cast, 'submitted', {
      policyCode: 'rent-subsidy',
      from: '2025-09-01',
    });
    const correction = { fields: ['months' as const], proof: ['lease'], note: '租约缺最后一页' };
    await cast.act('park1', async (tx, by) =>
      returnForCorrection(tx, by, await seen(cast, cases.returned), correction),
    );
    const begin = {
      policyCode: 'rent-free',
      ventureId: cast.ventureIds[0],
      personId: cast.person.id,
    };
    cases.drafted = await cast.act('park1', (tx, by) => beginApplication(tx, by, begin));
  }

  async function lookingAs(username: string, language: 'zh' | 'en') {
    const context = await visit(browser, cast.base, { size: phone, language });
    await context.addCookies([{ name: 'lang', value: language, url: cast.base }]);
    const page = await signInAs(context, username);
    const faults: string[] = [];
    const look = async (addresses: string[]) => {
      for (const address of addresses) {
        faults.push(...(await faultsAt(page, cast.base + address)));
        lookedAt.add(pageRouteOf(cast.app, address.replace(/\?.*/, '')) ?? address);
      }
    };
    return { context, faults, look };
  }
});
