import type { Day } from '../../calendar/days.js';
import type { Reads, Tx } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { jsonTuples } from '../../database/json.js';
import { listed } from '../../database/listed.js';
import { sentOrder, sentValue, sentValues } from '../../database/sent-rows.js';
import { sql } from '../../database/sql.js';
import type { Line } from '../measures.js';
import { columnsOfEntry, type EntryRow, type LiveEntry, liveIn } from '../venture-records.js';

/** What is claimed of a subsidy, what of it was paid, and what came back: each with the grant that it belongs to. */
export type SubsidyRecord = { id: number; parkId: number; ventureId: number; fen: number } & (
  | { kind: 'subsidy-claim'; on: Day | null; endedOn: null }
  | { kind: 'payment-line'; on: Day | null; endedOn: Day | null }
  | { kind: 'subsidy-repayment'; on: Day; endedOn: null }
);

/**
 * A claim counts on the day that it was first handed in; a payment on the day that the bank paid, and less on the day that
 * the bank returned it; what was paid back less on the day that it came.
 */
export function linesOfSubsidy({
  kind,
  id,
  parkId,
  ventureId,
  fen,
  on,
  endedOn,
}: SubsidyRecord): Line[] {
  const measure = kind === 'subsidy-claim' ? 'subsidy-claimed' : 'subsidy-paid';
  const line = (effectiveOn: Day, amount: number): Line => ({
    effectiveOn,
    measure,
    amount,
    parkId,
    ventureId,
    causeKind: kind,
    causeId: id,
  });
  if (on === null || fen === 0) return [];
  if (kind === 'subsidy-repayment') return [line(on, -fen)];
  return endedOn === null ? [line(on, fen)] : [line(on, fen), line(endedOn, -fen)];
}

/** In which a claim counts as claimed. */
const claimed = ['submitted', 'returned', 'checked', 'approved'];

export const readSubsidies = (reads: Reads, ventureIds: number[]): Promise<SubsidyRecord[]> =>
  rowsOf<SubsidyRecord>(
    reads,
    sql`SELECT 'subsidy-claim' AS "kind", c."id", w."parkId", w."ventureId", c."fen",
        CASE WHEN c."state" IN ${listed(claimed)} THEN c."submittedOn" END AS "on", NULL AS "endedOn"
      FROM "Waiver" w JOIN "SubsidyClaim" c ON c."waiverId" = w."id" WHERE w."ventureId" IN ${listed(ventureIds)}
      UNION ALL SELECT 'payment-line', l."id", w."parkId", w."ventureId", l."fen", l."paidOn",
        CASE WHEN l."state" = 'returned' THEN l."returnedOn" END
      FROM "Waiver" w JOIN "SubsidyClaim" c ON c."waiverId" = w."id"
        JOIN "PaymentLine" l ON l."claimId" = c."id" WHERE w."ventureId" IN ${listed(ventureIds)}
      UNION ALL SELECT 'subsidy-repayment', r."id", w."parkId", w."ventureId", r."fen", r."receivedOn", NULL
      FROM "Waiver" w JOIN "SubsidyClaim" c ON c."waiverId" = w."id"
        JOIN "SubsidyRepayment" r ON r."claimId" = c."id" WHERE w."ventureId" IN ${listed(ventureIds)}
      ORDER BY 1, 2`,
  );

const venture = sentValue('v');

/** The claims and payments of ventures, and the entries that they made and that stand. */
export async function subsidiesAndEntries(
  tx: Tx,
  ventureIds: number[],
): Promise<{ records: SubsidyRecord[]; live: LiveEntry[] }> {
  const records = await readSubsidies(tx, ventureIds);
  const rows = await rowsOf<{ ventureId: number; entries: string }>(
    tx,
    sql`SELECT ${venture} AS "ventureId", ${jsonTuples(
      columnsOfEntry,
      sql`"LedgerEntry" WHERE "ventureId" = ${venture}
        AND "causeKind" IN ('subsidy-claim', 'payment-line', 'subsidy-repayment')`,
      sql`"position"`,
    )} AS "entries" FROM ${sentValues(ventureIds)} v ORDER BY ${sentOrder('v')}`,
  );
  const live = rows.flatMap(({ ventureId, entries }) =>
    liveIn(ventureId, JSON.parse(entries) as EntryRow[]),
  );
  return { records, live: live.sort((a, b) => a.position - b.position) };
}
