import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Tx } from '../../src/database/database.js';
import type { Actor } from '../../src/history/actor.js';
import { refuseApplication } from '../../src/waivers/determine-application.js';
import { endWaiver } from '../../src/waivers/end-waiver.js';
import { grantWaiver } from '../../src/waivers/grant-waiver.js';
import { LetterContent } from '../../src/waivers/letters/letter-content.js';
import { letterHash } from '../../src/waivers/letters/make-letter.js';
import { renderLetter } from '../../src/waivers/letters/render-letter.js';
import type { SeenCase } from '../../src/waivers/open-case.js';
import {
  askReconsideration,
  overturnRefusal,
  upholdDecision,
} from '../../src/waivers/reconsider-application.js';
import { restoreWaiver, revokeWaiver } from '../../src/waivers/revoke-waiver.js';
import { withdrawApplication } from '../../src/waivers/withdraw-application.js';
import { step } from '../step.js';
import { type Cast, caseAt, seen, startWaivers } from './cast.js';
import { browserOf, morning, nobody, see, send } from './desk.js';

let cast: Cast;
beforeAll(async () => {
  cast = await startWaivers();
});
afterAll(() => cast.close());

const letterOf = (kind: string) =>
  cast.db.letter.findFirstOrThrow({ where: { kind }, orderBy: { id: 'desc' } });

it('letters say what was decided and why, are read by those in sight, and can be made again byte for byte', async () => {
  await step(
    'a return names everything at once and until when, after a preview of the same words',
    async () => {
      const number = await caseAt(cast, 'submitted');
      cast.clock.set(morning('2025-02-17'));
      const form = { fields: 'months', proof: 'lease', note: '月数有误 <b>' };
      const preview = await send(cast, 'park1', number, 'correction/preview', form);
      expect(preview.status).toBe(200);
      expect(preview.text).toContain('补正通知书');
      expect(await cast.db.letter.count()).toBe(0);
      expect((await send(cast, 'park1', number, 'correction', form)).status).toBe(303);
      const { bodyZh, bodyEn } = await letterOf('correction');
      for (const part of ['申请减免月数', '2025年2月24日', '月数有误 &lt;b&gt;', number])
        expect(bodyZh).toContain(part);
      expect(bodyEn).toContain('24 February 2025');
      expect(preview.text).toContain('月数有误 &lt;b&gt;');
      await cast.act('founder2', async (tx, by) =>
        withdrawApplication(tx, by, await seen(cast, number), { note: '' }),
      );
    },
  );

  await step(
    'a refusal names policy, version, clause, facts, and how and until when to object',
    async () => {
      const number = await caseAt(cast, 'bureau-review');
      await send(cast, 'bureau', number, 'determination', {
        outcome: 'refuse.proof-missing',
        note: '缺少租赁合同。',
      });
      const { bodyZh, number: letter } = await letterOf('refusal');
      for (const part of [
        ...[
          '不予免租决定书',
          '第 2 版',
          '园区免租金',
          '条',
          '材料不齐',
          '缺少租赁合同。',
          '申请复核',
        ],
        ...['0580-3000001', letter],
      ])
        expect(bodyZh, part).toContain(part);
      cast.clock.set(morning('2025-02-20'));
      await cast.act(
        'founder2',
        async (tx, by) => askReconsideration(tx, by, await seen(cast, number), { note: '请再看' }),
        '2025-02-20',
      );
      await cast.act(
        'bureau2',
        async (tx, by) =>
          upholdDecision(tx, by, await seen(cast, number), { reason: 'nothing-new', note: '维持' }),
        '2025-02-21',
      );
      expect((await letterOf('reconsideration')).bodyZh).toContain('维持原决定');
    },
  );

  await step('a grant has the schedule, an early end what is no longer waived', async () => {
    const number = await caseAt(cast, 'granted', { months: 3 });
    const grant = await letterOf('grant');
    for (const part of ['267.86', '500.00', '209.67', '1,477.53', 'W2025-0001'])
      expect(grant.bodyZh, part).toContain(part);
    const { id, version } = await cast.db.waiver.findFirstOrThrow();
    const ending = { endedOn: '2025-04-01', reason: 'left', note: '搬走了' } as const;
    await cast.act('park1', (tx, by) => endWaiver(tx, by, { id, version }, ending), '2025-03-20');
    const end = await letterOf('ending');
    expect(end.bodyZh).toContain('709.67');
    expect(await see(cast, 'founder2', `/waivers/${number}/letters/${end.number}`)).toContain(
      end.bodyEn.slice(0, 40),
    );
  });

  await step('are read by the founder and by reviewers in sight, by nobody else', async () => {
    const { number, applicationId } = await letterOf('grant');
    const { number: of } = await cast.db.waiverApplication.findUniqueOrThrow({
      where: { id: applicationId },
    });
    const address = `/waivers/${of}/letters/${number}`;
    for (const who of ['founder2', 'park1', 'putuo', 'bureau', 'auditor'])
      expect(await see(cast, who, address), who).toContain('免租决定书');
    for (const who of ['founder1', 'park2', 'admin'])
      expect((await (await browserOf(cast, who)).get(address)).status, who).toBe(404);
    expect(
      (await (await browserOf(cast, 'park1')).get(`/waivers/${of}/letters/L2025-9999`)).status,
    ).toBe(404);
    const other = await letterOf('refusal');
    const mixed = `/waivers/${of}/letters/${other.number}`;
    expect((await (await browserOf(cast, 'park1')).get(mixed)).status).toBe(404);
    expect((await nobody(cast).get(address)).status).toBe(303);
  });

  await step(
    'an overturned refusal and a restored waiver are told with what they rest on',
    async () => {
      const { passwordHash } = await cast.db.account.findFirstOrThrow({
        where: { username: 'bureau' },
      });
      const third = { username: 'bureau3', name: 'bureau3', role: 'bureau-staff', passwordHash };
      await cast.db.account.create({
        data: { ...third, createdAt: new Date('2023-01-01T00:00:00Z') },
      });
      type Act = (tx: Tx, by: Actor, of: SeenCase) => Promise<unknown>;
      const at = (number: string, who: string, day: string, verb: Act) =>
        cast.act(who, async (tx, by) => verb(tx, by, await seen(cast, number)), day);
      const ask: Act = (tx, by, of) => askReconsideration(tx, by, of, { note: '补充说明' });

      const refused = await caseAt(cast, 'bureau-review', { from: '2025-05-01', months: 1 });
      await at(refused, 'bureau', '2025-02-18', (tx, by, of) =>
        refuseApplication(tx, by, of, { reason: 'other', note: '材料存疑' }),
      );
      await at(refused, 'founder2', '2025-02-19', ask);
      await at(refused, 'bureau2', '2025-02-20', (tx, by, of) =>
        overturnRefusal(tx, by, of, { reason: 'new-proof', note: '新材料可信' }),
      );
      const overturned = await letterOf('reconsideration');
      for (const part of ['撤销原决定', '园区免租金', '新材料可信', '合计 500 元', refused])
        expect(overturned.bodyZh, part).toContain(part);
      await at(refused, 'bureau3', '2025-03-03', grantWaiver);

      const revoked = await caseAt(cast, 'granted', { from: '2025-06-01', months: 1 });
      await at(revoked, 'bureau2', '2025-03-04', (tx, by, of) =>
        revokeWaiver(tx, by, of, { from: '2025-06-01', reason: 'premises-not-used', note: '闲置' }),
      );
      await at(revoked, 'founder2', '2025-03-05', ask);
      await at(revoked, 'bureau3', '2025-03-06', (tx, by, of) =>
        restoreWaiver(tx, by, of, { note: '经核查仍在经营' }),
      );
      const restored = await letterOf('reconsideration');
      for (const part of ['撤销原决定，恢复免租', '经核查仍在经营', revoked])
        expect(restored.bodyZh, part).toContain(part);
      cast.clock.set(morning('2025-03-07'));
      for (const [of, letter] of [
        [refused, overturned.number] as const,
        [revoked, restored.number] as const,
      ])
        expect(await see(cast, 'founder2', `/waivers/${of}/letters/${letter}`)).toContain(letter);
    },
  );

  await step('can be made again byte for byte, and are never changed', async () => {
    const letters = await cast.db.letter.findMany();
    expect(new Set(letters.map(({ kind }) => kind))).toEqual(
      new Set([
        'acceptance',
        'correction',
        'refusal',
        'reconsideration',
        'grant',
        'ending',
        'revocation',
      ]),
    );
    for (const { content, bodyZh, bodyEn, sha256 } of letters) {
      const again = renderLetter(LetterContent.parse(content));
      expect(again).toEqual({ bodyZh, bodyEn });
      expect(letterHash(again)).toBe(sha256);
    }
    const [first] = letters;
    const change = { where: { id: first?.id as number }, data: { bodyZh: '' } };
    await expect(cast.db.letter.update(change)).rejects.toThrow(/only ever added to/);
  });
});
