import type { Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Viewer } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import type { Facts } from './facts.js';
import type { PolicyRules } from './rules.js';

/** What came of a case, or would: fen, or null where it is refused. */
type Came = number | null;
export type TriedCase = { number: string; decided: Came; drafted: Came };
export type TriedMonth = { month: Month; decided: number; drafted: number };
export type Tried = {
  cases: number;
  /** Those whose outcome or money would change, the largest difference first. */
  changed: TriedCase[];
  /** In fen, over all cases. */
  decidedTotal: number;
  draftedTotal: number;
  /** The same by month, in order. */
  months: TriedMonth[];
};

/**
 * Tries a draft on the cases that were decided in the year before a moment, of its own policy or of another (casesOf); given
 * by the room that replays cases.
 */
export type TryOnCases = (
  reads: Reads,
  draft: { policyId: number; rules: PolicyRules; casesOf: number },
  at: Date,
) => Promise<Tried>;

/** What was found in a decided case that the viewer sees, without whose it is; null where there is none. */
export type FactsOfCase = (reads: Reads, viewer: Viewer, number: string) => Promise<Facts | null>;

/** Beside what every room is given: what tries a draft on decided cases, and reads the facts of one. */
export type DraftDeps = Deps & { tryOnCases: TryOnCases; factsOfCase: FactsOfCase };
