import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginClaim } from '../../src/payments/claims/begin-claim.js';
import { addReceipt } from '../../src/payments/claims/receipts.js';
import { submitClaim } from '../../src/payments/claims/submit-claim.js';
import { aPayee, claimIn, receiptOf, someCard } from '../payments/cast.js';
import { type Cast, caseAt, startWaivers } from '../waivers/cast.js';
import { morning } from '../waivers/desk.js';
import { openBrowser, whySkipped } from './browser.js';
import {
  leaves,
  presses,
  reads,
  report,
  selects,
  submits,
  tabTo,
  ticks,
  types,
  unfolds,
  walksIn,
} from './walk.js';

const reason = whySkipped();
describe.skipIf(reason !== null)('at 360 px, without script and by keyboard', () => {
  let cast: Cast;
  let browser: Browser;
  beforeAll(async () => {
    cast = await startWaivers();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await cast?.close();
  });
  const comes = (username: string, to: string) => walksIn(browser, cast.base, username, to);

  it('a subsidy by jobs goes from the draft of its policy to the bank’s table', async () => {
    cast.clock.set(morning('2025-02-13'));
    const draft = '/policies/jobs-here/draft';
    const bureau = await comes('bureau', '/policies/drafts/new');
    await types(bureau, '#code', 'jobs-here');
    await selects(bureau, 'form', 'subsidy');
    await types(bureau, '#nameZh', '带动就业补贴');
    await types(bureau, '#nameEn', 'Subsidy for jobs');
    await types(bureau, '#summaryZh', '带动就业满 2 人的，一次性补贴 1,000 元');
    await types(bureau, '#summaryEn', '1,000 yuan once for two jobs');
    await types(bureau, '#sourceZh', '市人社局文件');
    await types(bureau, '#sourceEn', 'A notice of the bureau');
    await submits(bureau);
    expect(new URL(bureau.page.url()).pathname).toBe(`${draft}/edit`);
    await selects(bureau, 'needsPremises', 'no');
    await unfolds(bureau, 'details.fold:has([name="tiers.0.kind"])');
    await selects(bureau, 'tiers.0.kind', 'jobs-once');
    await types(bureau, '[name="tiers.0.value"]', '1000');
    await unfolds(bureau, 'details:not(.fold):has([name="tiers.0.jobsFrom"])');
    await types(bureau, '[name="tiers.0.jobsFrom"]', '2');
    await types(bureau, '[name="tiers.0.step"]', '500');
    await types(bureau, '[name="tiers.0.most"]', '3000');
    await types(bureau, '[name="limits.notice"]', '5');
    await presses(bureau, `main .actions:has(a[href="${draft}"]) button`);
    expect(new URL(bureau.page.url()).pathname).toBe(draft);
    // Tried on samples with sums, before it is in force.
    expect(await reads(bureau)).toContain('2,000.00');

    const second = await comes('bureau2', draft);
    await presses(second, `main a[href="${draft}/in-force"]`);
    await submits(second);
    expect(await reads(second)).toContain('施行');
    expect(new URL(second.page.url()).pathname).toBe('/policies/jobs-here');

    const grant = await grantedOnThreeJobs();
    cast.clock.set(morning('2025-03-05'));
    const claim = await claimed(grant);
    const at = `/payments/claims/${claim}`;
    const park = await comes('park1', at);
    await presses(park, `main a[href="${at}/check"]`);
    await submits(park);
    const county = await comes('putuo', at);
    await presses(county, `main a[href="${at}/approve"]`);
    await submits(county);
    await county.page.goto('/payments/batches/new?region=330903');
    if (!(await county.page.locator('[name=claims]').first().isChecked()))
      await ticks(county, '[name=claims]');
    await submits(county);
    const batch = new URL(county.page.url()).pathname;
    expect(await reads(county)).toContain('1,500.00');

    const payer = await comes('bureau', batch);
    await presses(payer, `main form[action="${batch}/release"] button`);
    await tabTo(payer, `main form[action="${batch}/file"] button[value=csv]`);
    payer.presses += 1;
    const [file] = await Promise.all([
      payer.page.waitForEvent('download'),
      payer.page.keyboard.press('Enter'),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    const table = Buffer.concat(chunks).toString('utf8');
    for (const words of [someCard, ',1500,创业补贴']) expect(table).toContain(words);
    report(
      'a subsidy by jobs, from the draft to the bank’s table',
      bureau,
      second,
      park,
      county,
      payer,
    );
    await leaves(bureau, second, park, county, payer);
  });

  /** The founder's own way is walked elsewhere: here it is taken by its verbs. @returns the id of the grant */
  async function grantedOnThreeJobs(): Promise<number> {
    const of = { ventureId: cast.ventureIds[1], month: '2025-01' };
    const data = { headcount: 3, evidence: 'self-reported', filedAt: morning('2025-02-03') };
    await cast.db.jobsReturn.upsert({
      where: { ventureId_month: of },
      create: { ...of, ...data },
      update: data,
    });
    const number = await caseAt(cast, 'granted', { policyCode: 'jobs-here', from: '2025-02-14' });
    const { id } = await cast.db.waiver.findFirstOrThrow({ where: { application: { number } } });
    await aPayee(cast);
    return id;
  }

  async function claimed(waiverId: number): Promise<string> {
    return cast.act(
      'founder2',
      async (tx, by) => {
        const number = await beginClaim(tx, by, { waiverId, from: '2025-02', to: '2025-02' });
        await addReceipt(tx, by, receiptOf((await claimIn(tx, number)).id, 150_000));
        await submitClaim(tx, by, await claimIn(tx, number));
        return number;
      },
      '2025-03-05',
    );
  }
});
