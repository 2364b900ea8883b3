import type { Month } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { sql } from '../../database/sql.js';

/** A month of a grant: what is granted now, and the claim that holds it, if any, with what of it was paid and came back. */
export type GrantMonth = {
  month: Month;
  granted: number;
  claimId: number | null;
  claim: string | null;
  state: string | null;
  claimed: number;
  paid: number;
  repaid: number;
};

/**
 * The months of a grant, the earliest first: those that are granted, and those that were claimed and are not any more.
 * Of a month that was claimed again after all of it was paid back, the claim that lives now.
 */
export const monthsOfGrant = (reads: Reads, waiverId: number): Promise<GrantMonth[]> =>
  rowsOf<GrantMonth>(
    reads,
    sql`SELECT g."month", g."granted", c."id" AS "claimId", c."number" AS "claim", c."state",
        CASE WHEN c."state" IN ('submitted', 'returned', 'checked', 'approved') THEN m."fen" ELSE 0 END AS "claimed",
        COALESCE((SELECT SUM(pm."fen") FROM "SubsidyClaimMonth" pm JOIN "PaymentLine" l
          ON l."claimId" = pm."claimId" AND l."state" = 'paid'
          WHERE pm."waiverId" = ${waiverId} AND pm."month" = g."month"), 0) AS "paid",
        COALESCE((SELECT SUM(r."fen") FROM "SubsidyRepayment" r JOIN "SubsidyClaim" rc ON rc."id" = r."claimId"
          WHERE rc."waiverId" = ${waiverId} AND r."month" = g."month"), 0) AS "repaid"
      FROM (SELECT "month", SUM("fen") AS "granted" FROM "WaiverMonth" WHERE "waiverId" = ${waiverId} GROUP BY "month") g
      LEFT JOIN "SubsidyClaimMonth" m ON m."waiverId" = ${waiverId} AND m."month" = g."month" AND m."endedAt" IS NULL
      LEFT JOIN "SubsidyClaim" c ON c."id" = m."claimId"
      ORDER BY g."month"`,
  );

/** What is granted now for the months of a grant, in fen. */
export async function grantedByMonth(reads: Reads, waiverId: number): Promise<Map<Month, number>> {
  const rows = await rowsOf<{ month: Month; fen: number }>(
    reads,
    sql`SELECT "month", SUM("fen") AS "fen" FROM "WaiverMonth" WHERE "waiverId" = ${waiverId} GROUP BY "month"`,
  );
  return new Map(rows.map(({ month, fen }) => [month, fen]));
}

/** What may be claimed on a day: granted, begun, and in no claim. */
export const isClaimable = (row: GrantMonth, thisMonth: Month): boolean =>
  row.granted > 0 && row.claimId === null && row.month <= thisMonth;

/**
 * What of an amount falls on each month: as much as was granted, the earliest months first, until the receipts are used up.
 * @returns in the order of the months; their sum is at most either
 */
export function sharesOf(granted: readonly number[], receipts: number): number[] {
  let left = receipts;
  return granted.map((fen) => {
    const share = Math.max(0, Math.min(fen, left));
    left -= share;
    return share;
  });
}
