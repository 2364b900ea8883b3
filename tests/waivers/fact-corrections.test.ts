import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { lastDayOf } from '../../src/calendar/last-day.js';
import { transact } from '../../src/database/database.js';
import { PolicyRules } from '../../src/policies/rules.js';
import { amendWaiver } from '../../src/waivers/amend-waiver.js';
import { type CorrectingFact, correctFact } from '../../src/waivers/correct-fact.js';
import { approveApplication, refuseApplication } from '../../src/waivers/determine-application.js';
import { endWaiver } from '../../src/waivers/end-waiver.js';
import { FactCorrection } from '../../src/waivers/fact-corrections.js';
import { grantWaiver } from '../../src/waivers/grant-waiver.js';
import { objectToApplication } from '../../src/waivers/object-to-application.js';
import { askReconsideration, upholdDecision } from '../../src/waivers/reconsider-application.js';
import { resolveObjection } from '../../src/waivers/resolve-objection.js';
import { reviewApplication } from '../../src/waivers/review-application.js';
import { restoreWaiver } from '../../src/waivers/revoke-waiver.js';
import { withdrawApplication } from '../../src/waivers/withdraw-application.js';
import { Client } from '../web/client.js';
import { type Cast, caseAt, seen, startWaivers } from './cast.js';
import { browserOf, caseOf, caseOfFounder1, morning, see, send } from './desk.js';
import { plain } from './pages.js';

let cast: Cast;
beforeEach(async () => {
  cast = await startWaivers();
});
afterEach(() => cast.close());

const note = '租约载明的面积与现场测量不符';
/** The file that answers for an item of the proof. */
const paper = async (number: string, item = 'lease') => {
  const { id } = await caseOf(cast, number);
  const found = await cast.db.waiverProof.findFirstOrThrow({ where: { applicationId: id, item } });
  return String(found.proofFileId);
};
const correct = (who: string, number: string, change: Partial<CorrectingFact>, day?: string) =>
  cast.act(
    who,
    async (tx, by) =>
      correctFact(tx, by, await seen(cast, number), {
        fact: 'rent',
        to: 40_000,
        proof: await paper(number),
        note,
        ...change,
      }),
    day,
  );
const approve = (number: string, who = 'bureau') =>
  cast.act(
    who,
    async (tx, by) =>
      approveApplication(tx, by, await seen(cast, number), { reason: 'as-assessed', note: '' }),
    '2025-02-18',
  );
const grant = (number: string, who = 'bureau2') =>
  cast.act(who, async (tx, by) => grantWaiver(tx, by, await seen(cast, number)), '2025-02-27');
const ask = (number: string, day = '2025-03-03') =>
  cast.act(
    'founder2',
    async (tx, by) => askReconsideration(tx, by, await seen(cast, number), { note: '请再核实' }),
    day,
  );
const waived = async () => {
  const months = await cast.db.waiverMonth.findMany();
  return months.reduce((sum, { fen }) => sum + fen, 0);
};
const entered = async () => {
  const entries = await cast.db.ledgerEntry.findMany({ where: { measure: 'waived-rent' } });
  return entries.reduce((sum, { amount }) => sum + Number(amount), 0);
};
const lastLetter = async (number: string) => {
  const { id } = await caseOf(cast, number);
  return cast.db.letter.findFirstOrThrow({
    where: { applicationId: id },
    orderBy: { id: 'desc' },
  });
};
/** Another who can judge: nobody decides at two desks. */
const colleague = async (username: string) => {
  const { passwordHash } = await cast.db.account.findFirstOrThrow({
    where: { username: 'bureau' },
  });
  const data = { username, name: username, role: 'bureau-staff', passwordHash };
  await cast.db.account.create({ data: { ...data, createdAt: morning('2023-01-01') } });
};

/** A case of 12 months at 500 yuan, of which the county found 400 by the lease. */
async function grantedLess(): Promise<string> {
  const number = await caseAt(cast, 'county-review');
  await correct('putuo', number, {});
  await cast.act('putuo', async (tx, by) => {
    await reviewApplication(tx, by, await seen(cast, number), { recommends: 'grant', inside: '' });
  });
  await approve(number);
  await grant(number);
  return number;
}

describe('a fact that a desk corrects', () => {
  it('is what the decision rests on, and the letter names the difference, its clause and its proof', async () => {
    const number = await grantedLess();
    expect([await waived(), await entered()]).toEqual([480_000, 480_000]);
    const waiver = await cast.db.waiver.findFirstOrThrow();
    expect(waiver).toMatchObject({ rent: 40_000, area: 8050 });
    const { bodyZh, bodyEn } = await lastLetter(number);
    for (const words of [
      '按您提交的内容测算为 6,000.00 元，经核定为 4,800.00 元，少 1,200.00 元',
      '第 2.2、3.2、3.1、3.3 条',
      '每月 500.00 元',
      '每月 400.00 元',
      'lease.pdf',
      note,
      '申请复核',
      '行政复议',
    ])
      expect(bodyZh).toContain(words);
    expect(bodyEn).toContain('1,200.00 yuan less');
    const { reconsiderBy } = await caseOf(cast, number);
    expect(reconsiderBy).toBe('2025-03-27');
  });

  it('stands in the history with old and new, and the applicant is told', async () => {
    const number = await caseAt(cast, 'bureau-review');
    await correct('bureau', number, {});
    const event = await cast.db.historyEvent.findFirstOrThrow({
      where: { verb: 'application.fact-corrected' },
    });
    expect(event.detail).toMatchObject({
      correctedFact: { fact: 'rent', was: 50_000, to: 40_000 },
    });
    const { id } = await caseOf(cast, number);
    expect(await see(cast, 'bureau', `/history/application/${id}`)).toContain(
      '租金由“每月 500.00 元”更正为“每月 400.00 元”',
    );
    const message = await cast.db.outboxMessage.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(message.key).toBe('waivers.message.fact-corrected');
    for (const who of ['founder2', 'bureau2'])
      expect(await see(cast, who, `/waivers/${number}`)).toContain('每月 400.00 元');
  });

  it('may be any fact that the rules look at, and a part of the months or of the sum', async () => {
    const number = await caseAt(cast, 'bureau-review');
    const proof = await paper(number, 'identity');
    await correct('bureau', number, { fact: 'category.veteran', to: { since: null }, proof });
    await correct('bureau', number, { fact: 'graduated', to: '2023-06-30', proof });
    await correct('bureau', number, { fact: 'area', to: 5_000 });
    await correct('bureau', number, { fact: 'months', to: 6, proof: '' });
    await correct('bureau', number, { fact: 'sum', to: 123_456, proof: '' });
    await approve(number);
    await grant(number);
    expect([await waived(), await entered()]).toEqual([123_456, 123_456]);
    expect(await cast.db.waiver.findFirstOrThrow()).toMatchObject({ termEndOn: '2025-08-14' });
    expect((await lastLetter(number)).bodyZh).toContain('不超过核定的总额 1,234.56 元');
    expect((await verifyLedger(cast.db)).problems).toEqual([]);
  });

  it('is refused without proof, without a reason, and for a value that it cannot have', async () => {
    const number = await caseAt(cast, 'bureau-review');
    const tries: [Partial<CorrectingFact>, string][] = [
      [{ proof: '' }, 'proof: web.field.choose'],
      [{ proof: '9999' }, 'proof: web.field.choose'],
      [{ proof: 'register' }, 'proof: waivers.fault.register-differs'],
      [{ note: ' ' }, 'note: web.field.required'],
      [{ to: 50_000 }, 'to: waivers.fault.same-fact'],
      [{ fact: 'area', to: 0 }, 'to: web.field.least'],
      [{ fact: 'months', to: 13 }, 'to: waivers.fault.more-than-asked'],
      [{ fact: 'graduated', to: '2025-02-15' }, 'to: waivers.fault.later-fact'],
      [{ fact: 'jobs', to: 3 }, 'fact: web.field.choose'],
    ];
    for (const [change, fault] of tries)
      await expect(correct('bureau', number, change), fault).rejects.toThrow(fault);
    expect(await cast.db.waiverStep.count({ where: { move: 'fact-corrected' } })).toBe(0);
  });

  it('rests on the register where that says so today', async () => {
    const number = await caseAt(cast, 'bureau-review');
    await correct('bureau', number, {});
    await correct('bureau', number, { to: 50_000, proof: 'register' });
    await approve(number);
    await grant(number);
    expect(await waived()).toBe(600_000);
    // Given as much as was asked for, there is nothing to reconsider.
    expect((await caseOf(cast, number)).reconsiderBy).toBeNull();
    await expect(ask(number)).rejects.toThrow('waivers.not-at-this-step');
  });

  it('is corrected by the desks of the county and the bureau alone, who then do not judge it at another', async () => {
    const number = await caseAt(cast, 'county-review');
    for (const who of ['bureau', 'park1', 'founder2'])
      await expect(correct(who, number, {}), who).rejects.toMatchObject({ status: 403 });
    const atPark = await caseOfFounder1(cast);
    await expect(correct('putuo', atPark, {})).rejects.toMatchObject({ status: 403 });
    await expect(correct('bureau', atPark, {})).rejects.toThrow('waivers.not-at-this-step');
  });

  it('bars who corrected it from granting it', async () => {
    const number = await caseAt(cast, 'bureau-review');
    await correct('bureau2', number, {});
    await approve(number);
    await expect(grant(number)).rejects.toThrow('waivers.fault.judged-before');
  });

  it('stands in the letter of a refusal too', async () => {
    const number = await caseAt(cast, 'bureau-review');
    await correct('bureau', number, { to: 0 });
    await cast.act('bureau', async (tx, by) =>
      refuseApplication(tx, by, await seen(cast, number), { reason: 'not-eligible', note }),
    );
    expect((await lastLetter(number)).bodyZh).toContain('核定的事实与申请内容的差异');
  });

  it('is corrected through the pages: what would follow is shown before the press', async () => {
    const number = await caseAt(cast, 'bureau-review');
    const at = `/waivers/${number}/fact-correction`;
    expect(await see(cast, 'bureau', `/waivers/${number}`)).toContain(at);
    expect(await see(cast, 'bureau', at)).toContain(`${at}/rent`);
    expect(await see(cast, 'bureau', `${at}/rent`)).toContain('lease.pdf');
    const client = await browserOf(cast, 'bureau');
    expect((await client.get(`${at}/jobs`)).status).toBe(404);
    const form = { to: '400', proof: await paper(number), note };
    const bad = await send(cast, 'bureau', number, 'fact-correction/rent/preview', {
      ...form,
      to: 'x',
    });
    expect([bad.status, bad.text.includes(note)]).toEqual([422, true]);
    const seenFirst = await send(cast, 'bureau', number, 'fact-correction/rent/preview', form);
    expect(seenFirst.text).toContain('核定 4,800.00 元（13 个月），少 1,200.00 元');
    expect(await cast.db.waiverStep.count({ where: { move: 'fact-corrected' } })).toBe(0);
    const done = await send(cast, 'bureau', number, 'fact-correction/rent', form);
    expect(done.status).toBe(303);
    expect(await see(cast, 'bureau', `/waivers/${number}/determination`)).toContain(
      '少 1,200.00 元',
    );
    for (const fact of ['category.veteran', 'graduated', 'months', 'sum'])
      expect(await see(cast, 'bureau', `${at}/${fact}`)).toContain('name="to"');
    const held = { held: 'yes', to: '2023-01-01', proof: form.proof, note };
    await send(cast, 'bureau', number, 'fact-correction/category.veteran', held);
    const step = await cast.db.waiverStep.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(FactCorrection.parse(step.outcome).to).toEqual({ since: '2023-01-01' });
  });
});

describe('a grant of less than was asked for', () => {
  it('is reconsidered once, by somebody else, who may grant more', async () => {
    const number = await grantedLess();
    expect(await see(cast, 'founder2', `/waivers/${number}`)).toContain('/reconsideration');
    await ask(number);
    await colleague('bureau3');
    await correct('bureau3', number, { to: 50_000, proof: 'register' }, '2025-03-04');
    const amend = (who: string) =>
      cast.act(
        who,
        async (tx, by) =>
          amendWaiver(tx, by, await seen(cast, number), { reason: 'new-proof', note: '经核实' }),
        '2025-03-04',
      );
    await expect(amend('bureau')).rejects.toThrow('waivers.fault.judged-before');
    const form = { outcome: 'amend.new-proof', note: '经核实' };
    expect(await see(cast, 'bureau3', `/waivers/${number}/reconsideration-outcome`)).toContain(
      '批准少于申请内容',
    );
    const done = await send(cast, 'bureau3', number, 'reconsideration-outcome', form);
    expect(done.status).toBe(303);
    // What is given beyond what the public saw is on notice first, as the first decision was.
    expect(await caseOf(cast, number)).toMatchObject({ state: 'notice', reconsiderBy: null });
    expect([await waived(), await entered()]).toEqual([480_000, 480_000]);
    const { bodyZh } = await lastLetter(number);
    for (const words of ['改变原决定', '公示无异议后执行']) expect(bodyZh).toContain(words);
    const nobody = new Client(cast.base);
    const notice = plain((await nobody.get(`/notices/${number}`)).text);
    for (const words of ['6,000.00 元', '经复核增加；原批准 4,800.00 元'])
      expect(notice).toContain(words);
    const withdraw = (who: string) =>
      cast.act(who, async (tx, by) =>
        withdrawApplication(tx, by, await seen(cast, number), { note: '' }),
      );
    await expect(withdraw('founder2')).rejects.toThrow('waivers.not-at-this-step');
    const founder = await browserOf(cast, 'founder2');
    expect((await founder.get(`/waivers/${number}`)).text).not.toContain('/withdrawal');
    expect((await founder.get(`/waivers/${number}/withdrawal`)).status).toBe(409);
    const more = (who: string, day: string) =>
      cast.act(who, async (tx, by) => grantWaiver(tx, by, await seen(cast, number)), day);
    const { noticeTo } = await caseOf(cast, number);
    const last = lastDayOf(String(noticeTo));
    await expect(more('bureau2', last)).rejects.toThrow('waivers.fault.on-notice');
    await expect(more('bureau3', '2025-04-01')).rejects.toThrow('waivers.fault.judged-before');
    await more('bureau2', '2025-04-01');
    expect(await caseOf(cast, number)).toMatchObject({ state: 'granted', reconsiderBy: null });
    expect([await waived(), await entered()]).toEqual([600_000, 600_000]);
    expect(await cast.db.waiver.count()).toBe(1);
    expect((await lastLetter(number)).bodyZh).toContain('减免金额共计 6,000.00 元');
    expect((await verifyLedger(cast.db)).problems).toEqual([]);
    await expect(ask(number)).rejects.toThrow('waivers.reconsidered-already');
  });

  it('goes back to the desk that decided where an objection to more is upheld, and what was granted goes on', async () => {
    const number = await grantedLess();
    await ask(number);
    await colleague('bureau3');
    await correct('bureau3', number, { to: 50_000, proof: 'register' }, '2025-03-04');
    const decide = { reason: 'new-proof', note: '经核实' };
    await cast.act(
      'bureau3',
      async (tx, by) => amendWaiver(tx, by, await seen(cast, number), decide),
      '2025-03-04',
    );
    await transact(cast.db, (tx) =>
      objectToApplication(
        tx,
        morning('2025-03-05'),
        { number, ground: 'untrue', text: '租金不实', lang: 'zh' },
        null,
      ),
    );
    const { id } = await cast.db.objection.findFirstOrThrow();
    await colleague('bureau4');
    await cast.act(
      'bureau4',
      async (tx, by) => {
        const { version } = await seen(cast, number);
        await resolveObjection(tx, by, { id, version }, { upholds: true, answer: '属实' });
      },
      '2025-03-06',
    );
    expect((await caseOf(cast, number)).state).toBe('reconsideration');
    expect(await waived()).toBe(480_000);
    await correct('bureau3', number, { to: 40_000 }, '2025-03-07');
    await cast.act(
      'bureau3',
      async (tx, by) =>
        upholdDecision(tx, by, await seen(cast, number), { reason: 'nothing-new', note: '维持' }),
      '2025-03-07',
    );
    expect(await caseOf(cast, number)).toMatchObject({ state: 'granted', reconsiderBy: null });
    expect(await waived()).toBe(480_000);
    expect(await see(cast, 'founder2', `/waivers/${number}`)).toContain('4,800.00');
  });

  it('gives more at once where the policy has no public notice', async () => {
    const number = await grantedLess();
    await ask(number);
    await colleague('bureau3');
    await correct('bureau3', number, { to: 50_000, proof: 'register' }, '2025-03-04');
    const version = await cast.db.policyVersion.findFirstOrThrow({
      where: { policy: { code: 'rent-free' }, endedOn: null },
    });
    const rules = PolicyRules.parse(version.rules);
    await cast.db.$executeRawUnsafe('DROP TRIGGER "PolicyVersion_no_update"');
    await cast.db.policyVersion.update({
      where: { id: version.id },
      data: { rules: { ...rules, limits: { ...rules.limits, notice: 0 } } },
    });
    await cast.act(
      'bureau3',
      async (tx, by) =>
        amendWaiver(tx, by, await seen(cast, number), { reason: 'new-proof', note: '经核实' }),
      '2025-03-04',
    );
    expect((await caseOf(cast, number)).state).toBe('granted');
    expect(await waived()).toBe(600_000);
  });

  it('is upheld, and stays as it was', async () => {
    const number = await grantedLess();
    await ask(number);
    await colleague('bureau3');
    const uphold = { reason: 'nothing-new', note: '维持' };
    await cast.act('bureau3', async (tx, by) =>
      expect(
        amendWaiver(tx, by, await seen(cast, number), { reason: 'other', note }),
      ).rejects.toThrow('waivers.fault.nothing-more'),
    );
    await cast.act('bureau3', async (tx, by) =>
      upholdDecision(tx, by, await seen(cast, number), uphold),
    );
    expect((await caseOf(cast, number)).state).toBe('granted');
    expect(await waived()).toBe(480_000);
    expect((await lastLetter(number)).bodyZh).toContain('维持原决定');
    await expect(ask(number)).rejects.toThrow('waivers.reconsidered-already');
  });
});

describe('a grant of less that ended as well', () => {
  const endOf = async (day: string, who = 'park1') => {
    const { id, version } = await cast.db.waiver.findFirstOrThrow();
    const ending = { endedOn: '2025-03-15', reason: 'left', note } as const;
    await cast.act(who, (tx, by) => endWaiver(tx, by, { id, version }, ending), day);
  };
  const askOf = (number: string, of: string, day: string) =>
    cast.act(
      'founder2',
      async (tx, by) => askReconsideration(tx, by, await seen(cast, number), { note, of }),
      day,
    );
  const uphold = (number: string, day: string) =>
    cast.act(
      'bureau3',
      async (tx, by) =>
        upholdDecision(tx, by, await seen(cast, number), { reason: 'nothing-new', note: '维持' }),
      day,
    );

  it('can be reconsidered in both, one after the other, each once', async () => {
    const number = await grantedLess();
    await colleague('bureau3');
    await endOf('2025-03-10');
    const page = await see(cast, 'founder2', `/waivers/${number}/reconsideration`);
    for (const words of ['批准少于申请内容', '提前终止']) expect(page).toContain(words);
    await expect(askOf(number, '', '2025-03-11')).rejects.toThrow('of: web.field.choose');
    const sent = await send(cast, 'founder2', number, 'reconsideration', { note });
    expect([sent.status, sent.text.includes(note)]).toEqual([422, true]);
    await askOf(number, 'ended', '2025-03-11');
    const desk = await see(cast, 'bureau3', `/waivers/${number}/reconsideration-outcome`);
    expect(desk).toContain('提前终止');
    await uphold(number, '2025-03-12');
    const first = await lastLetter(number);
    expect(first.bodyZh).toContain('您对终止免租的决定');
    expect(first.bodyZh).toContain('对批准金额少于申请内容有异议、尚未申请复核的');
    expect(first.bodyZh).not.toContain('本申请不再受理复核');
    const message = await cast.db.outboxMessage.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(JSON.stringify(message.values)).toContain('另一项决定');
    const { reconsiderBy } = await caseOf(cast, number);
    expect(String(reconsiderBy) > '2025-03-12').toBe(true);
    await askOf(number, '', String(reconsiderBy));
    await uphold(number, String(reconsiderBy));
    expect((await lastLetter(number)).bodyZh).toContain('您对少于申请内容的批准决定');
    expect((await lastLetter(number)).bodyZh).toContain('本申请不再受理复核');
    expect((await caseOf(cast, number)).reconsiderBy).toBeNull();
    await expect(askOf(number, 'ended', '2025-04-20')).rejects.toThrow(
      'waivers.reconsidered-already',
    );
  });

  it('while it is reconsidered, waits with its own term until that is decided', async () => {
    const number = await grantedLess();
    await colleague('bureau3');
    await ask(number);
    await endOf('2025-03-10');
    expect((await lastLetter(number)).bodyZh).toContain('正在办理的复核作出决定后申请复核');
    await uphold(number, '2025-03-12');
    expect((await lastLetter(number)).bodyZh).toContain('对提前终止的决定有异议、尚未申请复核的');
    await askOf(number, '', '2025-03-13');
    await colleague('bureau4');
    await cast.act(
      'bureau4',
      async (tx, by) => restoreWaiver(tx, by, await seen(cast, number), { note }),
      '2025-03-14',
    );
    expect(await waived()).toBe(480_000);
    expect(await caseOf(cast, number)).toMatchObject({ state: 'granted', reconsiderBy: null });
    expect((await verifyLedger(cast.db)).problems).toEqual([]);
  });
});

describe('an end before the term', () => {
  const end = async (number: string, reason: 'left' | 'surrendered', who: string) => {
    const { id, version } = await cast.db.waiver.findFirstOrThrow();
    const ending = { endedOn: '2025-05-01', reason, note } as const;
    await cast.act(who, (tx, by) => endWaiver(tx, by, { id, version }, ending), '2025-05-06');
    return number;
  };

  it('that others made is reconsidered, by somebody else, and restored', async () => {
    const number = await end(await caseAt(cast, 'granted'), 'left', 'bureau2');
    const left = await waived();
    expect((await lastLetter(number)).bodyZh).toContain('申请复核');
    expect(await see(cast, 'founder2', `/waivers/${number}`)).toContain('/reconsideration');
    await ask(number, '2025-05-07');
    const restore = (who: string) =>
      cast.act(
        who,
        async (tx, by) => restoreWaiver(tx, by, await seen(cast, number), { note: '经核实仍在园' }),
        '2025-05-08',
      );
    await expect(restore('bureau2')).rejects.toThrow('waivers.fault.judged-before');
    await colleague('bureau3');
    await restore('bureau3');
    expect(left).toBeLessThan(await waived());
    expect([await waived(), await entered()]).toEqual([600_000, 600_000]);
    expect(await cast.db.waiver.findFirstOrThrow()).toMatchObject({
      endedOn: null,
      endReason: null,
    });
    expect((await lastLetter(number)).bodyZh).toContain('恢复免租');
    expect((await verifyLedger(cast.db)).problems).toEqual([]);
  });

  it('is upheld with what it took', async () => {
    const number = await end(await caseAt(cast, 'granted'), 'left', 'park1');
    await ask(number, '2025-05-07');
    await colleague('bureau3');
    await cast.act('bureau3', async (tx, by) =>
      upholdDecision(tx, by, await seen(cast, number), { reason: 'other', note }),
    );
    expect((await lastLetter(number)).bodyZh).toContain('您对终止免租的决定');
    expect((await caseOf(cast, number)).state).toBe('granted');
  });

  it('that the founder wished is not reconsidered', async () => {
    const number = await end(await caseAt(cast, 'granted'), 'surrendered', 'founder2');
    await expect(ask(number, '2025-05-07')).rejects.toThrow('waivers.not-at-this-step');
    const client = await browserOf(cast, 'founder2');
    expect((await client.get(`/waivers/${number}/reconsideration`)).status).toBe(409);
  });

  it('is not restored while the register has the lease end on that day', async () => {
    const number = await end(await caseAt(cast, 'granted'), 'left', 'bureau2');
    await ask(number, '2025-05-07');
    await colleague('bureau3');
    const { tenancyId } = await cast.db.waiver.findFirstOrThrow();
    await cast.db.tenancy.update({
      where: { id: Number(tenancyId) },
      data: { endedOn: '2025-05-01' },
    });
    const restore = cast.act('bureau3', async (tx, by) =>
      restoreWaiver(tx, by, await seen(cast, number), { note }),
    );
    await expect(restore).rejects.toThrow('waivers.fault.ground-gone');
  });
});
