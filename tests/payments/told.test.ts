import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { enterRepayment } from '../../src/payments/recoveries/enter-repayment.js';
import { endWaiver } from '../../src/waivers/end-waiver.js';
import { enterOffice } from '../../src/waivers/letters/enter-office.js';
import { lastNumbers } from '../../src/waivers/letters/last-numbers.js';
import { nextInSeries } from '../../src/waivers/letters/letter-issuer.js';
import { plain } from '../waivers/pages.js';
import { Client } from '../web/client.js';
import {
  aBatch,
  answerAll,
  aPayee,
  claimAt,
  claimIn,
  county,
  type Payments,
  startPayments,
} from './cast.js';

const codesOfEarlier = readFileSync(
  'prisma/migrations/20261402000000_codes_of_earlier_payments/migration.sql',
  'utf8',
);

let cast: Payments;
beforeEach(async () => {
  cast = await startPayments();
  await aPayee(cast);
});
afterEach(() => cast.close());

const office = { regionCode: county, nameZh: '普陀区人社局', nameEn: 'Putuo bureau' };
const numbered = () =>
  cast.act('bureau', (tx, by) =>
    enterOffice(tx, by, { ...office, series: '普人社补', fromOn: '2025-02-14' }),
  );
const nextNumber = () => cast.act('bureau', (tx) => nextInSeries(tx, '普人社补', 2025));
/** What founder2 was told, the newest first. */
const messages = async () => plain((await (await cast.as('founder2')).get('/messages')).text);

it('numbers the notice of a payment in the series of its office, which its letters go on in', async () => {
  await numbered();
  expect(await nextNumber()).toMatchObject({ ordinal: 1 });
  const number = await claimAt(cast, 'approved');
  const batch = await aBatch(cast);
  await answerAll(cast, batch, 'paid');
  const notice = async () =>
    plain((await (await cast.as('founder2')).get(`/payments/claims/${number}/notice`)).text);
  expect(await notice()).toContain('普人社补〔2025〕1号');
  expect(await nextNumber()).toMatchObject({ ordinal: 2 });
  expect(await lastNumbers(cast.db)).toEqual([
    { series: '普人社补', seriesYear: 2025, ordinal: 1 },
  ]);
  await answerAll(cast, batch, 'paid', { sha256: 'the same again' });
  expect(await nextNumber()).toMatchObject({ ordinal: 2 });
  const change = cast.db.paymentLine.updateMany({ data: { ordinal: 7 } });
  await expect(change).rejects.toThrow('keeps its document number');
});

it('is checked by anyone who holds its paper, by either number, and found by both', async () => {
  await numbered();
  const number = await claimAt(cast, 'approved');
  const batch = await aBatch(cast);
  await answerAll(cast, batch, 'paid');
  const line = await cast.db.paymentLine.findFirstOrThrow();
  const code = line.checkCode ?? '';
  const founder = await cast.as('founder2');
  const notice = plain((await founder.get(`/payments/claims/${number}/notice`)).text);
  expect([code.length, notice.includes(code)]).toEqual([11, true]);
  const nobody = new Client(cast.base);
  await nobody.get('/track/letters');
  const check = (of: string, typed: string) =>
    nobody.post('/track/letters', { number: of, code: typed });
  for (const of of ['普人社补〔2025〕1号', line.number]) {
    const checked = plain((await check(of, code.toLowerCase().replace('-', ' '))).text);
    for (const words of ['核验一致', '普陀区人社局', '普人社补〔2025〕1号', line.number, '已拨付'])
      expect(checked, of).toContain(words);
    expect((await check(of, 'ABCDE-FGHJK')).status).toBe(422);
    const found = plain((await founder.get(`/find?q=${encodeURIComponent(of)}`)).text);
    expect(found, of).toContain(`/payments/claims/${number}`);
    const others = await (await cast.as('founder1')).get(`/find?q=${encodeURIComponent(of)}`);
    expect(plain(others.text)).not.toContain(`/payments/claims/${number}`);
  }
  await answerAll(cast, batch, 'paid', { sha256: 'the same again' });
  expect((await cast.db.paymentLine.findFirstOrThrow()).checkCode).toBe(code);
  const change = cast.db.paymentLine.updateMany({ data: { checkCode: 'other' } });
  await expect(change).rejects.toThrow('keeps its check code');
});

it('has a code where it was paid before there were any, and none where nothing was paid', async () => {
  await claimAt(cast, 'approved');
  await answerAll(cast, await aBatch(cast), 'paid');
  await cast.db.$executeRawUnsafe('DROP TRIGGER "PaymentLine_keeps_check"');
  const codes = new Set<string | null>();
  for (let time = 0; time < 3; time += 1) {
    await cast.db.paymentLine.updateMany({ data: { checkCode: null } });
    await cast.db.$executeRawUnsafe(codesOfEarlier);
    codes.add((await cast.db.paymentLine.findFirstOrThrow()).checkCode);
  }
  expect(codes.size).toBe(3);
  for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{5}-[A-HJKMNP-Z2-9]{5}$/);
  const unpaid = { checkCode: null, paidOn: null, state: 'sent' };
  await cast.db.paymentLine.updateMany({ data: unpaid });
  await cast.db.$executeRawUnsafe(codesOfEarlier);
  expect((await cast.db.paymentLine.findFirstOrThrow()).checkCode).toBeNull();
});

it('has the number of the payment where the office has no series', async () => {
  const number = await claimAt(cast, 'approved');
  await answerAll(cast, await aBatch(cast), 'paid');
  const { number: line, ordinal } = await cast.db.paymentLine.findFirstOrThrow();
  const notice = await (await cast.as('founder2')).get(`/payments/claims/${number}/notice`);
  expect([ordinal, plain(notice.text).includes(line)]).toEqual([null, true]);
});

it('tells the founder, with the sum, of a payment and of its return by the bank', async () => {
  await claimAt(cast, 'approved');
  const batch = await aBatch(cast);
  await answerAll(cast, batch, 'paid');
  expect(await messages()).toContain('已拨付 1,500.00 元');
  await answerAll(cast, batch, 'returned');
  const told = await messages();
  expect(told).toContain('补贴被银行退回');
  expect(told).toContain('1,500.00 元付出后被银行退回：账号有误');
});

it('tells the founder, with the sum, what is to be paid back and what of it arrived', async () => {
  const number = await claimAt(cast, 'approved');
  await answerAll(cast, await aBatch(cast), 'paid');
  const { id, version } = await cast.db.waiver.findUniqueOrThrow({ where: { id: cast.grant.id } });
  const ending = { endedOn: '2024-11-01', reason: 'surrendered', note: '不再需要' } as const;
  await cast.act('bureau', (tx, by) => endWaiver(tx, by, { id, version }, ending));
  const told = await messages();
  expect(told).toContain('请退回补贴');
  expect(told).toContain('已领取的 1,500.00 元应当退回');
  await cast.act('putuo', async (tx, by) =>
    enterRepayment(tx, by, {
      claimId: (await claimIn(tx, number)).id,
      fen: 40_000,
      receivedOn: '2025-02-14',
      note: '',
    }),
  );
  expect(await messages()).toContain('退回的 400.00 元已到账登记');
});

it('asks for nothing back of what was never paid', async () => {
  const { id, version } = await cast.db.waiver.findUniqueOrThrow({ where: { id: cast.grant.id } });
  const ending = { endedOn: '2024-11-01', reason: 'surrendered', note: '不再需要' } as const;
  await cast.act('bureau', (tx, by) => endWaiver(tx, by, { id, version }, ending));
  expect(await messages()).not.toContain('请退回补贴');
});
