import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareRecords } from '../../src/ledger/compare-records.js';
import { totalOf } from '../../src/ledger/totals.js';
import { cancelBatch } from '../../src/payments/batches/release-batch.js';
import { enterRepayment } from '../../src/payments/recoveries/enter-repayment.js';
import { restateMonths } from '../../src/waivers/waiver-months.js';
import {
  aBatch,
  answerAll,
  aPayee,
  batchIn,
  claimAt,
  claimIn,
  monthsOf,
  type Payments,
  startPayments,
} from './cast.js';

let cast: Payments;
beforeEach(async () => {
  cast = await startPayments();
  await aPayee(cast);
});
afterEach(() => cast.close());

const sums = async () => {
  const scope = { kind: 'network' } as const;
  const of = (measure: 'subsidy-granted' | 'subsidy-claimed' | 'subsidy-paid' | 'waived-rent') =>
    totalOf(cast.db, { measure, scope, asOf: '2030-01-01' });
  return {
    granted: await of('subsidy-granted'),
    claimed: await of('subsidy-claimed'),
    paid: await of('subsidy-paid'),
    waived: await of('waived-rent'),
  };
};

describe('what is paid', () => {
  it('is granted, claimed and paid in the ledger, and is never waived rent', async () => {
    expect(await sums()).toEqual({ granted: 600_000, claimed: 0, paid: 0, waived: 0 });
    await claimAt(cast, 'approved');
    expect(await sums()).toMatchObject({ claimed: 150_000, paid: 0 });
    const batch = await aBatch(cast);
    expect((await sums()).paid).toBe(0);
    expect(await answerAll(cast, batch, 'paid')).toBe(1);
    expect(await sums()).toEqual({ granted: 600_000, claimed: 150_000, paid: 150_000, waived: 0 });
    expect(await compareRecords(cast.db)).toEqual([]);
  });

  it('changes nothing where the same answer is read again', async () => {
    await claimAt(cast, 'approved');
    const batch = await aBatch(cast);
    await answerAll(cast, batch, 'paid');
    const entries = await cast.db.ledgerEntry.count();
    expect(await answerAll(cast, batch, 'paid')).toBe(0);
    expect(await answerAll(cast, batch, 'paid', { sha256: 'saved again' })).toBe(0);
    expect(await cast.db.ledgerEntry.count()).toBe(entries);
  });

  it('is paid again by a line of its own where the bank failed or returned it', async () => {
    await claimAt(cast, 'approved');
    const first = await aBatch(cast);
    await answerAll(cast, first, 'failed');
    const second = await aBatch(cast);
    await answerAll(cast, second, 'paid');
    await answerAll(cast, second, 'returned');
    expect((await sums()).paid).toBe(0);
    const third = await aBatch(cast);
    await answerAll(cast, third, 'paid');
    expect((await sums()).paid).toBe(150_000);
    const lines = await cast.db.paymentLine.findMany({ orderBy: { id: 'asc' } });
    expect(lines.map(({ state }) => state)).toEqual(['failed', 'returned', 'paid']);
    expect(lines.map(({ replacesId }) => replacesId)).toEqual([null, lines[0]?.id, lines[1]?.id]);
    // What the first batch says later cannot be true: it was paid under another number.
    await expect(answerAll(cast, first, 'paid', { sha256: 'a correction' })).rejects.toMatchObject({
      faults: [{ key: 'payments.answer.rows' }],
    });
    expect(await compareRecords(cast.db)).toEqual([]);
  });

  it('cannot stand in two living lines or claims, whoever writes them', async () => {
    const number = await claimAt(cast, 'approved');
    await aBatch(cast);
    const line = await cast.db.paymentLine.findFirstOrThrow();
    const { id: _, number: __, ...copy } = line;
    await expect(
      cast.db.paymentLine.create({ data: { ...copy, number: 'P2025-999999' } }),
    ).rejects.toMatchObject({ code: 'P2002' });
    const month = await cast.db.subsidyClaimMonth.findFirstOrThrow({
      where: { claim: { number } },
    });
    const other = await cast.db.subsidyClaim.create({
      data: {
        number: 'C2025-9999',
        waiverId: cast.grant.id,
        fromMonth: '2025-02',
        toMonth: '2025-02',
        state: 'draft',
        begunAt: new Date(),
      },
    });
    await expect(
      cast.db.subsidyClaimMonth.create({
        data: { claimId: other.id, waiverId: month.waiverId, month: month.month },
      }),
    ).rejects.toMatchObject({ code: 'P2002' });
  });

  it('can be gathered again after a batch was cancelled, and not before', async () => {
    await claimAt(cast, 'approved');
    const batch = await aBatch(cast, false);
    await expect(aBatch(cast, false)).rejects.toMatchObject({
      faults: [{ key: 'payments.batch.none' }],
    });
    await cast.act('putuo', async (tx, by) => cancelBatch(tx, by, await batchIn(tx, batch)));
    await aBatch(cast);
    expect(await cast.db.paymentLine.count()).toBe(2);
  });

  it('is to be paid back where its months are revoked, and is less once it came', async () => {
    const number = await claimAt(cast, 'approved');
    await answerAll(cast, await aBatch(cast), 'paid');
    await cast.act('bureau', (tx, by) =>
      restateMonths(
        tx,
        by,
        {
          id: cast.grant.id,
          parkId: 1,
          ventureId: cast.ventureIds[1],
          beganOn: '2024-11-01',
          form: 'subsidy',
        },
        monthsOf('2024-11', 1, 50_000),
      ),
    );
    const back = (fen: number) =>
      cast.act('putuo', async (tx, by) =>
        enterRepayment(tx, by, {
          claimId: (await claimIn(tx, number)).id,
          fen,
          receivedOn: '2025-02-14',
          note: '',
        }),
      );
    await expect(back(100_001)).rejects.toMatchObject({
      faults: [{ key: 'payments.recovery.at-most' }],
    });
    await back(60_000);
    await back(40_000);
    await expect(back(1)).rejects.toMatchObject({ faults: [{ field: 'fen' }] });
    expect(await sums()).toMatchObject({ granted: 50_000, paid: 50_000 });
    expect(await compareRecords(cast.db)).toEqual([]);
  });
});
