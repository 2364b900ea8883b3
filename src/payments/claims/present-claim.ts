import { day, month, months, time, yuan } from '../../language/format.js';
import type { Viewer } from '../../people/viewer.js';
import { parkName } from '../../ventures/residency-present.js';
import type { FormView } from '../../web/forms.js';
import type { Frame } from '../../web/frame.js';
import { canApprove, canClaim, canReadReceipts } from '../permissions.js';
import { presentTable } from '../present-table.js';
import type { DueMonth } from '../recoveries/recoveries.js';
import { type ClaimMove, type ClaimState, claimStates, isOpen } from './claim-states.js';
import { sharesOfClaim, wordOfClaim } from './claim-sum.js';
import { isUnderPayment } from './decide-claim.js';
import type { FullClaim } from './find-claim.js';
import { sitsAtClaim } from './move-claim.js';

export const claimHref = ({ number }: { number: string }): string => `/payments/claims/${number}`;
export const grantHref = ({ number }: { number: string }): string => `/payments/grants/${number}`;

/** A claim's state as a tag; of an approved one what became of its payment. */
export function claimTag(
  { state, lines }: { state: string; lines: readonly { state: string }[] },
  { say }: Pick<Frame, 'say'>,
): { label: string; tone: string | null } {
  const last = lines.at(-1)?.state;
  if (state === 'approved' && last !== undefined && last !== 'dropped')
    return {
      label: say(`payments.line.state.${last as 'paid'}`),
      tone: last === 'paid' ? 'go' : last === 'failed' || last === 'returned' ? 'stop' : 'heed',
    };
  const known = state as ClaimState;
  return { label: say(`payments.claim.state.${known}`), tone: claimStates[known].tone };
}

/** What the reader may do with a claim, in the order in which it is offered. */
const offered: readonly Exclude<ClaimMove, 'submit'>[] = [
  'check',
  'approve',
  'return',
  'refuse',
  'withdraw',
];

export function presentClaim(
  claim: FullClaim,
  {
    viewer,
    granted,
    due,
    form,
    hasPayee,
    recusal,
  }: {
    viewer: Viewer;
    granted: ReadonlyMap<string, number>;
    due: readonly DueMonth[];
    form: FormView;
    hasPayee: boolean;
    recusal: string | null;
  },
  frame: Frame,
) {
  const { say, lang } = frame;
  const { waiver } = claim;
  const href = claimHref(claim);
  const isClaimant = canClaim(viewer, waiver);
  const open = isOpen(claim.state) && isClaimant;
  const receipts = claim.receipts.reduce((sum, { fen }) => sum + fen, 0);
  const shares = isOpen(claim.state)
    ? sharesOfClaim(claim, granted)
    : claim.months.map(({ fen }) => fen);
  const comesTo = shares.reduce((sum, fen) => sum + fen, 0);
  const paid = claim.lines.findLast(({ state }) => state === 'paid');
  const owed = due.reduce((sum, row) => sum + row.due, 0);
  const payeeHref = `/payments/payees/${waiver.venture.number}`;
  return {
    title: say('payments.claim.title', { number: claim.number }),
    over: `${waiver.venture.number} ${waiver.venture.name}`,
    lead:
      claim.state === 'approved' && claim.lines.at(-1)?.state === 'paid'
        ? say('payments.claim.next.paid')
        : say(wordOfClaim(claim, `payments.claim.next.${claim.state as ClaimState}`)),
    crumbs: [
      { href: '/payments', label: say('payments.title') },
      { href: grantHref(waiver), label: waiver.number },
    ],
    actions: [
      ...offered
        .filter((move) => sitsAtClaim(viewer, claim, move))
        .filter((move) => move !== 'return' || !isUnderPayment(claim))
        .filter((move) => recusal === null || move === 'withdraw')
        .filter((move) => move !== 'withdraw' || !open)
        .map((move) => ({
          href: `${href}/${move}`,
          label: say(wordOfClaim(claim, `payments.claim.act.${move}`)),
        })),
      ...(owed > 0 && canApprove(viewer, waiver)
        ? [{ href: `${href}/repayment`, label: say('payments.recovery.enter') }]
        : []),
      ...(paid ? [{ href: `${href}/notice`, label: say('payments.notice.title') }] : []),
    ],
    state: claimTag(claim, frame),
    notices: [
      ...(recusal === null ? [] : [{ text: recusal, tone: 'heed', href: null, linkLabel: null }]),
      ...(open && !hasPayee
        ? [
            {
              text: say('payments.claim.no-payee'),
              tone: 'heed',
              href: payeeHref,
              linkLabel: say('payments.payee.enter'),
            },
          ]
        : []),
      ...(owed > 0
        ? [
            {
              text: say('payments.recovery.owed', { sum: yuan(owed, lang) }),
              tone: 'stop',
              href: null,
              linkLabel: null,
            },
          ]
        : []),
    ],
    rows: [
      { label: say('payments.grant.number'), value: waiver.number, href: grantHref(waiver) },
      { label: say('payments.grant.park'), value: parkName(waiver.park, lang) },
      { label: say('payments.grant.applicant'), value: waiver.person.name },
      { label: say('payments.claim.period'), value: months(claim.fromMonth, claim.toMonth, lang) },
      {
        label: say(isOpen(claim.state) ? 'payments.claim.comes-to' : 'payments.claim.fen'),
        value: say('payments.yuan-n', { sum: yuan(comesTo, lang) }),
      },
      ...(claim.submittedOn === null
        ? []
        : [{ label: say('payments.claim.submitted'), value: day(claim.submittedOn, lang) }]),
    ],
    months: presentTable(
      [
        say('payments.month'),
        { money: say('payments.granted') },
        { money: say('payments.claimed') },
      ],
      claim.months.map((row, at) => [
        month(row.month, lang),
        { fen: granted.get(row.month) ?? 0 },
        { fen: shares[at] ?? 0 },
      ]),
      frame,
      { sums: true },
    ),
    receipts: receiptsTable(claim, { viewer, open, href }, frame),
    payments: paymentsTable(claim, frame),
    isOpen: open,
    receiptHref: `${href}/receipts/new`,
    submitAction: `${href}/submission`,
    withdrawHref: `${href}/withdraw`,
    version: String(claim.version),
    noReceipts: say(wordOfClaim(claim, 'payments.receipt.none')),
    handIn: say(wordOfClaim(claim, 'payments.claim.hand-in-text'), {
      receipts: yuan(receipts, lang),
      sum: yuan(comesTo, lang),
    }),
    form,
    events: claim.steps.map(({ move, at, by, note }) => ({
      what: say(`payments.claim.step.${move as ClaimMove}`),
      when: time(at, lang),
      who: viewer.role === 'founder' ? null : (by?.name ?? null),
      text: note || null,
    })),
  };
}

function receiptsTable(
  claim: FullClaim,
  { viewer, open, href }: { viewer: Viewer; open: boolean; href: string },
  frame: Frame,
) {
  const { say, lang } = frame;
  if (claim.receipts.length === 0) return null;
  const reads = canReadReceipts(viewer, claim.waiver);
  return presentTable(
    [
      say('payments.receipt.paid-on'),
      { money: say('payments.receipt.fen') },
      say('payments.receipt.file'),
      ...(open ? [say('payments.receipt.act')] : []),
    ],
    claim.receipts.map(({ id, paidOn, fen, proofFile }) => [
      day(paidOn, lang),
      { fen },
      reads && proofFile.removedAt === null
        ? { text: proofFile.name, href: `${href}/receipts/${id}/file` }
        : say('returns.proof.sealed'),
      ...(open
        ? [{ text: say('payments.receipt.remove'), href: `${href}/receipts/${id}/removal` }]
        : []),
    ]),
    frame,
    { sums: true },
  );
}

function paymentsTable(claim: FullClaim, frame: Frame) {
  const { say, lang } = frame;
  const lines = claim.lines.filter(({ state }) => state !== 'dropped');
  if (lines.length === 0) return null;
  return presentTable(
    [
      say('payments.line.number'),
      { money: say('payments.line.fen') },
      say('payments.line.payee'),
      say('payments.line.state'),
      say('payments.line.on'),
      say('payments.line.reason'),
    ],
    lines.map(({ number, fen, payee, state, paidOn, returnedOn, reason }) => [
      number,
      { fen },
      `${payee.holder} ···· ${payee.lastFour}`,
      claimTag({ state: 'approved', lines: [{ state }] }, frame).label,
      [paidOn, returnedOn]
        .map((on) => (on ? day(on, lang) : ''))
        .filter(Boolean)
        .join(' / ') || '—',
      reason || '—',
    ]),
    frame,
  );
}
