import { afterEach, beforeEach, expect, it } from 'vitest';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { withdrawConsent } from '../../src/consents/withdraw-consent.js';
import { draftVersion } from '../../src/policies/draft-version.js';
import { putInForce } from '../../src/policies/put-in-force.js';
import { versionsOf } from '../../src/policies/versions.js';
import { beginApplication } from '../../src/waivers/begin-application.js';
import { commentOnApplication } from '../../src/waivers/comment-on-application.js';
import { refuseApplication } from '../../src/waivers/determine-application.js';
import { runNight } from '../../src/waivers/nightly.js';
import { objectToApplication } from '../../src/waivers/object-to-application.js';
import { resolveObjection } from '../../src/waivers/resolve-objection.js';
import { returnForCorrection } from '../../src/waivers/return-for-correction.js';
import { answerAll, graduate } from '../eligibility/cast.js';
import { someCitizen } from '../identities/numbers.js';
import { somePdf } from '../proofs/samples.js';
import { signIn } from '../web/client.js';
import { bringProof, type Cast, caseAt, seen, startWaivers } from './cast.js';
import { answer, hidden, plain, sendFile } from './pages.js';

let cast: Cast;
beforeEach(async () => {
  cast = await startWaivers();
});
afterEach(() => cast.close());

/** On that day, signed in anew: a session does not last for weeks. */
async function on(day: string) {
  cast.clock.set(new Date(`${day}T02:00:00Z`));
  return signIn(cast.base, 'founder2');
}
const messages = async () =>
  (await cast.db.outboxMessage.findMany({ orderBy: { id: 'asc' } })).map(({ key }) =>
    key.replace('waivers.message.', ''),
  );
const returnIt = (number: string) =>
  cast.act('park1', async (tx, by) =>
    returnForCorrection(tx, by, await seen(cast, number), {
      fields: ['months' as const],
      proof: ['lease'],
      note: '租约缺最后一页',
    }),
  );

it('corrects only what the notice names, and compares what was handed in', async () => {
  const number = await caseAt(cast, 'submitted');
  await returnIt(number);
  const founder = await cast.as('founder2');
  const page = await founder.get(`/waivers/${number}`);
  for (const told of ['租约缺最后一页', '2025年2月21日', `/waivers/${number}/questions/months`])
    expect(page.text).toContain(told);
  expect(page.text).toContain(`/waivers/${number}/proof/lease`);
  for (const closed of ['questions/from', 'proof/identity'])
    expect((await founder.get(`/waivers/${number}/${closed}`)).status).toBe(403);
  const changed = await answer(founder, `/waivers/${number}/questions/months`, { months: '6' });
  expect(changed.location).toBe(`/waivers/${number}`);
  const check = plain((await founder.get(`/waivers/${number}/check`)).text);
  expect(check).toContain('questions/months?change=yes');
  expect(check).not.toContain('questions/from?change=yes');
  const form = { ...hidden(check), declares: 'yes' };
  const sent = await founder.post(`/waivers/${number}/submission`, form);
  expect(sent.status).toBe(303);
  const editions = await founder.get(`/waivers/${number}/editions`);
  for (const told of ['第 1 次提交', '第 2 次提交', '有差异'])
    expect(editions.text).toContain(told);
  expect(await messages()).toEqual(['submit', 'return', 'resubmit']);
  const stranger = await cast.as('founder1');
  expect((await stranger.get(`/waivers/${number}/editions`)).status).toBe(404);
});

it('is filled in by the park, and confirmed by the founder or with a signed form', async () => {
  const { number } = await cast.db.venture.findUniqueOrThrow({ where: { id: cast.ventureIds[1] } });
  const manager = await cast.as('park1');
  expect((await manager.get(`/ventures/${number}`)).text).toContain('/waivers/new?venture');
  const form = { policy: 'rent-free', venture: number, person: cast.other.number };
  const at = (await manager.post('/waivers/new', form)).location as string;
  const one = await cast.db.waiverApplication.findFirstOrThrow();
  expect(one.begunById).toBe((await cast.by('park1')).accountId);
  await answer(manager, `${at}/questions/categories`, { categories: 'none' });
  await answer(manager, `${at}/questions/other-benefits`, { answer: 'no' });
  await bringProof(cast, one.number, 'park1');
  const submission = async () => {
    const check = await manager.get(`${at}/check`);
    return manager.post(`${at}/submission`, { ...hidden(check.text), declares: 'yes' });
  };
  const unsigned = await submission();
  expect([unsigned.status, unsigned.text.includes('签字的申请表')]).toEqual([422, true]);
  const founder = await cast.as('founder2');
  expect((await founder.get(at)).text).toContain('园区代您填写');
  expect((await founder.get('/waivers')).text).toContain('请核对后提交');
  const signed = { name: '申请表.pdf', bytes: somePdf('signed') };
  expect((await sendFile(manager, `${at}/signed-form`, signed)).location).toBe(at);
  expect((await submission()).location).toBe(`${at}/confirmation`);
  expect((await cast.db.waiverEdition.findFirstOrThrow()).basis).toBe('paper');
  expect((await founder.get(at)).text).toContain('园区代填');
});

it('asks for the number after the consent, and tells what is wrong with it', async () => {
  const personId = cast.other.id;
  for (const purpose of ['identity', 'proof'] as const)
    await cast.act('founder2', (tx, by) => withdrawConsent(tx, by, { personId, purpose }));
  const begin = { policyCode: 'rent-free', ventureId: cast.ventureIds[1], personId };
  const number = await cast.act('founder2', (tx, by) => beginApplication(tx, by, begin));
  const at = `/waivers/${number}`;
  const founder = await cast.as('founder2');
  expect((await founder.get(`${at}/identity`)).location).toBe(`${at}/consents/identity`);
  expect((await founder.get(`${at}/proof/lease`)).location).toBe(`${at}/consents/proof`);
  expect((await founder.get(at)).text).toContain('暂不能办理');
  const consent = await founder.get(`${at}/consents/identity`);
  for (const told of ['由谁收集', '依据', '保存多久', '浙政办发'])
    expect(consent.text).toContain(told);
  expect((await answer(founder, `${at}/consents/identity`, {})).status).toBe(422);
  const agreed = await answer(founder, `${at}/consents/identity`, { agree: 'yes' });
  expect(agreed.location).toBe(`${at}/identity`);
  const good = someCitizen(77);
  const wrong = good.slice(0, 17) + (good.endsWith('X') ? '1' : 'X');
  const faulty = await answer(founder, `${at}/identity`, { kind: 'resident', number: wrong });
  expect([faulty.status, faulty.text.includes('校验码')]).toEqual([422, true]);
  const entered = await answer(founder, `${at}/identity`, {
    kind: 'hk-macao',
    number: 'H12345678',
  });
  expect(entered.location).toBe(at);
  const tasks = (await founder.get(at)).text;
  expect([tasks.includes('H*******8'), tasks.includes('H12345678')]).toEqual([true, false]);
  expect((await founder.get(`${at}/consents/other`)).status).toBe(404);
});

it('goes on under the version that replaced the old, and is told when none did', async () => {
  const number = await caseAt(cast, 'draft', { months: 24 });
  const at = `/waivers/${number}`;
  const rules = {
    ...rentFree,
    months: 12,
    tiers: [{ ...rentFree.tiers[1], toMonth: 12, fromMonth: 1, only: [] }],
  };
  const caps = { ...rentFree.caps, monthsByPerson: 12, monthsByVenture: 12 };
  await cast.act('bureau', (tx, by) =>
    draftVersion(tx, by, { code: 'rent-free', rules: { ...rules, caps } as typeof rentFree }),
  );
  const [next] = await versionsOf(cast.db, 'rent-free');
  if (!next) throw new Error('no draft');
  const { id, revision } = next;
  await cast.act('bureau2', (tx, by) =>
    putInForce(tx, by, { id, revision, beganOn: '2025-02-20' }),
  );
  const founder = await on('2025-02-21');
  const page = await founder.get(at);
  expect(page.text).toContain('按新版继续');
  const old = await founder.post(`${at}/submission`, {
    ...hidden((await founder.get(`${at}/check`)).text),
    declares: 'yes',
  });
  expect([old.status, old.text.includes('2025年2月20日')]).toEqual([422, true]);
  const form = { ...hidden(page.text), _key: 'adopt-once-0123456789' };
  expect((await founder.post(`${at}/version`, form)).location).toBe(at);
  expect((await founder.post(`${at}/version`, form)).location).toBe(at);
  expect((await founder.post(`${at}/version`, { ...form, _key: '' })).status).toBe(409);
  const one = await cast.db.waiverApplication.findUniqueOrThrow({ where: { number } });
  expect([one.policyVersionId, (one.answers as { months: number }).months]).toEqual([id, 12]);
  expect((await founder.get(at)).text).not.toContain('按新版继续');
});

it('is told clearly when the policy has ended and none followed it', async () => {
  const number = await caseAt(cast, 'draft');
  await cast.db.policyVersion.updateMany({
    where: { policy: { code: 'rent-free' }, endedOn: null },
    data: { endedOn: '2025-02-14' },
  });
  const founder = await cast.as('founder2');
  const { text } = await founder.get(`/waivers/${number}`);
  expect([text.includes('没有后续版本'), text.includes('按新版继续')]).toEqual([true, false]);
  const form = hidden((await founder.get(`/waivers/${number}/check`)).text);
  const sent = await founder.post(`/waivers/${number}/submission`, { ...form, declares: 'yes' });
  expect([sent.status, sent.text.includes('失效')]).toEqual([422, true]);
  const adopted = await founder.post(`/waivers/${number}/version`, form);
  expect([adopted.status, adopted.text.includes('没有后续版本')]).toEqual([422, true]);
  expect((await founder.get('/waivers/new?policy=rent-free')).text).not.toContain(
    'value="rent-free"',
  );
});

it('withdraws, once', async () => {
  const number = await caseAt(cast, 'county-review');
  const founder = await cast.as('founder2');
  const page = `/waivers/${number}/withdrawal`;
  const form = { ...hidden((await founder.get(page)).text), note: '不办了' };
  expect((await founder.post(page, { ...form, version: '1' })).status).toBe(409);
  expect((await founder.post(page, form)).location).toBe(`/waivers/${number}`);
  expect((await founder.post(page, form)).status).toBe(409);
  expect((await founder.get(page)).status).toBe(409);
  expect((await founder.get(`/waivers/${number}`)).text).toContain('申请人撤回');
  expect((await messages()).at(-1)).toBe('withdraw');
});

it('asks for reconsideration within its limit, with reasons', async () => {
  const number = await caseAt(cast, 'bureau-review');
  await cast.act(
    'bureau',
    async (tx, by) =>
      refuseApplication(tx, by, await seen(cast, number), { reason: 'other', note: '材料存疑' }),
    '2025-02-18',
  );
  let founder = await on('2025-03-18');
  const at = `/waivers/${number}`;
  expect((await founder.get(at)).text).toContain('请在2025年3月18日前');
  const form = hidden((await founder.get(`${at}/reconsideration`)).text);
  expect((await founder.post(`${at}/reconsideration`, { ...form, note: '' })).status).toBe(422);
  founder = await on('2025-03-19');
  const late = await founder.post(`${at}/reconsideration`, { ...form, note: '补充' });
  expect([late.status, late.text.includes('期限')]).toEqual([422, true]);
  founder = await on('2025-03-18');
  const asked = await founder.post(`${at}/reconsideration`, { ...form, note: '补充' });
  expect(asked.location).toBe(at);
  expect((await founder.post(`${at}/reconsideration`, { ...form, note: '补充' })).status).toBe(409);
  expect((await messages()).slice(-2)).toEqual(['refuse', 'reconsider']);
});

it('sees the months, gives up the waiver, or goes on with it', async () => {
  const number = await caseAt(cast, 'granted', { months: 3 }); // from 2025-02-14
  const at = `/waivers/${number}`;
  const founder = await on('2025-03-10');
  const page = plain((await founder.get(at)).text);
  for (const told of ['W2025-0001', '767.86 元', '最多还可以享受 21 个月', `new?renew=${number}`])
    expect(page).toContain(told);
  const renewal = await founder.get(`/waivers/new?renew=${number}`);
  expect(renewal.text).toContain('2025年5月14日');
  const venture = await cast.db.venture.findUniqueOrThrow({ where: { id: cast.ventureIds[1] } });
  const begun = await founder.post('/waivers/new', {
    policy: 'rent-free',
    venture: venture.number,
    renew: number,
  });
  const next = begun.location?.slice('/waivers/'.length) ?? '';
  const { answers } = await cast.db.waiverApplication.findUniqueOrThrow({
    where: { number: next },
  });
  expect(answers).toMatchObject({ from: '2025-05-14', months: 21, declared: null });
  const form = hidden((await founder.get(`${at}/surrender`)).text);
  const outside = { ...form, endedOn: '2025-06-01', note: '搬走' };
  const refused = await founder.post(`${at}/surrender`, outside);
  expect([refused.status, refused.text.includes('2025年5月13日')]).toEqual([422, true]);
  for (const endedOn of ['', '2025-02-30', '9999-99-99'])
    expect((await founder.post(`${at}/surrender`, { ...outside, endedOn })).status).toBe(422);
  // What is taken back stands there before it is done; of months that are past too.
  const seen = await founder.post(`${at}/surrender/preview`, {
    ...outside,
    endedOn: '2025-02-20',
  });
  expect(seen.status).toBe(200);
  for (const words of ['2025年3月', '收回（元）', '应当补缴', 'value="2025-02-20"'])
    expect(seen.text.replaceAll('&#x3D;', '=')).toContain(words);
  const beyond = await founder.post(`${at}/surrender/preview`, outside);
  expect([beyond.status, beyond.text.includes('2025年5月13日')]).toEqual([422, true]);
  expect(await cast.db.waiver.count({ where: { endedOn: { not: null } } })).toBe(0);
  const given = await founder.post(`${at}/surrender`, { ...outside, endedOn: '2025-04-01' });
  expect(given.location).toBe(at);
  expect(
    (await founder.post(`${at}/surrender`, { ...outside, endedOn: '2025-04-01' })).status,
  ).toBe(409);
  expect(await cast.db.waiver.findFirstOrThrow()).toMatchObject({ endReason: 'surrendered' });
  expect((await founder.get(at)).text).toContain('自2025年4月1日起终止');
  expect((await messages()).slice(-2)).toEqual(['grant', 'ended']);
});

it('talks with the office, which tells the founder and not itself', async () => {
  const number = await caseAt(cast, 'notice');
  const at = `/waivers/${number}`;
  const founder = await cast.as('founder2');
  expect((await founder.post(`${at}/replies`, { text: ' ' })).status).toBe(422);
  const said = { text: '请问还缺什么？', _key: 'reply-once-0123456789' };
  expect((await founder.post(`${at}/replies`, said)).status).toBe(303);
  expect((await founder.post(`${at}/replies`, said)).status).toBe(303);
  expect(await cast.db.waiverComment.count()).toBe(1);
  for (const audience of ['founder', 'inside'] as const)
    await cast.act('bureau', async (tx, by) =>
      commentOnApplication(tx, by, await seen(cast, number), { audience, text: `给${audience}` }),
    );
  const page = (await founder.get(at)).text;
  expect([page.includes('给founder'), page.includes('给inside')]).toEqual([true, false]);
  const objection = { number, ground: 'untrue', text: '不符', lang: 'zh' } as const;
  const proven = { name: '某', phone: '13000000009', ticket: 'a-ticket' };
  const { id: objectionId } = await cast.act(
    'bureau',
    (tx, by) => objectToApplication(tx, by.at, objection, proven),
    '2025-02-18',
  );
  await cast.act(
    'bureau2',
    async (tx, by) =>
      resolveObjection(
        tx,
        by,
        { id: objectionId, version: (await seen(cast, number)).version },
        {
          upholds: false,
          answer: '经核实不成立',
        },
      ),
    '2025-02-19',
  );
  expect(await messages()).toEqual([
    'submit',
    'accept',
    'approve',
    'comment',
    'objected',
    'objection-received',
    'dismissed',
    'objection-dismissed',
  ]);
});

it('is told 30 and 7 days before a waiver ends, once each; and late corrections lapse', async () => {
  const granted = await caseAt(cast, 'granted', { months: 3 }); // up to 2025-05-13
  const returned = await caseAt(cast, 'submitted', {
    policyCode: 'rent-subsidy',
    from: '2025-06-01',
  });
  await returnIt(returned);
  const night = (day: string) => runNight(cast.db, new Date(`${day}T18:00:00Z`));
  expect(await night('2025-02-19')).toMatchObject({ lapsed: 0, reminded: 0, dated: 0 });
  expect(await night('2025-04-12')).toMatchObject({ lapsed: 1, reminded: 0 });
  expect(await night('2025-04-13')).toMatchObject({ lapsed: 0, reminded: 1, dated: 0 });
  expect(await night('2025-04-14')).toMatchObject({ reminded: 0 });
  expect(await night('2025-05-06')).toMatchObject({ reminded: 1 });
  expect(await night('2025-05-07')).toMatchObject({ reminded: 0 });
  const told = await cast.db.outboxMessage.findMany({
    where: { href: `/waivers/${granted}` },
    orderBy: { id: 'asc' },
  });
  expect(told.slice(-2).map(({ key }) => key)).toEqual([
    'waivers.message.ends-30',
    'waivers.message.ends-7',
  ]);
  expect((await messages()).includes('lapse')).toBe(true);
});

it('fills in the days of a case once the holidays of the year are known', async () => {
  const number = await caseAt(cast, 'park-review');
  const days = { dueOn: '2025-02-20', determineBy: '2025-03-07' };
  const where = { number };
  expect(await cast.db.waiverApplication.findUniqueOrThrow({ where })).toMatchObject(days);
  await cast.db.waiverApplication.update({ where, data: { dueOn: null, determineBy: null } });
  expect(await runNight(cast.db, new Date('2025-02-18T18:00:00Z'))).toMatchObject({ dated: 1 });
  expect(await cast.db.waiverApplication.findUniqueOrThrow({ where })).toMatchObject(days);
  expect(await runNight(cast.db, new Date('2025-02-18T18:00:00Z'))).toMatchObject({ dated: 0 });
});

it('takes along what was answered in the public check', async () => {
  const founder = await cast.as('founder2');
  await answerAll(founder, { ...graduate, before: { before: 'none' } });
  const page = await founder.get('/waivers/new?policy=rent-free');
  expect(page.text).toContain('自测时的回答将自动带入');
  const venture = await cast.db.venture.findUniqueOrThrow({ where: { id: cast.ventureIds[1] } });
  await founder.post('/waivers/new', { policy: 'rent-free', venture: venture.number });
  const { answers } = await cast.db.waiverApplication.findFirstOrThrow();
  expect(answers).toMatchObject({
    categories: [{ category: 'graduate' }],
    otherBenefits: [],
  });
});
