import { addMonths, type Month, monthOf, today } from '../calendar/days.js';
import { type Db, transact } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import { recordEvent } from '../history/record.js';
import { markRemoved } from '../proofs/mark-removed.js';
import { monthNumber } from './close-month.js';
import { areRostersExpired } from './expire-rosters.js';
import { readRules } from './return-rules.js';

/**
 * Marks the files that prove headcounts as removed once their newest month is past the term of rosters, as they name the
 * same people; that they were there, of what kind and for how many people stays, and so do the grades.
 * The files themselves are deleted by whoever sweeps what records say was removed. @returns how many
 */
export async function expireReturnProofs(db: Db, at: Date): Promise<number> {
  const rules = await readRules(db);
  const rows = await rowsOf<{ id: number; month: Month }>(
    db,
    sql`SELECT f."id", MAX(p."month") AS "month" FROM "ProofFile" f
      JOIN "ReturnProof" p ON p."proofFileId" = f."id" WHERE f."removedAt" IS NULL GROUP BY f."id"
      HAVING MAX(p."month") <= ${addMonths(monthOf(today(at)), -rules.rosterYears * 12)}`,
  );
  const months = new Map<Month, number[]>();
  for (const { id, month } of rows)
    if (areRostersExpired(month, rules, today(at)))
      months.set(month, [...(months.get(month) ?? []), id]);
  const by = { accountId: null, at };
  for (const [month, ids] of months)
    await transact(db, async (tx) => {
      await markRemoved(tx, by, { id: { in: ids } });
      recordEvent(tx, by, {
        verb: 'month.proofs-expired',
        subjectKind: 'month',
        subjectId: monthNumber(month),
        detail: { month, files: ids.length },
      });
    });
  return [...months.values()].flat().length;
}
