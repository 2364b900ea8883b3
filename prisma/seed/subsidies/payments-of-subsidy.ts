import { addDays, today } from '../../../src/calendar/days.js';
import type { Tx } from '../../../src/database/database.js';
import type { Actor } from '../../../src/history/actor.js';
import { applyAnswer } from '../../../src/payments/batches/apply-answer.js';
import { gatherBatch, payableClaims } from '../../../src/payments/batches/gather-batch.js';
import type { AnswerResult } from '../../../src/payments/batches/read-answer.js';
import { releaseBatch } from '../../../src/payments/batches/release-batch.js';
import { beginClaim } from '../../../src/payments/claims/begin-claim.js';
import { checkClaim } from '../../../src/payments/claims/check-claim.js';
import { approveClaim } from '../../../src/payments/claims/decide-claim.js';
import { addReceipt } from '../../../src/payments/claims/receipts.js';
import { submitClaim } from '../../../src/payments/claims/submit-claim.js';
import { confirmPayee } from '../../../src/payments/payees/decide-payee.js';
import { enterPayee } from '../../../src/payments/payees/enter-payee.js';
import { storeFile } from '../../../src/proofs/file-store.js';
import { applicantOf } from '../waivers/applicant.js';
import { paperPdf } from '../waivers/paper-pdf.js';
import type { Sealing } from '../waivers/papers.js';

/** Enters the founder's own card; the number is made up and has the check digit of one. */
export async function enterCard(
  tx: Tx,
  by: Actor,
  { keys }: Sealing,
  card: { ventureId: number; number: string; consent: 'self' | 'paper' },
): Promise<void> {
  const { name: holder } = await applicantOf(tx, card.ventureId);
  await enterPayee(tx, by, keys, { ...card, kind: 'card', holder, bank: 'icbc', branch: '' });
}

/** A second person confirms the change that waits. */
export async function confirmCard(tx: Tx, by: Actor, ventureId: number): Promise<void> {
  const { number } = await tx.payeeAccount.findFirstOrThrow({
    where: { ventureId, state: 'proposed' },
  });
  await confirmPayee(tx, by, { ventureId, number });
}

/** Claims all that was granted, with receipts of the insurance that was paid for those employed. */
export async function claimSubsidy(
  tx: Tx,
  by: Actor,
  { keys, proofs }: Sealing,
  ventureId: number,
): Promise<void> {
  const grant = await tx.waiver.findFirstOrThrow({
    where: { ventureId, form: 'subsidy' },
    include: { months: { where: { fen: { gt: 0 } }, orderBy: { month: 'asc' } } },
  });
  const [first] = grant.months;
  if (!first) throw new Error('a subsidy was granted without an amount');
  const { id: waiverId } = grant;
  const number = await beginClaim(tx, by, { waiverId, from: first.month, to: first.month });
  const { id: claimId } = await tx.subsidyClaim.findUniqueOrThrow({ where: { number } });
  const name = '社会保险费缴费凭证';
  const bytes = paperPdf([`${name}：${number}`, '演示数据，内容为虚构']);
  await addReceipt(tx, by, {
    claimId,
    fen: first.fen,
    paidOn: addDays(today(by.at), -20),
    name: `${name}.pdf`,
    mediaType: 'application/pdf',
    stored: await storeFile(proofs, keys, { personId: null, bytes }),
  });
  await submitClaim(tx, by, await claimOf(tx, ventureId));
}

const claimOf = (tx: Tx, ventureId: number) =>
  tx.subsidyClaim.findFirstOrThrow({
    where: { waiver: { ventureId } },
    orderBy: { id: 'desc' },
    select: { id: true, version: true },
  });

export const checkSubsidy = async (tx: Tx, by: Actor, ventureId: number) =>
  checkClaim(tx, by, await claimOf(tx, ventureId), { note: '' });
export const approvePayment = async (tx: Tx, by: Actor, ventureId: number) =>
  approveClaim(tx, by, await claimOf(tx, ventureId), { note: '' });

/** All that can be paid in a county. */
export async function gatherAll(tx: Tx, by: Actor, regionCode: string): Promise<void> {
  const claims = await payableClaims(tx, regionCode);
  await gatherBatch(tx, by, { regionCode, claimIds: claims.map(({ id }) => id) });
}

const newestBatch = (tx: Tx) =>
  tx.paymentBatch.findFirstOrThrow({
    orderBy: { id: 'desc' },
    include: {
      lines: { orderBy: { id: 'asc' }, include: { claim: { include: { waiver: true } } } },
    },
  });

export async function releaseIt(tx: Tx, by: Actor): Promise<void> {
  await releaseBatch(tx, by, await newestBatch(tx));
}

/** What the bank answers: all is paid, but to the ventures that are named. */
export async function answerIt(tx: Tx, by: Actor, failing: readonly number[]): Promise<void> {
  const { id: batchId, lines } = await newestBatch(tx);
  const rows = lines.map(({ number, fen, claim }, i) => {
    const isFailing = failing.includes(claim.waiver.ventureId);
    const result: AnswerResult = isFailing ? 'failed' : 'paid';
    return {
      row: i + 2,
      number,
      fen,
      result,
      on: today(by.at),
      reason: isFailing ? '收款账户已销户' : '',
    };
  });
  await applyAnswer(tx, by, { batchId, sha256: `demonstration-${batchId}`, rows });
}
