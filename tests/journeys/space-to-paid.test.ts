import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { applyAnswer } from '../../src/payments/batches/apply-answer.js';
import { gatherBatch, payableClaims } from '../../src/payments/batches/gather-batch.js';
import { releaseBatch } from '../../src/payments/batches/release-batch.js';
import { checkClaim } from '../../src/payments/claims/check-claim.js';
import { approveClaim } from '../../src/payments/claims/decide-claim.js';
import { draftVersion } from '../../src/policies/draft-version.js';
import { putInForce } from '../../src/policies/put-in-force.js';
import type { PolicyRules } from '../../src/policies/rules.js';
import { acceptApplication } from '../../src/waivers/accept-application.js';
import { approveApplication } from '../../src/waivers/determine-application.js';
import { grantWaiver } from '../../src/waivers/grant-waiver.js';
import { reviewApplication } from '../../src/waivers/review-application.js';
import { batchIn, claimIn, county, holderOf, someCard } from '../payments/cast.js';
import { somePdf } from '../proofs/samples.js';
import { type Cast, seen, startWaivers } from '../waivers/cast.js';
import { morning } from '../waivers/desk.js';
import { openBrowser, whySkipped } from './browser.js';
import {
  chooses,
  fits,
  leaves,
  presses,
  reads,
  report,
  selects,
  sendsFile,
  strolls,
  submits,
  ticks,
  types,
  type Walk,
  walksIn,
} from './walk.js';

/** The rent of a park's space for everyone, paid to who paid it, on a lease. */
const paidRent: PolicyRules = {
  ...rentFree,
  name: { zh: '场地租金补贴', en: 'Rent subsidy' },
  form: 'subsidy',
  conditions: [],
  tiers: rentFree.tiers.slice(0, 1).map((tier) => ({ ...tier, toMonth: 24, only: [] })),
  proof: rentFree.proof
    .filter(({ id }) => id === 'lease')
    .map((item) => ({ ...item, condition: null, categories: [] })),
};

const reason = whySkipped();
describe.skipIf(reason !== null)('at 360 px, without script and by keyboard', () => {
  let cast: Cast;
  let browser: Browser;
  beforeAll(async () => {
    cast = await startWaivers();
    browser = await openBrowser();
    const rules = { code: 'paid-rent', rules: paidRent };
    const id = await cast.act('bureau', (tx, by) => draftVersion(tx, by, rules), '2025-02-12');
    const issue = { id, revision: 1, beganOn: '2025-02-13' };
    await cast.act('bureau2', (tx, by) => putInForce(tx, by, issue), '2025-02-12');
  });
  afterAll(async () => {
    await browser?.close();
    await cast?.close();
  });

  it('a founder goes from a free space to what was paid', async () => {
    cast.clock.set(morning('2025-02-14'));
    const visitor = await strolls(browser, cast.base, '/spaces');
    await presses(visitor, 'main table a');
    expect(await reads(visitor)).toContain('还需支付');
    await presses(visitor, 'main form[action="/eligibility/space"] button');
    await answers(visitor);
    expect(await reads(visitor)).toContain('场地租金补贴');
    expect(await fits(visitor)).toBe(true);

    const founder = await walksIn(browser, cast.base, 'founder2', '/waivers/new?policy=paid-rent');
    await submits(founder);
    const at = new URL(founder.page.url()).pathname;
    await presses(founder, `main a[href="${at}/proof/lease"]`);
    await sendsFile(founder, '#file', '租约.pdf', somePdf('lease'));
    await presses(founder, 'main form[enctype] .actions button');
    await presses(founder, `main a.button[href="${at}"]`);
    await presses(founder, `main a[href="${at}/check"]`);
    await ticks(founder, '#declares');
    await presses(founder, 'main form[action$="/submission"] button');
    const number = at.slice('/waivers/'.length);
    expect(await reads(founder)).toContain(number);
    await decides(number);

    cast.clock.set(morning('2025-04-02'));
    const paid = await walksIn(browser, cast.base, 'founder2', at);
    expect(await reads(paid)).toContain('补贴编号');
    await presses(paid, 'main a[href^="/payments/grants/"]');
    const grant = new URL(paid.page.url()).pathname;
    await presses(paid, 'main a[href^="/payments/payees/"]');
    await presses(paid, 'main a[href$="/entry"]');
    await chooses(paid, 'kind', 'card');
    await types(paid, '#holder', holderOf);
    await selects(paid, 'bank', 'icbc');
    await types(paid, '#number', someCard);
    await ticks(paid, '#consent');
    await submits(paid);
    await paid.page.goto(grant);
    await presses(paid, `main a[href="${grant}/claims/new"]`);
    await selects(paid, 'to', '2025-02');
    await submits(paid);
    const claim = new URL(paid.page.url()).pathname;
    await presses(paid, `main a[href="${claim}/receipts/new"]`);
    await types(paid, '#fen', '500');
    await paid.page.fill('#paidOn', '2025-03-01');
    await sendsFile(paid, '#file', '租金收据.pdf', somePdf('receipt'));
    await ticks(paid, '#consent');
    await presses(paid, 'main form[enctype] .actions button');
    await presses(paid, `main form[action="${claim}/submission"] button`);
    await pays(claim.slice('/payments/claims/'.length));

    await paid.page.goto(claim);
    expect(await reads(paid)).toContain('已拨付');
    await presses(paid, `main a[href="${claim}/notice"]`);
    const notice = await reads(paid);
    // Fifteen of the 28 days of February.
    for (const words of ['267.86', '核验码']) expect(notice).toContain(words);
    expect(await fits(paid)).toBe(true);
    report('from a free space to what was paid', visitor, founder, paid);
    await leaves(visitor, founder, paid);
  });

  /** Settled nowhere yet, of no group, with nothing had before. */
  async function answers(visitor: Walk): Promise<void> {
    const pages: Record<string, () => Promise<void>> = {
      categories: () => ticks(visitor, 'input[name=categories][value=none]'),
      settled: () => chooses(visitor, 'answer', 'no'),
      benefits: async () => {
        await chooses(visitor, 'other-benefit.answer', 'no');
        await ticks(visitor, 'input[name="before.before"][value=none]');
      },
    };
    for (let page = 0; page < 7 && visitor.page.url().includes('/questions/'); page += 1) {
      await pages[new URL(visitor.page.url()).pathname.split('/').at(-1) ?? '']?.();
      await presses(visitor, 'form.question button');
    }
    expect(new URL(visitor.page.url()).pathname).toBe('/eligibility/result');
  }

  async function decides(number: string): Promise<void> {
    const of = () => seen(cast, number);
    const pass = { recommends: 'grant', inside: '' } as const;
    const asAssessed = { reason: 'as-assessed', note: '' };
    const act = cast.act;
    await act('park1', async (tx, by) => acceptApplication(tx, by, await of()), '2025-02-17');
    for (const desk of ['park1', 'putuo'])
      await act(desk, async (tx, by) => reviewApplication(tx, by, await of(), pass), '2025-02-17');
    await act(
      'bureau',
      async (tx, by) => approveApplication(tx, by, await of(), asAssessed),
      '2025-02-18',
    );
    await act('bureau2', async (tx, by) => grantWaiver(tx, by, await of()), '2025-03-03');
  }

  async function pays(number: string): Promise<void> {
    const on = '2025-04-02';
    const act = cast.act;
    const note = { note: '' };
    await act('park1', async (tx, by) => checkClaim(tx, by, await claimIn(tx, number), note), on);
    await act('putuo', async (tx, by) => approveClaim(tx, by, await claimIn(tx, number), note), on);
    const batch = await act(
      'putuo',
      async (tx, by) => {
        const claimIds = (await payableClaims(tx, county)).map(({ id }) => id);
        return gatherBatch(tx, by, { regionCode: county, claimIds });
      },
      on,
    );
    await act('bureau', async (tx, by) => releaseBatch(tx, by, await batchIn(tx, batch)), on);
    await act(
      'bureau',
      async (tx, by) => {
        const { id } = await batchIn(tx, batch);
        const [line] = await tx.paymentLine.findMany({ where: { batchId: id } });
        if (!line) throw new Error('nothing is paid');
        const row = { row: 2, number: line.number, fen: line.fen, result: 'paid', on, reason: '' };
        await applyAnswer(tx, by, { batchId: id, sha256: batch, rows: [row as never] });
      },
      on,
    );
  }
});
