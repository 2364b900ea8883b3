import type { Month } from '../../src/calendar/days.js';
import { addMonths, monthsBetween } from '../../src/calendar/days.js';
import { type Tx, transact } from '../../src/database/database.js';
import type { Actor } from '../../src/history/actor.js';
import { applyAnswer } from '../../src/payments/batches/apply-answer.js';
import { gatherBatch, payableClaims } from '../../src/payments/batches/gather-batch.js';
import type { AnswerResult } from '../../src/payments/batches/read-answer.js';
import { releaseBatch } from '../../src/payments/batches/release-batch.js';
import { beginClaim } from '../../src/payments/claims/begin-claim.js';
import { checkClaim } from '../../src/payments/claims/check-claim.js';
import { approveClaim } from '../../src/payments/claims/decide-claim.js';
import { addReceipt } from '../../src/payments/claims/receipts.js';
import { submitClaim } from '../../src/payments/claims/submit-claim.js';
import { enterPayee } from '../../src/payments/payees/enter-payee.js';
import type { PolicyForm } from '../../src/policies/rules.js';
import { addMonths as postMonths } from '../../src/waivers/waiver-months.js';
import { type Cast, startWaivers } from '../waivers/cast.js';

export type Payments = Cast & { grant: { id: number; number: string } };
export const county = '330903';
/** A number that is made up and has the check digit of a card. */
export const someCard = '6222020200112230';
export const otherCard = '6222020200112248';

/** founder2's venture in P01 with a subsidy of 500 yuan a month from November 2024 on; today is 2025-02-14. */
export async function startPayments(): Promise<Payments> {
  const cast = await startWaivers();
  const grant = await aGrant(cast, {
    ventureId: cast.ventureIds[1],
    personId: cast.other.id,
    from: '2024-11',
    months: 12,
    fen: 50_000,
  });
  return { ...cast, grant };
}

let grants = 0;
/** A granted subsidy, as a decision leaves it. */
export async function aGrant(
  { db, by }: Cast,
  given: {
    ventureId: number;
    personId: number;
    from: Month;
    months: number;
    fen: number;
    form?: PolicyForm;
  },
): Promise<{ id: number; number: string }> {
  const { ventureId, personId, from, months, fen, form = 'subsidy' } = given;
  grants += 1;
  const number = `W2024-9${String(grants).padStart(3, '0')}`;
  const who = await by('bureau');
  const id = await transact(db, async (tx) => {
    const { id: policyVersionId, policyId } = await tx.policyVersion.findFirstOrThrow();
    const of = { policyId, policyVersionId, ventureId, personId, parkId: 1 };
    const { id: applicationId } = await tx.waiverApplication.create({
      data: {
        ...of,
        number: number.replace('W', 'A'),
        state: 'granted',
        stateSince: who.at,
        answers: {},
        begunAt: who.at,
        submittedAt: who.at,
      },
    });
    const term = { beganOn: `${from}-01`, termEndOn: `${addMonths(from, months)}-01` };
    const waiver = await tx.waiver.create({
      data: {
        ...of,
        ...term,
        number,
        applicationId,
        form,
        area: 1,
        rent: 1,
        facts: {},
        grantedAt: who.at,
      },
    });
    const posted = {
      id: waiver.id,
      parkId: 1,
      ventureId,
      beganOn: term.beganOn,
      form,
    };
    await postMonths(tx, who, posted, monthsOf(from, months, fen));
    return waiver.id;
  });
  return { id, number };
}

export const monthsOf = (from: Month, months: number, fen: number) =>
  months <= 0
    ? []
    : monthsBetween(from, addMonths(from, months - 1)).map((month) => ({ month, fen }));

export const aPayee = (cast: Cast, ventureId = cast.ventureIds[1]) =>
  cast.act('founder2', (tx, by) =>
    enterPayee(tx, by, cast.keys, {
      ventureId,
      kind: 'card',
      holder: holderOf,
      bank: 'icbc',
      branch: '',
      number: someCard,
      consent: 'self',
    }),
  );
/** Who founded the venture of founder2. */
export const holderOf = '陈海';

let receipts = 0;
export const receiptOf = (claimId: number, fen: number) => {
  receipts += 1;
  const file = `r${receipts}`;
  return receiptFile(claimId, fen, file);
};

export const receiptFile = (claimId: number, fen: number, file: string) => ({
  claimId,
  fen,
  paidOn: '2025-01-20',
  name: `${file}.pdf`,
  mediaType: 'application/pdf',
  stored: { storedAs: file, size: 10, sha256: file, sealedSha256: file, keyId: 'k1' },
});

export const claimIn = (tx: Tx, number: string) =>
  tx.subsidyClaim.findUniqueOrThrow({
    where: { number },
    select: { id: true, version: true },
  });

/** A claim at a step of its way. @returns its number */
export async function claimAt(
  cast: Payments,
  state: 'draft' | 'submitted' | 'checked' | 'approved',
  { from = '2024-11', to = '2025-01', fen = 150_000 } = {},
): Promise<string> {
  const number = await cast.act('founder2', async (tx, by) => {
    const begun = await beginClaim(tx, by, { waiverId: cast.grant.id, from, to });
    await addReceipt(tx, by, receiptOf((await claimIn(tx, begun)).id, fen));
    return begun;
  });
  const steps: [string, string, (tx: Tx, by: Actor) => Promise<void>][] = [
    ['submitted', 'founder2', async (tx, by) => submitClaim(tx, by, await claimIn(tx, number))],
    [
      'checked',
      'park1',
      async (tx, by) => checkClaim(tx, by, await claimIn(tx, number), { note: '' }),
    ],
    [
      'approved',
      'putuo',
      async (tx, by) => approveClaim(tx, by, await claimIn(tx, number), { note: '' }),
    ],
  ];
  for (const [reached, username, verb] of steps) {
    if (state === 'draft') break;
    await cast.act(username, verb);
    if (reached === state) break;
  }
  return number;
}

/** A released batch of all that can be paid. @returns its number */
export async function aBatch(cast: Payments, isReleased = true): Promise<string> {
  const number = await cast.act('putuo', async (tx, by) =>
    gatherBatch(tx, by, {
      regionCode: county,
      claimIds: (await payableClaims(tx, county)).map(({ id }) => id),
    }),
  );
  if (isReleased)
    await cast.act('bureau', async (tx, by) => releaseBatch(tx, by, await batchIn(tx, number)));
  return number;
}

export const batchIn = (tx: Tx, number: string) =>
  tx.paymentBatch.findUniqueOrThrow({
    where: { number },
    select: { id: true, version: true },
  });

/** Reads a bank's answer for every line of a batch. */
export const answerAll = (
  cast: Payments,
  number: string,
  result: AnswerResult,
  { on = '2025-02-14', sha256 = `${number} ${result}` } = {},
): Promise<number> =>
  cast.act('bureau', async (tx, by) => {
    const { id } = await batchIn(tx, number);
    const lines = await tx.paymentLine.findMany({ where: { batchId: id } });
    const rows = lines.map((line, row) => ({
      row: row + 2,
      number: line.number,
      fen: line.fen,
      result,
      on,
      reason: result === 'paid' ? '' : '账号有误',
    }));
    return applyAnswer(tx, by, { batchId: id, sha256, rows });
  });
