import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { assignCases } from '../../src/waivers/assign-cases.js';
import { claimApplication, recuseFromCase } from '../../src/waivers/claim-application.js';
import { type Cast, caseAt, seen, startWaivers } from './cast.js';
import { browserOf, caseOf, morning, nobody, see } from './desk.js';

let cast: Cast;
const idOf: Record<string, number> = {};
beforeEach(async () => {
  cast = await startWaivers();
  cast.clock.set(morning('2025-02-18'));
  for (const { username, id } of await cast.db.account.findMany()) idOf[username] = id;
});
afterEach(() => cast.close());

const address = '/waivers/queue/assignments';
const choosing = (numbers: string[], to?: string) =>
  `${address}?${new URLSearchParams([...numbers.map((number) => ['case', number]), ...(to ? [['to', String(idOf[to])]] : [])])}`;

/** Looks at the preview and confirms what it offers. */
async function confirm(who: string, to: string, numbers: string[]) {
  const text = await see(cast, who, choosing(numbers, to));
  const offered = [...text.matchAll(/name="case" value="([^"]+)"/g)].map(([, one = '']) => one);
  const form = { to: String(idOf[to]), case: offered };
  const client = await browserOf(cast, who);
  return { text, offered, form, answer: await client.post(address, form, { from: '/account' }) };
}

describe('several cases', () => {
  it('are put into one hand after a look at which and how many, all told of in one message', async () => {
    const free = await caseAt(cast, 'bureau-review');
    const aside = await caseAt(cast, 'bureau-review', { policyCode: 'rent-subsidy' });
    await cast.act('bureau2', async (tx, by) =>
      recuseFromCase(tx, by, await seen(cast, aside), { inside: '亲属' }),
    );
    expect(await see(cast, 'bureau', '/waivers/queue')).toContain(`formaction="${address}"`);
    const choose = await see(cast, 'bureau', choosing([free, aside]));
    expect(choose).toContain('已选 2 件');
    expect(choose).toMatch(/<option value="\d+">bureau2<\/option>/);
    const told = await cast.db.outboxMessage.count();
    const { text, offered, answer } = await confirm('bureau', 'bureau2', [free, aside]);
    expect(text).toContain('分派给bureau2：1 件');
    expect(text).toContain('其已回避、在其他环节审核过或与申请有关');
    expect(text).not.toContain('亲属');
    expect(offered.map((one) => one.split('.')[0])).toEqual([free]);
    expect([answer.status, answer.location]).toEqual([303, '/waivers/queue']);
    expect((await caseOf(cast, free)).claimedById).toBe(idOf.bureau2);
    expect((await caseOf(cast, aside)).claimedById).toBe(null);
    expect(await cast.db.outboxMessage.count()).toBe(told + 1);
    expect(await see(cast, 'bureau2', '/messages')).toContain('有申请分派给您办理');
    const event = await cast.db.historyEvent.findFirstOrThrow({
      where: { verb: 'application.assigned' },
    });
    expect(event).toMatchObject({
      audience: 'inside',
      detail: { number: free, holder: 'bureau2' },
    });
    expect(await see(cast, 'bureau2', '/waivers/queue?tab=mine')).toContain(free);
    // Whoever has it in hand has it: the list offers it to nobody else.
    const again = await see(cast, 'bureau', choosing([free], 'bureau'));
    expect(again).toContain('这件申请已由其他人认领');
    expect(again).not.toContain('name="case"');
  });

  it('are assigned all or none', async () => {
    const first = await caseAt(cast, 'bureau-review');
    const second = await caseAt(cast, 'bureau-review', { policyCode: 'rent-subsidy' });
    const cases = [await seen(cast, first), await seen(cast, second)];
    await cast.act('bureau2', async (tx, by) => claimApplication(tx, by, await seen(cast, second)));
    const by = await cast.by('bureau');
    const now = [cases[0], await seen(cast, second)] as typeof cases;
    for (const several of [cases, now])
      await expect(
        transact(cast.db, (tx) =>
          assignCases(tx, by, { takerId: idOf.bureau ?? 0, cases: several }),
        ),
      ).rejects.toMatchObject({ name: 'Conflict' });
    expect((await caseOf(cast, first)).claimedById).toBe(null);
    expect((await caseOf(cast, second)).claimedById).toBe(idOf.bureau2);
    expect(await cast.db.historyEvent.count({ where: { verb: 'application.assigned' } })).toBe(0);
  });

  it('go to nobody at another desk, and are assigned by nobody at another', async () => {
    const number = await caseAt(cast, 'bureau-review');
    const client = await browserOf(cast, 'bureau');
    const form = {
      to: String(idOf.park1),
      case: `${number}.${(await seen(cast, number)).version}`,
    };
    const answer = await client.post(address, form, { from: '/account' });
    expect(answer.status).toBe(404);
    const by = await cast.by('bureau');
    const cases = [await seen(cast, number)];
    for (const takerId of [idOf.park1 ?? 0, 999_999])
      await expect(
        transact(cast.db, (tx) => assignCases(tx, by, { takerId, cases })),
      ).rejects.toMatchObject({ name: 'Refusal' });
    const park = await (await browserOf(cast, 'park1')).post(address, Object.assign({}, form), {
      from: '/account',
    });
    expect(park.status).toBe(403);
    expect(
      (await (await browserOf(cast, 'park2')).post(address, form, { from: '/account' })).status,
    ).toBe(404);
    for (const who of ['auditor', 'founder2', 'admin'])
      expect((await (await browserOf(cast, who)).get(choosing([number]))).status, who).toBe(403);
    expect((await nobody(cast).get(choosing([number]))).status).toBe(303);
    for (const wrong of [`${address}?case=x`, `${address}?case=${number}&to=x`])
      expect((await client.get(wrong)).status, wrong).toBe(400);
    expect((await client.get(`${address}?case=${number}&to=999999`)).status).toBe(404);
    expect((await client.get(address)).text).toContain('请先在列表中勾选申请');
    expect((await caseOf(cast, number)).claimedById).toBe(null);
  });

  it('can be taken in hand by oneself at once, and put back by a press', async () => {
    const number = await caseAt(cast, 'bureau-review');
    const told = await cast.db.outboxMessage.count();
    const { answer } = await confirm('bureau', 'bureau', [number]);
    expect(answer.status).toBe(303);
    expect((await caseOf(cast, number)).claimedById).toBe(idOf.bureau);
    expect(await cast.db.outboxMessage.count()).toBe(told);
    const after = await see(cast, 'bureau', '/waivers/queue');
    expect(after).toContain('已分派');
    expect(after).toContain(`action="/waivers/${number}/release"`);
  });
});
