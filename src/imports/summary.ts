import { countOf, type Outcome, outcomes, type Planned } from './planned.js';

/** How many rows come to what. */
export const summaryOf = (rows: readonly Planned[]): Record<Outcome, number> =>
  Object.fromEntries(outcomes.map((outcome) => [outcome, countOf(rows, outcome)])) as Record<
    Outcome,
    number
  >;
