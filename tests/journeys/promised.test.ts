import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { somePdf } from '../proofs/samples.js';
import { type Cast, caseAt, startWaivers } from '../waivers/cast.js';
import { caseOf, morning } from '../waivers/desk.js';
import { openBrowser, phone, whySkipped } from './browser.js';
import {
  chooses,
  fits,
  leaves,
  presses,
  reads,
  report,
  sendsFile,
  submits,
  types,
  walksIn,
} from './walk.js';

const reason = whySkipped();
describe.skipIf(reason !== null)('at 360 px, without script and by keyboard', () => {
  let cast: Cast;
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    cast = await startWaivers();
  });
  afterEach(() => cast.close());
  const comes = (username: string, to: string) => walksIn(browser, cast.base, username, to);

  it('the county asks for a further paper, the founder sends it, and the case goes on', async () => {
    const number = await caseAt(cast, 'county-review');
    const at = `/waivers/${number}`;
    cast.clock.set(morning('2025-02-18'));
    const county = await comes('putuo', at);
    await presses(county, `a[href="${at}/further-paper"]`);
    await types(county, '#paper', '场地面积测量说明');
    await types(county, '#note', '租约与协议所载面积不一致');
    await submits(county);
    expect((await caseOf(cast, number)).state).toBe('supplement');

    cast.clock.set(morning('2025-02-19'));
    const founder = await comes('founder2', '/messages');
    await presses(founder, 'main .timeline a');
    await presses(founder, `main a.button[href^="${at}"]`);
    const asked = await reads(founder);
    for (const words of ['场地面积测量说明', '租约与协议所载面积不一致'])
      expect(asked).toContain(words);
    expect(await fits(founder)).toBe(true);
    // At twice the size of letters a phone is half as wide.
    await founder.page.setViewportSize({ width: phone.width / 2, height: phone.height / 2 });
    expect(await fits(founder)).toBe(true);
    await founder.page.setViewportSize(phone);
    await presses(founder, `main a[href^="${at}/proof/"]`);
    await sendsFile(founder, '#file', '面积测量说明.pdf', somePdf('survey'));
    await presses(founder, 'main form[enctype] .actions button');
    await presses(founder, `main a.button[href="${at}"]`);
    await presses(founder, `main a[href="${at}/supplement"]`);
    await submits(founder);
    expect((await caseOf(cast, number)).state).toBe('county-review');

    cast.clock.set(morning('2025-02-20'));
    const again = await comes('putuo', at);
    expect(await reads(again)).toContain('面积测量说明.pdf');
    await presses(again, `a[href="${at}/review"]`);
    await chooses(again, 'recommends', 'grant');
    await submits(again);
    expect((await caseOf(cast, number)).state).toBe('bureau-review');
    report('a further paper at the county’s desk', county, founder, again);
    await leaves(county, founder, again);
  });

  it('a refusal says what it refuses and what can be done, and is reconsidered', async () => {
    const number = await caseAt(cast, 'bureau-review');
    const at = `/waivers/${number}`;
    cast.clock.set(morning('2025-02-18'));
    const bureau = await comes('bureau', at);
    await presses(bureau, `a[href="${at}/determination"]`);
    await chooses(bureau, 'outcome', 'refuse.other');
    await types(bureau, '#note', '现场核查时场地未见经营');
    await submits(bureau);
    expect((await caseOf(cast, number)).state).toBe('refused');

    cast.clock.set(morning('2025-02-19'));
    const founder = await comes('founder2', '/messages');
    const told = await reads(founder);
    expect(told).toContain('6,000.00 元');
    await presses(founder, 'main .timeline a');
    await presses(founder, `main a.button[href^="${at}"]`);
    const refusal = await cast.db.letter.findFirstOrThrow({ where: { kind: 'refusal' } });
    await presses(founder, `main a[href="${at}/letters/${refusal.number}"]`);
    const letter = await reads(founder);
    for (const words of ['不予免租', '6,000.00', '申请复核', '行政复议', '行政诉讼'])
      expect(letter).toContain(words);
    expect(await fits(founder)).toBe(true);
    await founder.page.goBack();
    await presses(founder, `main a[href="${at}/reconsideration"]`);
    await types(founder, '#note', '休渔期停业，附出货记录');
    await submits(founder);
    expect((await caseOf(cast, number)).state).toBe('reconsideration');

    const another = await comes('bureau2', at);
    await presses(another, `a[href="${at}/reconsideration-outcome"]`);
    await chooses(another, 'outcome', 'overturn.wrong-assessment');
    await types(another, '#note', '属季节性停业，原决定依据不足');
    await submits(another);
    expect((await caseOf(cast, number)).state).toBe('notice');
    await founder.page.goto(at);
    expect(await reads(founder)).toContain('复核改为批准');
    report('a refusal with its remedy', bureau, founder, another);
    await leaves(bureau, founder, another);
  });
});
