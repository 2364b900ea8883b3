import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { acceptApplication } from '../../src/waivers/accept-application.js';
import { approveApplication, refuseApplication } from '../../src/waivers/determine-application.js';
import { endWaiver } from '../../src/waivers/end-waiver.js';
import { grantWaiver } from '../../src/waivers/grant-waiver.js';
import { lapseCorrections } from '../../src/waivers/lapse-corrections.js';
import { objectToApplication } from '../../src/waivers/object-to-application.js';
import {
  askReconsideration,
  overturnRefusal,
  upholdDecision,
} from '../../src/waivers/reconsider-application.js';
import { resolveObjection } from '../../src/waivers/resolve-objection.js';
import { returnForCorrection } from '../../src/waivers/return-for-correction.js';
import { reviewApplication, sendBack } from '../../src/waivers/review-application.js';
import { restoreWaiver, revokeWaiver } from '../../src/waivers/revoke-waiver.js';
import { saveAnswers } from '../../src/waivers/save-answers.js';
import { submitApplication } from '../../src/waivers/submit-application.js';
import { withdrawApplication } from '../../src/waivers/withdraw-application.js';
import { type Cast, caseAt, seen, startWaivers } from './cast.js';

let cast: Cast;
beforeEach(async () => {
  cast = await startWaivers();
});
afterEach(() => cast.close());

const caseOf = (number: string) =>
  cast.db.waiverApplication.findUniqueOrThrow({ where: { number }, include: { steps: true } });
const waived = async () =>
  (
    await cast.db.ledgerEntry.findMany({
      where: { measure: 'waived-rent' },
      orderBy: { position: 'asc' },
    })
  ).map(({ effectiveOn, amount }) => [effectiveOn, Number(amount)]);
const sum = (rows: (string | number)[][]) => rows.reduce((total, row) => total + Number(row[1]), 0);
const isSound = async () => expect((await verifyLedger(cast.db)).problems).toEqual([]);

it('grants the months of a case to the ledger, by the day at both ends', async () => {
  const number = await caseAt(cast, 'granted', { months: 3, from: '2025-02-14' });
  expect(await caseOf(number)).toMatchObject({ state: 'granted', dueOn: null });
  // 500 yuan a month: 15 of 28 days, two months, and 13 of 31 days, the last closing the exact sum.
  expect(await waived()).toEqual([
    ['2025-02-14', 26_786],
    ['2025-03-01', 50_000],
    ['2025-04-01', 50_000],
    ['2025-05-01', 20_967],
  ]);
  await isSound();
});

it('counts the working days of each step, and of the whole', async () => {
  const number = await caseAt(cast, 'submitted'); // Friday 2025-02-14
  expect(await caseOf(number)).toMatchObject({ dueOn: '2025-02-18', determineBy: '2025-03-07' });
  const correction = { fields: ['months' as const], proof: ['lease'], note: '请补正' };
  await cast.act(
    'park1',
    async (tx, by) => returnForCorrection(tx, by, await seen(cast, number), correction),
    '2025-02-17',
  );
  expect(await caseOf(number)).toMatchObject({ dueOn: '2025-02-24', determineBy: null });
  await cast.act(
    'founder2',
    async (tx, by) => saveAnswers(tx, by, await seen(cast, number), { months: 6 }),
    '2025-02-20',
  );
  await cast.act(
    'founder2',
    async (tx, by) => submitApplication(tx, by, await seen(cast, number), { declares: true }),
    '2025-02-21',
  );
  // One of fifteen was used on Monday the 17th: fourteen are left from Friday the 21st.
  expect(await caseOf(number)).toMatchObject({ dueOn: '2025-02-25', determineBy: '2025-03-13' });
  const editions = await cast.db.waiverEdition.findMany({ orderBy: { edition: 'asc' } });
  expect(editions.map(({ answers }) => (answers as { months: number }).months)).toEqual([12, 6]);
});

it('opens only what a correction names, and only as often as the policy says', async () => {
  const number = await caseAt(cast, 'submitted');
  const correction = { fields: ['months' as const], proof: [], note: '请核对月数' };
  const giveBack = async () =>
    cast.act('park1', async (tx, by) =>
      returnForCorrection(tx, by, await seen(cast, number), correction),
    );
  await giveBack();
  const change = async (answers: object) =>
    cast.act('founder2', async (tx, by) => saveAnswers(tx, by, await seen(cast, number), answers));
  await expect(change({ from: '2025-03-01' })).rejects.toThrow('waivers.fault.not-open');
  await change({ months: 6 });
  await cast.act('founder2', async (tx, by) =>
    submitApplication(tx, by, await seen(cast, number), { declares: true }),
  );
  await expect(giveBack()).rejects.toThrow('waivers.fault.corrections-used');
});

it('ends a case whose correction was not answered in time', async () => {
  const number = await caseAt(cast, 'submitted');
  const correction = { fields: ['months' as const], proof: [], note: '请核对月数' };
  await cast.act('park1', async (tx, by) =>
    returnForCorrection(tx, by, await seen(cast, number), correction),
  );
  expect(await lapseCorrections(cast.db, new Date('2025-02-21T02:00:00Z'))).toBe(0);
  expect(await lapseCorrections(cast.db, new Date('2025-02-24T02:00:00Z'))).toBe(1);
  expect(await caseOf(number)).toMatchObject({ state: 'lapsed' });
});

it('lets only the desk act that the case lies at, and nobody at two of them', async () => {
  const number = await caseAt(cast, 'park-review');
  const review = { recommends: 'grant', inside: '' } as const;
  const pass = (username: string) =>
    cast.act(username, async (tx, by) =>
      reviewApplication(tx, by, await seen(cast, number), review),
    );
  for (const stranger of ['park2', 'putuo', 'bureau', 'founder2', 'auditor', 'admin'])
    await expect(pass(stranger)).rejects.toMatchObject({ status: 403 });
  await pass('park1');
  await cast.act('putuo', async (tx, by) =>
    sendBack(tx, by, await seen(cast, number), { inside: '请核实面积' }),
  );
  await pass('park1');
  await pass('putuo');
  // Whoever reviewed for the county and then joined the bureau does not decide the same case.
  await cast.db.account.update({ where: { username: 'putuo' }, data: { role: 'bureau-staff' } });
  const approve = async (
    tx: Parameters<typeof approveApplication>[0],
    by: Parameters<typeof approveApplication>[1],
  ) => approveApplication(tx, by, await seen(cast, number), { reason: 'as-assessed', note: '' });
  await expect(cast.act('putuo', approve)).rejects.toThrow('waivers.fault.judged-before');
  await cast.act('bureau', approve, '2025-02-17');
  expect(await caseOf(number)).toMatchObject({ state: 'notice', noticeTo: '2025-02-25' });
});

it('lets nobody decide the own case, under whatever record', async () => {
  const number = await caseAt(cast, 'bureau-review');
  await cast.db.account.update({ where: { username: 'founder2' }, data: { personId: null } });
  await cast.db.account.update({
    where: { username: 'bureau' },
    data: { personId: cast.other.id },
  });
  const refuse = async (username: string) =>
    cast.act(username, async (tx, by) =>
      refuseApplication(tx, by, await seen(cast, number), { reason: 'other', note: '试' }),
    );
  await expect(refuse('bureau')).rejects.toThrow('waivers.fault.own-case');
  await refuse('bureau2');
});

it('lets exactly one of two decisions win', async () => {
  const number = await caseAt(cast, 'bureau-review');
  const at = await seen(cast, number);
  const results = await Promise.allSettled([
    cast.act('bureau', (tx, by) =>
      approveApplication(tx, by, at, { reason: 'as-assessed', note: '' }),
    ),
    cast.act('bureau2', (tx, by) =>
      refuseApplication(tx, by, at, { reason: 'other', note: '不符' }),
    ),
  ]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const [lost] = results.filter((one) => one.status === 'rejected');
  expect(String(lost?.reason)).toContain('waivers.moved-meanwhile');
});

it('stops the clock of a notice for an objection, and goes on where it was dismissed', async () => {
  const number = await caseAt(cast, 'notice'); // from 2025-02-17, five working days: up to the 24th
  const grant = async (day: string) =>
    cast.act('bureau2', async (tx, by) => grantWaiver(tx, by, await seen(cast, number)), day);
  await expect(grant('2025-02-24')).rejects.toThrow('waivers.fault.on-notice');
  const objection = {
    number,
    ground: 'premises-not-used',
    text: '场地无人经营',
    lang: 'zh',
  } as const;
  const proven = { name: '某', phone: '13000000009', ticket: 'a-ticket' };
  const { id } = await cast.act('bureau', (tx) =>
    objectToApplication(tx, new Date('2025-02-20T02:00:00Z'), objection, proven),
  );
  expect(await caseOf(number)).toMatchObject({ pausedFrom: '2025-02-20', dueOn: '2025-03-06' });
  await expect(grant('2025-02-26')).rejects.toThrow('waivers.fault.objection-open');
  const dismiss = { upholds: false, answer: '经实地核查，正常经营' };
  const { version } = await seen(cast, number);
  await cast.act(
    'bureau2',
    (tx, by) => resolveObjection(tx, by, { id, version }, dismiss),
    '2025-02-27',
  );
  // On the 20th two working days were left: the 28th and the 3rd of March.
  expect(await caseOf(number)).toMatchObject({ noticeTo: '2025-03-04', dueOn: '2025-03-04' });
  await grant('2025-03-04');
  expect(await caseOf(number)).toMatchObject({ state: 'granted' });
});

it('takes back what lies after an early end, and all of it where a revocation says so', async () => {
  const number = await caseAt(cast, 'granted', { months: 3 });
  const waiver = await cast.db.waiver.findFirstOrThrow();
  const ending = { endedOn: '2025-04-16', reason: 'surrendered', note: '已搬离' } as const;
  await cast.act('founder2', (tx, by) => endWaiver(tx, by, waiver, ending), '2025-04-20');
  expect(sum(await waived())).toBe(26_786 + 50_000 + 25_000);
  await isSound();
  const revocation = { from: '2025-02-14', reason: 'false-statement', note: '材料不实' };
  const revoke = async (username: string) =>
    cast.act(
      username,
      async (tx, by) => revokeWaiver(tx, by, await seen(cast, number), revocation),
      '2025-05-06',
    );
  await expect(revoke('bureau')).rejects.toThrow('waivers.fault.judged-before');
  await revoke('bureau2');
  expect(sum(await waived())).toBe(0);
  await isSound();
  await cast.act(
    'founder2',
    async (tx, by) => askReconsideration(tx, by, await seen(cast, number), { note: '材料属实' }),
    '2025-05-07',
  );
  const restore = async (
    tx: Parameters<typeof restoreWaiver>[0],
    by: Parameters<typeof restoreWaiver>[1],
  ) => restoreWaiver(tx, by, await seen(cast, number), { note: '经复核属实' });
  await expect(cast.act('bureau2', restore, '2025-05-08')).rejects.toThrow(
    'waivers.fault.judged-before',
  );
  await cast.db.account.create({
    data: {
      username: 'bureau3',
      name: 'b',
      role: 'bureau-staff',
      passwordHash: '',
      createdAt: new Date(),
    },
  });
  await cast.act('bureau3', restore, '2025-05-08');
  expect(sum(await waived())).toBe(26_786 + 50_000 + 25_000);
  expect(await caseOf(number)).toMatchObject({ state: 'granted' });
  await isSound();
});

it('ends with the residency that it rests on', async () => {
  await caseAt(cast, 'granted', { months: 3 });
  const move = { ventureId: cast.ventureIds[1], toParkId: 2, movedOn: '2025-04-16', note: '' };
  await cast.act('bureau', (tx, by) => moveVenture(tx, by, move), '2025-04-20');
  expect(await cast.db.waiver.findFirstOrThrow()).toMatchObject({
    endedOn: '2025-04-16',
    endReason: 'moved',
  });
  expect(sum(await waived())).toBe(26_786 + 50_000 + 25_000);
  await isSound();
});

it('reconsiders a refusal once, by somebody else', async () => {
  const number = await caseAt(cast, 'bureau-review');
  const refusal = { reason: 'other', note: '材料存疑' };
  await cast.act(
    'bureau',
    async (tx, by) => refuseApplication(tx, by, await seen(cast, number), refusal),
    '2025-02-18',
  );
  const ask = (day: string) =>
    cast.act(
      'founder2',
      async (tx, by) => askReconsideration(tx, by, await seen(cast, number), { note: '补充说明' }),
      day,
    );
  await expect(ask('2025-03-20')).rejects.toThrow('waivers.fault.too-late');
  await ask('2025-03-18');
  const overturn = async (username: string) =>
    cast.act(
      username,
      async (tx, by) =>
        overturnRefusal(tx, by, await seen(cast, number), { reason: 'new-proof', note: '' }),
      '2025-03-19',
    );
  await expect(overturn('bureau')).rejects.toThrow('waivers.fault.judged-before');
  await overturn('bureau2');
  expect(await caseOf(number)).toMatchObject({ state: 'notice' });
});

it('upholds a refusal, which is then the end of it', async () => {
  const number = await caseAt(cast, 'bureau-review');
  await cast.act('bureau', async (tx, by) =>
    refuseApplication(tx, by, await seen(cast, number), { reason: 'other', note: '材料存疑' }),
  );
  const ask = async () =>
    cast.act('founder2', async (tx, by) =>
      askReconsideration(tx, by, await seen(cast, number), { note: '补充' }),
    );
  await ask();
  await cast.act('bureau2', async (tx, by) =>
    upholdDecision(tx, by, await seen(cast, number), { reason: 'nothing-new', note: '维持' }),
  );
  expect(await caseOf(number)).toMatchObject({ state: 'refused' });
  await expect(ask()).rejects.toThrow('waivers.reconsidered-already');
});

it('refuses a decision that differs from the assessment unless it says why', async () => {
  // founder2 belongs to no key group.
  const number = await caseAt(cast, 'bureau-review', { policyCode: 'rent-subsidy', months: 12 });
  const approve = (determination: { reason: string; note: string }) =>
    cast.act(
      'bureau',
      async (tx, by) => approveApplication(tx, by, await seen(cast, number), determination),
      '2025-02-17',
    );
  await expect(approve({ reason: 'as-assessed', note: '' })).rejects.toThrow(
    'waivers.fault.differs',
  );
  await approve({ reason: 'hardship', note: '因灾困难，经集体研究' });
  const step = (await caseOf(number)).steps.find(({ move }) => move === 'approve');
  expect(step?.outcome).toMatchObject({ decision: 'grant', eligible: false, failed: ['category'] });
});

it('is withdrawn by the founder alone, before it is decided', async () => {
  const number = await caseAt(cast, 'county-review');
  const withdraw = async (username: string) =>
    cast.act(username, async (tx, by) =>
      withdrawApplication(tx, by, await seen(cast, number), { note: '' }),
    );
  await expect(withdraw('park1')).rejects.toMatchObject({ status: 403 });
  await withdraw('founder2');
  await expect(withdraw('founder2')).rejects.toThrow('waivers.not-at-this-step');
  const accept = cast.act('park1', async (tx, by) =>
    acceptApplication(tx, by, await seen(cast, number)),
  );
  await expect(accept).rejects.toThrow('waivers.not-at-this-step');
});
