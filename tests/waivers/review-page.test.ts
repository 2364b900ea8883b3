import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { refuseApplication } from '../../src/waivers/determine-application.js';
import { objectToApplication } from '../../src/waivers/object-to-application.js';
import { askReconsideration } from '../../src/waivers/reconsider-application.js';
import { type Cast, caseAt, seen, startWaivers } from './cast.js';
import { browserOf, caseOf, caseOfFounder1, morning, nobody, see, send } from './desk.js';

let cast: Cast;
beforeEach(async () => {
  cast = await startWaivers();
});
afterEach(() => cast.close());

describe('the page of a case', () => {
  it('has the facts, the proof beside them, the assessment and what was done', async () => {
    const number = await caseAt(cast, 'county-review');
    cast.clock.set(morning('2025-02-18'));
    const text = await see(cast, 'putuo', `/waivers/${number}`);
    for (const part of [
      ...['还剩', '80.5', '每月 500.00 元', 'lease.pdf', '2.1', '符合', '6,000.00', '园区初审'],
      ...['受理通知书', '第 1 版', '建议批准', '3****************'],
    ])
      expect(text, part).toContain(part);
    expect(text).toContain(`/waivers/${number}/review"`);
    expect(await see(cast, 'park1', `/waivers/${number}`)).toContain('目前由县区人社部门办理');
    expect(await see(cast, 'auditor', `/waivers/${number}`)).toContain('审计员只读');
    expect(await see(cast, 'founder2', `/waivers/${number}`)).not.toContain('建议批准');
    for (const who of ['park2', 'founder1', 'admin'])
      expect((await (await browserOf(cast, who)).get(`/waivers/${number}`)).status, who).toBe(404);
  });

  it('says beforehand why something cannot be done', async () => {
    const number = await caseAt(cast, 'bureau-review');
    cast.clock.set(morning('2025-02-18'));
    await send(cast, 'bureau2', number, 'claim');
    const text = await see(cast, 'bureau', `/waivers/${number}`);
    expect(text).toContain('bureau2已认领这件申请');
    expect(text).not.toContain('/determination"');
    const form = { outcome: 'approve.as-assessed', note: '' };
    const late = await send(cast, 'bureau', number, 'determination', form);
    expect(late.status).toBe(409);
    expect(late.text).toContain('办理人：bureau2');
  });

  it('shows what changed in the register since, and that the ground is gone', async () => {
    const number = await caseAt(cast, 'park-review');
    cast.clock.set(morning('2025-02-18'));
    const { id } = await cast.db.tenancy.findFirstOrThrow({
      where: { ventureId: cast.ventureIds[1] },
    });
    await cast.db.tenancy.update({ where: { id }, data: { rent: 60_000 } });
    const changed = await see(cast, 'park1', `/waivers/${number}`);
    expect(changed).toContain('提交后登记信息的变化');
    expect(changed).toContain('每月 600.00 元');
    await cast.db.tenancy.update({ where: { id }, data: { endedOn: '2025-02-17' } });
    expect(await see(cast, 'park1', `/waivers/${number}`)).toContain('租约已经终止，不能批准');
  });

  it('finds the same person in another park without saying who, and names it to the bureau', async () => {
    const granted = await caseAt(cast, 'granted');
    // The same document stands under the person of founder1; the granted case moves out of park1's sight.
    const { lookup, lookupKeyId } = await cast.db.identity.findUniqueOrThrow({
      where: { personId: cast.other.id },
    });
    await cast.db.identity.update({
      where: { personId: cast.person.id },
      data: { lookup, lookupKeyId },
    });
    const { waiver, id } = await caseOf(cast, granted);
    await cast.db.waiver.update({ where: { id: waiver?.id as number }, data: { parkId: 2 } });
    await cast.db.waiverApplication.update({ where: { id }, data: { parkId: 2 } });
    const number = await caseOfFounder1(cast);
    cast.clock.set(morning('2025-02-26'));
    const text = await see(cast, 'park1', `/waivers/${number}`);
    expect(text).toContain('同一证件号码还登记在其他人员记录下');
    expect(text).toContain('在其他园区，由市人社局认定');
    expect(text).not.toContain(`/waivers/${granted}"`);
    expect(await see(cast, 'bureau', `/waivers/${number}`)).toContain(`/waivers/${granted}"`);
  });

  it('keeps comments inside from the founder, and lets nobody else speak', async () => {
    const number = await caseAt(cast, 'park-review');
    cast.clock.set(morning('2025-02-18'));
    const inside = { text: '已到现场核实', audience: 'inside' };
    const page = `/waivers/${number}/review-comments`;
    expect(await see(cast, 'park1', `/waivers/${number}`)).not.toContain('name="text"');
    expect(await see(cast, 'park1', page)).toContain('name="text"');
    await expect(see(cast, 'auditor', page)).rejects.toThrow('403');
    expect((await send(cast, 'park1', number, 'review-comments', inside)).status).toBe(303);
    const open = { text: '请保持电话畅通', audience: 'founder' };
    expect((await send(cast, 'putuo', number, 'review-comments', open)).status).toBe(303);
    expect(
      (await send(cast, 'park1', number, 'review-comments', { ...open, text: '' })).status,
    ).toBe(422);
    const text = await see(cast, 'founder2', `/waivers/${number}`);
    expect(text).toContain('请保持电话畅通');
    expect(text).not.toContain('已到现场核实');
    for (const [who, status] of [['park2', 404] as const, ['auditor', 403] as const])
      expect((await send(cast, who, number, 'review-comments', inside)).status, who).toBe(status);
    const { version } = await caseOf(cast, number);
    const unsigned = { ...inside, version: String(version) };
    const answer = await nobody(cast).postExactly(`/waivers/${number}/review-comments`, unsigned);
    expect(answer.status).toBe(401);
  });

  it('tells only the bureau who objected, and who approved does not answer', async () => {
    const number = await caseAt(cast, 'notice');
    const objection = {
      number,
      ground: 'premises-not-used',
      text: '没有经营',
      lang: 'zh',
    } as const;
    const proven = { name: '王某', phone: '13900000000', ticket: 'a-ticket' };
    await transact(cast.db, (tx) =>
      objectToApplication(tx, morning('2025-02-18'), objection, proven),
    );
    cast.clock.set(morning('2025-02-19'));
    const { id } = await cast.db.objection.findFirstOrThrow();
    expect(await see(cast, 'bureau2', `/waivers/${number}`)).toContain('13900000000');
    expect(await see(cast, 'bureau2', `/waivers/${number}`)).toContain('2025年3月4日前答复异议');
    for (const who of ['park1', 'bureau', 'auditor', 'founder2']) {
      const page = await see(cast, who, `/waivers/${number}`);
      expect(page, who).toContain('没有经营');
      for (const secret of ['13900000000', '王某']) expect(page, who).not.toContain(secret);
    }
    const page = `objections/${id}/answer`;
    const form = { finding: 'dismissed', answer: '经核实在经营' };
    expect((await send(cast, 'bureau', number, page, form)).status).toBe(422);
    expect((await send(cast, 'park1', number, page, form)).status).toBe(403);
    expect((await send(cast, 'park2', number, page, form)).status).toBe(404);
    expect((await send(cast, 'bureau2', number, 'objections/99/answer', form)).status).toBe(404);
    expect((await send(cast, 'bureau2', number, page, { ...form, answer: '' })).status).toBe(422);
    expect((await send(cast, 'bureau2', number, page, form)).status).toBe(303);
    expect((await send(cast, 'bureau2', number, page, form)).status).toBe(409);
    expect(await see(cast, 'bureau', `/waivers/${number}`)).toContain('经核实在经营');
  });

  it('decides a reconsideration at another hand than the refusal', async () => {
    const number = await caseAt(cast, 'bureau-review');
    await cast.act(
      'bureau',
      async (tx, by) =>
        refuseApplication(tx, by, await seen(cast, number), { reason: 'other', note: '不符' }),
      '2025-02-18',
    );
    const ask = { note: '材料已补齐' };
    await cast.act(
      'founder2',
      async (tx, by) => askReconsideration(tx, by, await seen(cast, number), ask),
      '2025-02-19',
    );
    cast.clock.set(morning('2025-02-20'));
    const page = 'reconsideration-outcome';
    expect(await see(cast, 'bureau2', `/waivers/${number}/${page}`)).toContain('材料已补齐');
    const form = { outcome: 'overturn.new-proof', note: '有新材料' };
    expect((await send(cast, 'bureau', number, page, form)).status).toBe(422);
    expect((await send(cast, 'putuo', number, page, form)).status).toBe(403);
    expect((await send(cast, 'park2', number, page, form)).status).toBe(404);
    expect((await send(cast, 'bureau2', number, page, { ...form, outcome: '' })).status).toBe(422);
    expect((await send(cast, 'bureau2', number, page, form)).status).toBe(303);
    expect((await send(cast, 'bureau2', number, page, form)).status).toBe(409);
    expect((await caseOf(cast, number)).state).toBe('notice');
  });

  it('shows what a revocation takes back, month by month, before it is done', async () => {
    const number = await caseAt(cast, 'granted', { months: 3 });
    cast.clock.set(morning('2025-03-05'));
    const form = { from: '2025-04-10', reason: 'premises-not-used', note: '场地闲置' };
    const preview = await send(cast, 'bureau2', number, 'revocation/preview', form);
    expect(preview.status).toBe(200);
    for (const part of ['2025年4月', '350.00', '209.67', '559.67'])
      expect(preview.text).toContain(part);
    expect((await caseOf(cast, number)).state).toBe('granted');
    const outside = await send(cast, 'bureau2', number, 'revocation/preview', {
      ...form,
      from: '2026-01-01',
    });
    expect(outside.status).toBe(422);
    expect((await send(cast, 'park1', number, 'revocation/preview', form)).status).toBe(403);
    expect((await send(cast, 'bureau2', number, 'revocation', form)).status).toBe(303);
    expect((await send(cast, 'bureau2', number, 'revocation/preview', form)).status).toBe(409);
    expect(
      (await cast.db.letter.findFirstOrThrow({ where: { kind: 'revocation' } })).bodyZh,
    ).toContain('559.67');
  });
});
