import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMonths, monthsBetween } from '../../src/calendar/days.js';
import type { Tx } from '../../src/database/database.js';
import type { Actor } from '../../src/history/actor.js';
import { Conflict, Refusal } from '../../src/language/refusal.js';
import { compareRecords } from '../../src/ledger/compare-records.js';
import { applyAnswer } from '../../src/payments/batches/apply-answer.js';
import { gatherBatch, payableClaims } from '../../src/payments/batches/gather-batch.js';
import { answerResults } from '../../src/payments/batches/read-answer.js';
import { cancelBatch, releaseBatch } from '../../src/payments/batches/release-batch.js';
import { beginClaim } from '../../src/payments/claims/begin-claim.js';
import { checkClaim } from '../../src/payments/claims/check-claim.js';
import { approveClaim, refuseClaim, returnClaim } from '../../src/payments/claims/decide-claim.js';
import { addReceipt } from '../../src/payments/claims/receipts.js';
import { submitClaim } from '../../src/payments/claims/submit-claim.js';
import { withdrawClaim } from '../../src/payments/claims/withdraw-claim.js';
import { confirmPayee } from '../../src/payments/payees/decide-payee.js';
import { enterPayee } from '../../src/payments/payees/enter-payee.js';
import { enterRepayment } from '../../src/payments/recoveries/enter-repayment.js';
import { dueOfClaim } from '../../src/payments/recoveries/recoveries.js';
import { findMergeable, markOfRecords } from '../../src/ventures/merging/find-mergeable.js';
import { mergeVentures } from '../../src/ventures/merging/merge-ventures.js';
import { undoMerge } from '../../src/ventures/merging/undo-merge.js';
import { restateMonths } from '../../src/waivers/waiver-months.js';
import { Forbidden } from '../../src/web/errors.js';
import { someVentures } from '../ledger/network.js';
import {
  aGrant,
  aPayee,
  county,
  holderOf,
  monthsOf,
  otherCard,
  type Payments,
  receiptOf,
  someCard,
  startPayments,
} from './cast.js';

const from = '2024-06';
const most = 8;
const fen = 10_000;
const months = monthsBetween(from, addMonths(from, most - 1));
const n = fc.nat(1000);
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('claim' as const), at: n, to: n, show: n }),
  },
  { weight: 14, arbitrary: fc.record({ kind: fc.constant('advance' as const), at: n }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pay' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('return' as const), at: n }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refuse' as const), at: n }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), at: n }) },
  { weight: 6, arbitrary: fc.constant({ kind: 'gather' as const }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('release' as const), at: n }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), at: n }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      at: n,
      result: fc.constantFrom(...answerResults),
      file: fc.nat(2),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('regrant' as const), left: fc.nat(most) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('repay' as const), at: n, part: n }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'merge' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'part' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('account' as const), other: fc.boolean() }),
  },
);
const beginning: Step[] = [
  { kind: 'account', other: false },
  { kind: 'claim', at: 0, to: 2, show: 2 },
  { kind: 'pay' },
  { kind: 'gather' },
  { kind: 'release', at: 0 },
];
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

let cast: Payments;
beforeAll(async () => {
  cast = await startPayments();
  await aPayee(cast);
});
afterAll(() => cast.close());

type Life = { grantId: number };

/** What one step asks of the verbs; what they refuse does not happen. */
async function take({ grantId }: Life, one: Step): Promise<void> {
  const { db } = cast;
  const act = (username: string, verb: (tx: Tx, by: Actor) => Promise<unknown>) =>
    cast.act(username, verb);
  const pick = <T>(rows: readonly T[], at: number): T | undefined => rows[at % (rows.length || 1)];
  const claims = await db.subsidyClaim.findMany({
    where: { waiverId: grantId },
    orderBy: { id: 'asc' },
  });
  const batches = await db.paymentBatch.findMany({
    where: { lines: { some: { claim: { waiverId: grantId } } } },
    include: { lines: true },
    orderBy: { id: 'asc' },
  });
  switch (one.kind) {
    case 'claim': {
      const first = one.at % months.length;
      const last = first + (one.to % (months.length - first));
      const shown = (1 + (one.show % 3)) * fen;
      return void (await act('founder2', async (tx, by) => {
        const number = await beginClaim(tx, by, {
          waiverId: grantId,
          from: months[first] as string,
          to: months[last] as string,
        });
        const { id } = await tx.subsidyClaim.findUniqueOrThrow({ where: { number } });
        await addReceipt(tx, by, receiptOf(id, shown));
      }));
    }
    case 'advance': {
      const open = claims.filter(({ state }) =>
        ['draft', 'returned', 'submitted', 'checked'].includes(state),
      );
      const claim = pick(open, one.at);
      if (!claim) return;
      const seen = { id: claim.id, version: claim.version };
      if (claim.state === 'submitted')
        await act('park1', (tx, by) => checkClaim(tx, by, seen, { note: '' }));
      else if (claim.state === 'checked')
        await act('putuo', (tx, by) => approveClaim(tx, by, seen, { note: '' }));
      else await act('founder2', (tx, by) => submitClaim(tx, by, seen));
      return;
    }
    case 'return':
    case 'refuse':
    case 'withdraw': {
      const claim = pick(claims, one.at);
      if (!claim) return;
      const note = { note: '再核对' };
      if (one.kind === 'withdraw') await act('founder2', (tx, by) => withdrawClaim(tx, by, claim));
      else if (one.kind === 'refuse')
        await act('putuo', (tx, by) => refuseClaim(tx, by, claim, note));
      else
        await act(claim.state === 'submitted' ? 'park1' : 'putuo', (tx, by) =>
          returnClaim(tx, by, claim, note),
        );
      return;
    }
    case 'pay': {
      // The usual way, from wherever the claims stand.
      for (const claim of claims.filter(({ state }) => ['draft', 'returned'].includes(state)))
        await act('founder2', (tx, by) => submitClaim(tx, by, claim));
      const open = { waiverId: grantId };
      for (const claim of await db.subsidyClaim.findMany({
        where: { ...open, state: 'submitted' },
      }))
        await act('park1', (tx, by) => checkClaim(tx, by, claim, { note: '' }));
      for (const claim of await db.subsidyClaim.findMany({ where: { ...open, state: 'checked' } }))
        await act('putuo', (tx, by) => approveClaim(tx, by, claim, { note: '' }));
      return;
    }
    case 'gather':
      return void (await act('putuo', async (tx, by) => {
        const payable = await payableClaims(tx, county);
        const own = new Set(claims.map(({ id }) => id));
        const claimIds = payable.filter(({ id }) => own.has(id)).map(({ id }) => id);
        await gatherBatch(tx, by, { regionCode: county, claimIds });
      }));
    case 'release':
    case 'cancel': {
      const batch = pick(
        batches.filter(({ state }) => state === 'gathered'),
        one.at,
      );
      const verb = one.kind === 'release' ? releaseBatch : cancelBatch;
      if (batch) await act('bureau', (tx, by) => verb(tx, by, batch));
      return;
    }
    case 'answer': {
      const batch = pick(batches, one.at);
      if (!batch) return;
      const rows = batch.lines.map((line, row) => ({
        row: row + 2,
        number: line.number,
        fen: line.fen,
        result: one.result,
        on: '2025-02-14',
        reason: '',
      }));
      const sha256 = `${batch.id} ${one.result} ${one.file}`;
      return void (await act('bureau', (tx, by) =>
        applyAnswer(tx, by, { batchId: batch.id, sha256, rows }),
      ));
    }
    case 'regrant': {
      // A revocation takes months back, a restoration gives them again.
      const waiver = await db.waiver.findUniqueOrThrow({ where: { id: grantId } });
      const left = monthsOf(from, one.left, fen);
      return void (await act('bureau', (tx, by) => restateMonths(tx, by, waiver, left)));
    }
    case 'repay': {
      const claim = pick(claims, one.at);
      if (!claim) return;
      const due = (await dueOfClaim(db, claim.id)).reduce((sum, row) => sum + row.due, 0);
      if (due === 0) return;
      const back = one.part % 2 === 0 ? due : 1 + (one.part % due);
      const what = { claimId: claim.id, fen: back, receivedOn: '2025-02-14', note: '' };
      return void (await act('putuo', (tx, by) => enterRepayment(tx, by, what)));
    }
    case 'merge': {
      const { ventureId: otherId } = await db.waiver.findUniqueOrThrow({ where: { id: grantId } });
      const day = new Date('2025-02-14T02:00:00Z');
      await cast.act('bureau', async (tx) => {
        const by = { accountId: null, at: day };
        const [ownId = 0] = await someVentures(tx, by, 1, 1);
        const choices = { fields: [], stays: 'other', months: [], leases: [] } as const;
        const seen = markOfRecords(await findMergeable(tx, ownId, otherId));
        await mergeVentures(tx, by, { ownId, otherId, choices, seen, reason: '同一家' });
      });
      return;
    }
    case 'part': {
      const { ventureId } = await db.waiver.findUniqueOrThrow({ where: { id: grantId } });
      const merge = await db.ventureMerge.findFirst({
        where: { survivorId: ventureId, undoneAt: null },
        orderBy: { id: 'desc' },
      });
      if (!merge) return;
      await cast.act('bureau', (tx, by) =>
        undoMerge(tx, { ...by, accountId: null }, { mergeId: merge.id, reason: '不是同一家' }),
      );
      return;
    }
    case 'account': {
      const { ventureId } = await db.waiver.findUniqueOrThrow({ where: { id: grantId } });
      await act('founder2', async (tx, by) => {
        const card = { kind: 'card', holder: holderOf, bank: 'icbc', branch: '' } as const;
        const number = one.other ? otherCard : someCard;
        const input = { ...card, number, ventureId, consent: 'self' } as const;
        await enterPayee(tx, by, cast.keys, input);
      });
      const row = await db.payeeAccount.findFirst({ where: { ventureId, state: 'proposed' } });
      if (row)
        await act('bureau', (tx, by) => confirmPayee(tx, by, { ventureId, number: row.number }));
    }
  }
}

/** Of each month of a grant what was paid and did not come back, over all claims. */
async function netByMonth(grantId: number): Promise<Map<string, number>> {
  const claims = await cast.db.subsidyClaim.findMany({
    where: { waiverId: grantId },
    include: { months: true, lines: true, repayments: true },
  });
  const net = new Map<string, number>();
  const add = (month: string, amount: number) => net.set(month, (net.get(month) ?? 0) + amount);
  for (const { months: own, lines, repayments } of claims) {
    const paid = lines.filter(({ state }) => state === 'paid').length;
    for (const row of own) add(row.month, paid * row.fen);
    for (const row of repayments) add(row.month, -row.fen);
  }
  return net;
}

test('no month of a grant is paid above what was granted for it, and the ledger has what was paid', async () => {
  // A venture that went into another is that one from then on.
  let homeId = cast.ventureIds[1];
  // Rent of the same months is waived beside what is paid, and stays so whatever is merged.
  const beside = { ventureId: homeId, personId: cast.other.id, from, months: most, fen: 777 };
  const { id: waivedId } = await aGrant(cast, { ...beside, form: 'waiver' });
  const claimsRent = { waiverId: waivedId, from, to: from };
  await expect(
    cast.act('founder2', (tx, by) => beginClaim(tx, by, claimsRent)),
  ).rejects.toMatchObject({ faults: [{ key: 'payments.claim.no-subsidy' }] });
  const seen = { paid: 0, returned: 0, repaid: 0, merged: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async (steps) => {
      const ventureId = homeId;
      const { id: grantId } = await aGrant(cast, {
        ventureId,
        personId: cast.other.id,
        from,
        months: most,
        fen,
      });
      // Each life begins with a payment on its way, to an account: what comes after is left to chance.
      for (const one of [...beginning, ...steps]) {
        try {
          await take({ grantId }, one);
        } catch (error) {
          const isRefused =
            error instanceof Refusal || error instanceof Conflict || error instanceof Forbidden;
          if (!isRefused) throw error;
        }
        for (const [month, net] of await netByMonth(grantId))
          expect([month, net <= fen, net >= 0]).toEqual([month, true, true]);
      }
      const { ventureId: nowId } = await cast.db.waiver.findUniqueOrThrow({
        where: { id: grantId },
      });
      const claims = await cast.db.subsidyClaim.findMany({
        where: { waiver: { ventureId: nowId } },
        include: { lines: true, repayments: true },
      });
      const paid = claims.flatMap(({ lines }) => lines.filter(({ state }) => state === 'paid'));
      const back = claims.flatMap(({ repayments }) => repayments);
      const entries = await cast.db.ledgerEntry.findMany({
        where: { ventureId: nowId, measure: 'subsidy-paid' },
      });
      const sum = (rows: { fen: number }[]) => rows.reduce((total, row) => total + row.fen, 0);
      expect(entries.reduce((total, { amount }) => total + Number(amount), 0)).toBe(
        sum(paid) - sum(back),
      );
      const waived = await cast.db.ledgerEntry.findMany({
        where: { ventureId: nowId, measure: 'waived-rent' },
      });
      expect(waived.reduce((total, { amount }) => total + Number(amount), 0)).toBe(most * 777);
      homeId = nowId;
      if (paid.length > 0) seen.paid += 1;
      if (back.length > 0) seen.repaid += 1;
      if (nowId !== ventureId) seen.merged += 1;
      if (claims.some(({ lines }) => lines.some(({ state }) => state === 'returned')))
        seen.returned += 1;
    }),
    { numRuns: 25 },
  );
  expect(await compareRecords(cast.db)).toEqual([]);
  expect(seen.paid).toBeGreaterThan(0);
  expect(seen.returned).toBeGreaterThan(0);
  expect(seen.merged).toBeGreaterThan(0);
}, 300_000);
