import type { Day } from '../../../src/calendar/days.js';
import type { PlannedLetting } from '../network/lettings.js';
import type { PlannedVenture } from '../network/plan.js';

/** What somebody does in a case, in the words of the verbs. */
export type StepName =
  | 'begin'
  | 'submit'
  | 'return'
  | 'resubmit'
  | 'lapse'
  | 'claim'
  | 'accept'
  | 'decline'
  | 'ask-county'
  | 'pass-park'
  | 'correct-rent'
  | 'pass-county'
  | 'grant-part'
  | 'approve'
  | 'approve-against'
  | 'refuse'
  | 'refuse-against'
  | 'object'
  | 'object-nameless'
  | 'dismiss-objection'
  | 'grant'
  | 'withdraw'
  | 'reconsider'
  | 'uphold'
  | 'overturn'
  | 'revoke'
  | 'restore'
  | 'surrender';

/** What each step of a case is, and the day on which it is taken. */
export type CaseStep = { what: StepName; on: Day };

/** A case of the demonstration, thought out: whose, under which policy, and how it goes. */
export type PlannedCase = {
  index: number;
  venture: PlannedVenture;
  letting: PlannedLetting;
  policyCode: 'rent-free' | 'rent-subsidy';
  /** The first day asked for, and for how many months. */
  from: Day;
  months: number;
  /** The park that it lies at, by its place in the list. */
  park: number;
  /** The account of the founder, where there is one; else the park's manager fills it in from a signed form. */
  username: string | null;
  /** Whether each item of proof is a file of its own, or all are one scan. */
  hasOwnFiles: boolean;
  steps: CaseStep[];
};
