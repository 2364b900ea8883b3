import type { Tx } from '../../src/database/database.js';
import { applyAnswer } from '../../src/payments/batches/apply-answer.js';
import { gatherBatch } from '../../src/payments/batches/gather-batch.js';
import { cancelBatch, releaseBatch } from '../../src/payments/batches/release-batch.js';
import { beginClaim } from '../../src/payments/claims/begin-claim.js';
import { checkClaim } from '../../src/payments/claims/check-claim.js';
import { approveClaim, refuseClaim, returnClaim } from '../../src/payments/claims/decide-claim.js';
import type { SeenClaim } from '../../src/payments/claims/find-claim.js';
import { addReceipt, openReceipt, removeReceipt } from '../../src/payments/claims/receipts.js';
import { submitClaim } from '../../src/payments/claims/submit-claim.js';
import { withdrawClaim } from '../../src/payments/claims/withdraw-claim.js';
import { confirmPayee, refusePayee, removePayee } from '../../src/payments/payees/decide-payee.js';
import { enterPayee } from '../../src/payments/payees/enter-payee.js';
import { showPayee } from '../../src/payments/payees/show-payee.js';
import { enterRepayment } from '../../src/payments/recoveries/enter-repayment.js';
import type { Acts, InTransaction, Stranger } from './kinds.js';
import { usualStrangers } from './kinds.js';
import type { World } from './world.js';

const reason = '测试';
const month = '2026-10';

/** The account of the venture, in a state. @returns its number */
async function aPayee({ ventureId, at, accountId }: World, tx: Tx, state: string): Promise<number> {
  const { id } = await tx.payeeAccount.create({
    data: {
      number: `K2026-9${state}`,
      ventureId,
      kind: 'card',
      holder: '某人',
      bank: 'icbc',
      sealed: new Uint8Array(40),
      keyId: 'k',
      lookup: '0',
      lookupKeyId: 'k',
      lastFour: '0000',
      state,
      consent: 'paper',
      enteredAt: at,
      enteredById: accountId,
    },
  });
  return id;
}

/** A claim of the grant, brought to a state, with a receipt. */
async function aClaim({ waiver, at, proof }: World, tx: Tx, state: string): Promise<SeenClaim> {
  await tx.waiver.update({ where: { id: waiver.id }, data: { form: 'subsidy' } });
  const { id, version } = await tx.subsidyClaim.create({
    data: {
      number: 'C2026-9999',
      waiverId: waiver.id,
      fromMonth: month,
      toMonth: month,
      fen: 100,
      state,
      begunAt: at,
      months: { create: { waiverId: waiver.id, month, fen: 100 } },
      receipts: { create: { proofFileId: proof.id, fen: 100, paidOn: '2026-10-01', addedAt: at } },
    },
  });
  return { id, version };
}

/** The county that pays for the park. */
async function countyOf({ parkId }: World, tx: Tx): Promise<string> {
  const { region } = await tx.park.findUniqueOrThrow({
    where: { id: parkId },
    select: { region: true },
  });
  return region.kind === 'county' ? region.code : (region.parentCode ?? region.code);
}

/** A batch with the claim in it. */
async function aBatch(world: World, tx: Tx, state: 'gathered' | 'released') {
  const claim = await aClaim(world, tx, 'approved');
  const payeeId = await aPayee(world, tx, 'active');
  const regionCode = await countyOf(world, tx);
  const { id, version } = await tx.paymentBatch.create({
    data: {
      number: 'B2026-9999',
      regionCode,
      state,
      madeAt: world.at,
      madeById: world.accountId,
      lines: {
        create: {
          number: 'P2026-999999',
          claimId: claim.id,
          payeeId,
          fen: 100,
          state: state === 'gathered' ? 'gathered' : 'sent',
        },
      },
    },
  });
  return { id, version };
}

type OnClaim = (tx: Tx, by: Stranger, seen: SeenClaim, world: World) => unknown;
const onClaim =
  (state: string, act: OnClaim): InTransaction =>
  async (world, tx, by) =>
    act(tx, by, await aClaim(world, tx, state), world);

/** Verbs of payments as a stranger would call them. The bureau pays; what the park checks it does not. */
export const payments: Acts = {
  enterPayee: ({ ventureId, keys }, tx, by) =>
    enterPayee(tx, by, keys, {
      ventureId,
      kind: 'card',
      holder: '某人',
      bank: 'icbc',
      branch: '',
      number: '6222020200112230',
      consent: 'paper',
    }),
  confirmPayee: async (world, tx, by) => {
    await aPayee(world, tx, 'proposed');
    await confirmPayee(tx, by, { ventureId: world.ventureId, number: 'K2026-9proposed' });
  },
  refusePayee: async (world, tx, by) => {
    await aPayee(world, tx, 'proposed');
    const { ventureId } = world;
    await refusePayee(tx, by, { ventureId, number: 'K2026-9proposed', reason });
  },
  removePayee: async (world, tx, by) => {
    await aPayee(world, tx, 'active');
    await removePayee(tx, by, { ventureId: world.ventureId, number: 'K2026-9active' });
  },
  showPayee: async (world, tx, by) => {
    await aPayee(world, tx, 'active');
    const { ventureId, keys } = world;
    await showPayee(tx, by, keys, { ventureId, number: 'K2026-9active', reason });
  },
  beginClaim: async ({ waiver }, tx, by) => {
    await tx.waiver.update({ where: { id: waiver.id }, data: { form: 'subsidy' } });
    await beginClaim(tx, by, { waiverId: waiver.id, from: month, to: month });
  },
  addReceipt: {
    act: onClaim('draft', (tx, by, { id: claimId }) =>
      addReceipt(tx, by, {
        claimId,
        fen: 100,
        paidOn: '2026-10-01',
        name: 'a.pdf',
        mediaType: 'application/pdf',
        stored: { storedAs: 'a', size: 1, sha256: 'a', sealedSha256: 'a', keyId: 'k' },
      }),
    ),
    strangers: [...usualStrangers, 'bureau'],
  },
  removeReceipt: {
    act: onClaim('draft', async (tx, by, { id: claimId }) => {
      const { id } = await tx.subsidyReceipt.findFirstOrThrow({ where: { claimId } });
      await removeReceipt(tx, by, { id, claimId });
    }),
    strangers: [...usualStrangers, 'bureau'],
  },
  openReceipt: {
    on: ({ folder, keys }, db, by) =>
      openReceipt(db, by, { folder, keys }, { number: 'C2026-9999', id: 1 }),
  },
  submitClaim: {
    act: onClaim('draft', submitClaim),
    strangers: [...usualStrangers, 'bureau'],
  },
  checkClaim: {
    act: onClaim('submitted', (tx, by, seen) => checkClaim(tx, by, seen, { note: '' })),
    strangers: [...usualStrangers, 'bureau'],
  },
  approveClaim: onClaim('checked', (tx, by, seen) => approveClaim(tx, by, seen, { note: '' })),
  refuseClaim: onClaim('checked', (tx, by, seen) => refuseClaim(tx, by, seen, { note: reason })),
  returnClaim: onClaim('checked', (tx, by, seen) => returnClaim(tx, by, seen, { note: reason })),
  withdrawClaim: {
    act: onClaim('submitted', withdrawClaim),
    strangers: [...usualStrangers, 'bureau'],
  },
  gatherBatch: async (world, tx, by) => {
    const { id } = await aClaim(world, tx, 'approved');
    await aPayee(world, tx, 'active');
    const regionCode = await countyOf(world, tx);
    await gatherBatch(tx, by, { regionCode, claimIds: [id] });
  },
  releaseBatch: async (world, tx, by) => releaseBatch(tx, by, await aBatch(world, tx, 'gathered')),
  cancelBatch: async (world, tx, by) => cancelBatch(tx, by, await aBatch(world, tx, 'gathered')),
  applyAnswer: async (world, tx, by) => {
    const { id: batchId } = await aBatch(world, tx, 'released');
    await applyAnswer(tx, by, {
      batchId,
      sha256: 'a',
      rows: [
        {
          row: 2,
          number: 'P2026-999999',
          fen: 100,
          result: 'paid',
          on: world.day,
          reason: '',
        },
      ],
    });
  },
  enterRepayment: async (world, tx, by) => {
    const { id: claimId } = await aClaim(world, tx, 'approved');
    await enterRepayment(tx, by, { claimId, fen: 1, receivedOn: world.day, note: '' });
  },
};
