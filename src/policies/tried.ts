import type { Reads } from '../database/database.js';
import type { Deps } from '../web/deps.js';
import type { PolicyRules } from './rules.js';

/** What came of a case, or would: fen, or null where it is refused. */
type Came = number | null;
export type TriedCase = { number: string; decided: Came; drafted: Came };
export type Tried = {
  cases: number;
  /** Those whose outcome or money would change, the largest difference first. */
  changed: TriedCase[];
  /** In fen, over all cases. */
  decidedTotal: number;
  draftedTotal: number;
};

/** Tries a draft on the cases that were decided in the year before a moment; given by the room that replays cases. */
export type TryOnCases = (
  reads: Reads,
  draft: { policyId: number; rules: PolicyRules },
  at: Date,
) => Promise<Tried>;

/** Beside what every room is given: what tries a draft on decided cases. */
export type DraftDeps = Deps & { tryOnCases: TryOnCases };
