import type { Month } from '../../calendar/days.js';
import type { WordKey } from '../../language/say.js';
import { rulesOf } from '../../policies/parsed-rules.js';
import { isOfRent } from '../../policies/rules.js';
import { sharesOf } from './claimable.js';
import type { FullClaim } from './find-claim.js';

type OfPolicy = { waiver: { policyVersion: { rules: unknown } } };

/** Whether a claim is of a rent that was paid, which receipts show; for any other subsidy there are none to bring. */
export const goesByReceipts = ({ waiver }: OfPolicy): boolean =>
  isOfRent(rulesOf(waiver.policyVersion.rules));

/**
 * What falls on each month of a claim: what is granted for it, and where it goes by receipts no more than these show.
 * @returns in the order of the months
 */
export function sharesOfClaim(claim: FullClaim, granted: ReadonlyMap<Month, number>): number[] {
  const ofMonths = claim.months.map(({ month }) => granted.get(month) ?? 0);
  if (!goesByReceipts(claim)) return ofMonths;
  return sharesOf(
    ofMonths,
    claim.receipts.reduce((sum, { fen }) => sum + fen, 0),
  );
}

/** What is said otherwise of a claim for which no receipts are brought. */
const withoutReceipts = {
  'payments.claim.hand-in-text': 'payments.claim.hand-in-granted',
  'payments.claim.next.draft': 'payments.claim.next.draft-granted',
  'payments.claim.next.submitted': 'payments.claim.next.submitted-granted',
  'payments.claim.next.returned': 'payments.claim.next.returned-granted',
  'payments.claim.act.check': 'payments.claim.act.check-granted',
  'payments.claim.act.check-lead': 'payments.claim.act.check-lead-granted',
  'payments.receipt.none': 'payments.receipt.none-needed',
} as const satisfies Partial<Record<WordKey, WordKey>>;

/** The word of a claim, as it goes by receipts or not. */
export const wordOfClaim = (claim: OfPolicy, key: WordKey): WordKey =>
  goesByReceipts(claim) || !Object.hasOwn(withoutReceipts, key)
    ? key
    : withoutReceipts[key as keyof typeof withoutReceipts];
