import type { Month } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { type Sql, sql } from '../../database/sql.js';
import { waiverScope } from '../../people/case-scope.js';
import type { Viewer } from '../../people/viewer.js';

/** A month that was paid and of which less is granted now: what is to be paid back of it still. */
export type DueMonth = {
  claimId: number;
  claim: string;
  month: Month;
  paid: number;
  repaid: number;
  granted: number;
  due: number;
};
export type DueBack = DueMonth & {
  grant: string;
  case: string;
  venture: string;
  ventureNumber: string;
};

/** Of each paid month of a claim what was paid, what came back, and what is granted of it now. */
const paidMonths: Sql = sql`SELECT c."id" AS "claimId", c."number" AS "claim", c."waiverId", m."month", m."fen" AS "paid",
    COALESCE((SELECT SUM(r."fen") FROM "SubsidyRepayment" r
      WHERE r."claimId" = c."id" AND r."month" = m."month"), 0) AS "repaid",
    COALESCE((SELECT SUM(g."fen") FROM "WaiverMonth" g
      WHERE g."waiverId" = c."waiverId" AND g."month" = m."month"), 0) AS "granted"
  FROM "SubsidyClaim" c JOIN "SubsidyClaimMonth" m ON m."claimId" = c."id"
  WHERE EXISTS (SELECT 1 FROM "PaymentLine" l WHERE l."claimId" = c."id" AND l."state" = 'paid')`;

/** The months of a claim of which something is to be paid back, the earliest first. */
export const dueOfClaim = (reads: Reads, claimId: number): Promise<DueMonth[]> =>
  rowsOf<DueMonth>(
    reads,
    sql`SELECT "claimId", "claim", "month", "paid", "repaid", "granted", "paid" - "repaid" - "granted" AS "due"
      FROM (${paidMonths}) WHERE "claimId" = ${claimId} AND "paid" - "repaid" > "granted" ORDER BY "month"`,
  );

/** The same of a grant. */
export const dueOfGrant = (reads: Reads, waiverId: number): Promise<DueMonth[]> =>
  rowsOf<DueMonth>(
    reads,
    sql`SELECT "claimId", "claim", "month", "paid", "repaid", "granted", "paid" - "repaid" - "granted" AS "due"
      FROM (${paidMonths}) WHERE "waiverId" = ${waiverId} AND "paid" - "repaid" > "granted" ORDER BY "month"`,
  );

/** All that is to be paid back of the grants that a viewer sees. */
export const dueInScope = (reads: Reads, viewer: Viewer): Promise<DueBack[]> =>
  rowsOf<DueBack>(
    reads,
    sql`SELECT q."claimId", q."claim", q."month", q."paid", q."repaid", q."granted",
        q."paid" - q."repaid" - q."granted" AS "due", a."number" AS "grant", k."number" AS "case", v."name" AS "venture",
        v."number" AS "ventureNumber"
      FROM (${paidMonths}) q JOIN "Waiver" a ON a."id" = q."waiverId"
        JOIN "WaiverApplication" k ON k."id" = a."applicationId" JOIN "Venture" v ON v."id" = a."ventureId"
      WHERE q."paid" - q."repaid" > q."granted" AND ${waiverScope(viewer).sql} ORDER BY a."number", q."month" LIMIT 500`,
  );
