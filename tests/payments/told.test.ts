import { afterEach, beforeEach, expect, it } from 'vitest';
import { enterRepayment } from '../../src/payments/recoveries/enter-repayment.js';
import { endWaiver } from '../../src/waivers/end-waiver.js';
import { enterOffice } from '../../src/waivers/letters/enter-office.js';
import { lastNumbers } from '../../src/waivers/letters/last-numbers.js';
import { nextInSeries } from '../../src/waivers/letters/letter-issuer.js';
import { plain } from '../waivers/pages.js';
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
