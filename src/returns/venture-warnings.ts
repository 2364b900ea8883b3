import { addMonths, endOfMonth } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { headcountsOf } from '../ventures/headcounts.js';
import { duplicatesIn } from './duplicates.js';
import type { Filing } from './keep-returns.js';
import { type Problem, warningsOf } from './problems.js';
import { readRules } from './return-rules.js';

/** What has to be confirmed before one return is filed: the same as the grid of its park asks about. */
export async function ventureWarnings(
  reads: Reads,
  { ventureId, month, headcount }: Filing,
): Promise<Problem[]> {
  const levels = await headcountsOf(reads, [ventureId], endOfMonth(addMonths(month, -1)));
  const roster = await reads.roster.findUnique({
    where: { ventureId_month: { ventureId, month } },
    select: { people: true },
  });
  return warningsOf(
    {
      ventureId,
      shown: { headcount },
      last: levels.get(ventureId) ?? null,
      rosterPeople: roster?.people ?? null,
    },
    await readRules(reads),
    await duplicatesIn(reads, month, [ventureId]),
  );
}
