import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { approveApplication } from '../../src/waivers/determine-application.js';
import { type Cast, caseAt, seen, startWaivers } from './cast.js';
import { browserOf, caseOf, morning, nobody, see } from './desk.js';

let cast: Cast;
beforeEach(async () => {
  cast = await startWaivers();
  cast.clock.set(morning('2025-02-18'));
});
afterEach(() => cast.close());

const address = '/waivers/queue/batches';
const asked = (act: string, ...numbers: string[]) =>
  `${address}?act=${act}${numbers.map((number) => `&case=${number}`).join('')}`;

/** Looks at the preview and confirms what it offers. */
async function confirm(who: string, act: string, ...numbers: string[]) {
  const text = await see(cast, who, asked(act, ...numbers));
  const offered = [...text.matchAll(/name="case" value="([^"]+)"/g)].map(
    ([, one]) => one as string,
  );
  const _key = /name="_key" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const form = { act, case: offered, _key };
  const client = await browserOf(cast, who);
  return { text, offered, form, answer: await client.post(address, form, { from: '/account' }) };
}

describe('several decided at once', () => {
  it('is found at its earlier address too', async () => {
    const client = await browserOf(cast, 'bureau');
    const { status, location } = await client.get(asked('accept').replace('batches', 'decisions'));
    expect([status, location]).toEqual([308, asked('accept')]);
  });

  it('shows the outcome of each beforehand, does what can be done, and tells what became of it', async () => {
    const eligible = await caseAt(cast, 'bureau-review');
    const differs = await caseAt(cast, 'bureau-review', { policyCode: 'rent-subsidy' });
    const steps = await cast.db.waiverStep.count();
    const { text, offered, form, answer } = await confirm('bureau', 'approve', eligible, differs);
    expect(text).toContain('政策核算结果为不符合条件，须单独认定');
    expect(text).toContain('6,000.00');
    expect(offered).toEqual([`${eligible}.${(await caseOf(cast, eligible)).version - 1}`]);
    expect(answer.status).toBe(303);
    expect(await cast.db.waiverStep.count()).toBe(steps + 1);
    expect((await caseOf(cast, eligible)).state).toBe('notice');
    expect((await caseOf(cast, differs)).state).toBe('bureau-review');
    const result = await see(cast, 'bureau', answer.location as string);
    expect(result).toContain('共 1 件，办结 1 件');
    const client = await browserOf(cast, 'bureau');
    const again = await client.post(address, form, { from: '/account' });
    expect(again.location).toBe(answer.location);
    expect(await cast.db.waiverStep.count()).toBe(steps + 1);
    // It is who began it that reads what became of it.
    expect((await (await browserOf(cast, 'bureau2')).get(answer.location as string)).status).toBe(
      404,
    );
  });

  it('says of what was done already that it was, when it is confirmed a second time', async () => {
    const numbers = [await caseAt(cast, 'bureau-review')];
    const preview = await see(cast, 'bureau', asked('approve', ...numbers));
    const sent = /name="case" value="([^"]+)"/.exec(preview)?.[1] as string;
    const client = await browserOf(cast, 'bureau');
    // Two windows with the same list: each form has a key of its own.
    const [first, second] = [
      await client.post(address, { act: 'approve', case: sent, _key: '' }, { from: '/account' }),
      await client.post(address, { act: 'approve', case: sent, _key: '' }, { from: '/account' }),
    ];
    expect(second?.location).not.toBe(first?.location);
    const result = await see(cast, 'bureau', second?.location as string);
    expect(result).not.toContain('未办理');
    expect(result).toContain('此前已办理：bureau，2025年2月18日 10:00');
    expect(result).toContain('其中 1 件此前已经办理');
    const again = await see(cast, 'bureau', asked('approve', ...numbers));
    expect(again).toContain('此前已办理：bureau');
    expect(await cast.db.waiverStep.count({ where: { move: 'approve' } })).toBe(1);
  });

  it('is done once however quickly it is pressed twice', async () => {
    const number = await caseAt(cast, 'bureau-review');
    const preview = await see(cast, 'bureau', asked('approve', number));
    const sent = /name="case" value="([^"]+)"/.exec(preview)?.[1] as string;
    const _key = /name="_key" value="([^"]+)"/.exec(preview)?.[1] as string;
    const client = await browserOf(cast, 'bureau');
    const press = () =>
      client.post(address, { act: 'approve', case: sent, _key }, { from: '/account' });
    const [first, second] = await Promise.all([press(), press()]);
    expect([first.status, second.location]).toEqual([303, first.location]);
    expect(await see(cast, 'bureau', first.location as string)).not.toContain('未办理');
    expect(await see(cast, 'bureau', first.location as string)).toContain('办结 1 件');
    expect(await cast.db.waiverStep.count({ where: { move: 'approve' } })).toBe(1);
  });

  it('never approves what differs, even when it is asked to without a preview', async () => {
    const number = await caseAt(cast, 'bureau-review', { policyCode: 'rent-subsidy' });
    const { version } = await caseOf(cast, number);
    const client = await browserOf(cast, 'bureau');
    const form = { act: 'approve', case: `${number}.${version}` };
    const { location } = await client.post(address, form, { from: '/account' });
    expect(await see(cast, 'bureau', location as string)).toContain('须单独认定');
    expect((await caseOf(cast, number)).state).toBe('bureau-review');
  });

  it('does each by itself: one that moved on meanwhile stops no other', async () => {
    const first = await caseAt(cast, 'bureau-review');
    const text = await see(cast, 'bureau', asked('approve', first));
    const sent = /name="case" value="([^"]+)"/.exec(text)?.[1] as string;
    await cast.act(
      'bureau2',
      async (tx, by) =>
        approveApplication(tx, by, await seen(cast, first), { reason: 'as-assessed', note: '' }),
      '2025-02-18',
    );
    const client = await browserOf(cast, 'bureau');
    const form = { act: 'approve', case: sent };
    const { location } = await client.post(address, form, { from: '/account' });
    expect(await see(cast, 'bureau', location as string)).toContain('未办理');
    expect(await cast.db.waiverStep.count({ where: { move: 'approve' } })).toBe(1);
  });

  it('accepts, passes on and grants as the pages of one case do', async () => {
    const number = await caseAt(cast, 'submitted');
    for (const [who, act, state] of [
      ['park1', 'accept', 'park-review'],
      ['park1', 'pass', 'county-review'],
      ['putuo', 'pass', 'bureau-review'],
      ['bureau', 'approve', 'notice'],
    ] as const) {
      expect((await confirm(who, act, number)).answer.status).toBe(303);
      expect((await caseOf(cast, number)).state, act).toBe(state);
    }
    expect((await confirm('bureau2', 'grant', number)).text).toContain('公示期尚未结束');
    cast.clock.set(morning('2025-03-03'));
    const own = await confirm('bureau', 'grant', number);
    expect(own.text).toContain('您在其他环节审核过这件申请');
    expect((await caseOf(cast, number)).state).toBe('notice');
    await confirm('bureau2', 'grant', number);
    expect((await caseOf(cast, number)).state).toBe('granted');
    expect((await verifyLedger(cast.db)).problems).toEqual([]);
  });

  it('is for who sits at the desk, and of cases in sight', async () => {
    const number = await caseAt(cast, 'submitted');
    const get = async (who: string, url: string) =>
      (await (await browserOf(cast, who)).get(url)).status;
    const post = async (who: string, form: Record<string, string>) =>
      (await (await browserOf(cast, who)).post(address, form, { from: '/account' })).status;
    const form = { act: 'accept', case: `${number}.1` };
    for (const who of ['putuo', 'bureau', 'auditor', 'founder2', 'admin']) {
      expect(await get(who, asked('accept', number)), who).toBe(403);
      expect(await post(who, form), who).toBe(403);
    }
    expect(await see(cast, 'park2', asked('accept', number))).not.toContain(`"/waivers/${number}"`);
    expect(await post('park2', form)).toBe(400);
    expect(await post('park1', { act: 'refuse', case: `${number}.1` })).toBe(400);
    expect(await post('park1', { act: 'accept', case: number })).toBe(400);
    expect(await post('park1', { act: 'accept' })).toBe(400);
    expect(await get('park1', `${address}?act=x`)).toBe(400);
    expect(await get('park1', asked('accept'))).toBe(200);
    expect(await get('park1', `${address}/9`)).toBe(404);
    expect((await nobody(cast).get(asked('accept', number))).status).toBe(303);
    expect((await nobody(cast).postExactly(address, form)).status).toBe(401);
    expect((await caseOf(cast, number)).state).toBe('submitted');
  });
});
