import { today } from '../../calendar/days.js';
import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { recordEvent } from '../../history/record.js';
import { Conflict, Refusal } from '../../language/refusal.js';
import { makeSay, type Say, type WordKey } from '../../language/say.js';
import { restateSubsidies } from '../../ledger/restate.js';
import { actingViewer } from '../../people/acting-viewer.js';
import { officeOn } from '../../waivers/letters/issuing-offices.js';
import {
  type DocumentNumber,
  newCheckCode,
  nextInSeries,
} from '../../waivers/letters/letter-issuer.js';
import { Forbidden } from '../../web/errors.js';
import { tellClaimant } from '../claims/move-claim.js';
import { canPay } from '../permissions.js';
import { batchById, type FullBatch } from './find-batch.js';
import { type AnswerRow, listedFaults, rowFault } from './read-answer.js';

type Line = FullBatch['lines'][number];
/** What a row makes of its line: nothing new, a change, or what is wrong with it. */
type Change =
  | null
  | { fault: WordKey }
  | { state: 'paid' | 'failed' | 'returned'; paidOn: string | null; returnedOn: string | null };

/**
 * What an answer says anew of a payment, in whatever order answers come: one that was read before says nothing; a return
 * says that it was paid and came back, also where it is read first. A payment that another replaced cannot turn out paid.
 */
export function changeOfLine(
  {
    state,
    paidOn,
    returnedOn,
    isReplaced,
  }: {
    state: string;
    paidOn: string | null;
    returnedOn: string | null;
    isReplaced: boolean;
  },
  { result, on }: Pick<AnswerRow, 'result' | 'on'>,
): Change {
  if (result === 'returned') {
    if (state === 'returned') return null;
    if (paidOn !== null && on < paidOn) return { fault: 'payments.answer.why-order' };
    return { state: 'returned', paidOn, returnedOn: on };
  }
  if (result === 'failed') {
    if (state === 'failed' || state === 'returned') return null;
    if (state === 'paid')
      return on < (paidOn ?? '') ? null : { fault: 'payments.answer.why-paid-before' };
    return { state: 'failed', paidOn: null, returnedOn: null };
  }
  if (state === 'paid') return null;
  if (state === 'returned') {
    if (paidOn !== null) return null;
    if (on > (returnedOn ?? '')) return { fault: 'payments.answer.why-order' };
    return { state: 'returned', paidOn: on, returnedOn };
  }
  if (isReplaced) return { fault: 'payments.answer.why-replaced' };
  return { state: 'paid', paidOn: on, returnedOn: null };
}

/**
 * Enters what the bank answered to a batch: what was paid is in the ledger on its day, what failed or came back can be
 * paid again. The same answer a second time changes nothing.
 * @returns how many payments it changed
 * @throws Forbidden; Conflict for a batch that was not released; Refusal naming every row that is wrong
 */
export async function applyAnswer(
  tx: Tx,
  by: Actor,
  { batchId, sha256, rows }: { batchId: number; sha256: string; rows: readonly AnswerRow[] },
  say: Say = makeSay('zh'),
): Promise<number> {
  const viewer = await actingViewer(tx, by);
  const batch = await batchById(tx, batchId);
  if (!batch || (viewer !== null && !canPay(viewer, batch.regionCode))) throw new Forbidden();
  if (batch.state !== 'released') throw new Conflict('payments.batch.not-released');
  if (batch.answers.some((answer) => answer.sha256 === sha256)) return 0;
  const changes = changesOf(batch, rows, today(by.at), say);
  for (const { line, row, change } of changes)
    await tx.paymentLine.update({
      where: { id: line.id },
      data: {
        ...change,
        reason: row.reason,
        answeredAt: by.at,
        ...(await documentOf(tx, by, batch, { line, change })),
      },
    });
  await tx.paymentAnswer.create({
    data: {
      batchId,
      sha256,
      rows: rows.length,
      changed: changes.length,
      readAt: by.at,
      readById: by.accountId,
    },
  });
  if (changes.length === 0) return 0;
  const ventureIds = new Set(changes.map(({ line }) => line.claim.waiver.venture.id));
  await restateSubsidies(tx, by, [...ventureIds]);
  await tell(tx, by, batch, changes);
  return changes.length;
}

/** The document number of the notice that a payment has been made and the code by which its paper is checked, once; in the series of the office that pays. */
async function documentOf(
  tx: Tx,
  by: Actor,
  { regionCode }: FullBatch,
  { line, change }: Pick<Changed, 'line' | 'change'>,
): Promise<Partial<DocumentNumber> & { checkCode?: string }> {
  if (change.state !== 'paid' || line.checkCode !== null) return {};
  const checkCode = newCheckCode();
  if (line.ordinal !== null) return { checkCode };
  const on = today(by.at);
  const { series } = await officeOn(tx, regionCode, on);
  const document = await nextInSeries(tx, series, Number(on.slice(0, 4)));
  return Object.assign({ checkCode }, document);
}

type Changed = { line: Line; row: AnswerRow; change: Exclude<Change, null | { fault: WordKey }> };

/** @throws Refusal naming every row that is wrong */
function changesOf(
  { lines, releasedAt }: FullBatch,
  rows: readonly AnswerRow[],
  now: string,
  say: Say,
): Changed[] {
  const lineOf = new Map(lines.map((line) => [line.number, line]));
  const first = releasedAt ? today(releasedAt) : '';
  const faults: string[] = [];
  const changes: Changed[] = [];
  for (const row of rows) {
    const line = lineOf.get(row.number);
    const why = line ? faultOfRow(line, row, { first, now }) : 'payments.answer.why-unknown';
    const change =
      line && !why ? changeOfLine({ ...line, isReplaced: line.replacedBy !== null }, row) : null;
    if (why) faults.push(rowFault(say, row, why));
    else if (change && 'fault' in change) faults.push(rowFault(say, row, change.fault));
    else if (line && change) changes.push({ line, row, change });
  }
  if (faults.length > 0) throw new Refusal([listedFaults(faults, say)]);
  return changes;
}

function faultOfRow(
  line: Line,
  { fen, on, result }: AnswerRow,
  { first, now }: { first: string; now: string },
): WordKey | null {
  const { claim } = line;
  if (fen !== line.fen) return 'payments.answer.why-other-amount';
  if (result === 'returned' && claim.repayments.length > 0) return 'payments.answer.why-repaid';
  // Since it failed, the claim was corrected or given up: its months may stand in another one by now.
  const isSame = claim.state === 'approved' && claim.fen === line.fen;
  if (result === 'paid' && line.state === 'failed' && !isSame)
    return 'payments.answer.why-claim-changed';
  return on > now || on < first ? 'payments.answer.why-day-outside' : null;
}

async function tell(tx: Tx, by: Actor, batch: FullBatch, changes: Changed[]): Promise<void> {
  recordEvent(tx, by, {
    verb: 'payment-batch.answered',
    subjectKind: 'payment-batch',
    subjectId: batch.id,
    audience: 'inside',
    detail: { number: batch.number, regionCode: batch.regionCode, lines: changes.length },
  });
  for (const { line, row, change } of changes) {
    const { claim } = line;
    if (change.state === 'paid')
      recordEvent(tx, by, {
        verb: 'claim.paid',
        subjectKind: 'claim',
        subjectId: claim.id,
        ventureId: claim.waiver.venture.id,
        parkId: claim.waiver.parkId,
        detail: { number: claim.number, payment: line.number, sum: line.fen, paidOn: row.on },
      });
    await tellClaimant(tx, by, claim, change.state, { fen: line.fen, note: row.reason });
  }
}
