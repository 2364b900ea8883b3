import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { type Sql, sql } from '../database/sql.js';
import { waiverScope } from '../people/case-scope.js';
import type { Viewer } from '../people/viewer.js';

/** A granted subsidy with what of it was claimed and paid, and what may be claimed this month. */
export type GrantRow = {
  id: number;
  number: string;
  case: string;
  venture: string;
  ventureNumber: string;
  parkId: number;
  personId: number;
  beganOn: string;
  termEndOn: string;
  endedOn: string | null;
  granted: number;
  claimed: number;
  paid: number;
  claimable: number;
};

const sumOf = (what: Sql, from: Sql): Sql => sql`COALESCE((SELECT SUM(${what}) FROM ${from}), 0)`;

const grants = (viewer: Viewer): Sql =>
  sql`"Waiver" a JOIN "WaiverApplication" k ON k."id" = a."applicationId" JOIN "Venture" v ON v."id" = a."ventureId"
    WHERE a."form" = 'subsidy' AND ${waiverScope(viewer).sql}`;

/** What may be claimed of a grant `a`: months that have begun, are granted and stand in no claim. */
const claimableOf = (thisMonth: string): Sql =>
  sql`COALESCE((SELECT SUM(m."fen") FROM "WaiverMonth" m WHERE m."waiverId" = a."id" AND m."month" <= ${thisMonth}
    AND NOT EXISTS (SELECT 1 FROM "SubsidyClaimMonth" x WHERE x."waiverId" = a."id" AND x."month" = m."month"
      AND x."endedAt" IS NULL)), 0)`;

const columns = (
  thisMonth: string,
): Sql => sql`a."id", a."number", k."number" AS "case", v."name" AS "venture",
  v."number" AS "ventureNumber", a."parkId", a."personId", a."beganOn", a."termEndOn", a."endedOn",
  ${sumOf(sql`m."fen"`, sql`"WaiverMonth" m WHERE m."waiverId" = a."id"`)} AS "granted",
  ${sumOf(
    sql`c."fen"`,
    sql`"SubsidyClaim" c WHERE c."waiverId" = a."id"
    AND c."state" IN ('submitted', 'returned', 'checked', 'approved')`,
  )} AS "claimed",
  ${sumOf(
    sql`l."fen"`,
    sql`"PaymentLine" l JOIN "SubsidyClaim" c ON c."id" = l."claimId"
    WHERE c."waiverId" = a."id" AND l."state" = 'paid'`,
  )}
  - ${sumOf(
    sql`r."fen"`,
    sql`"SubsidyRepayment" r JOIN "SubsidyClaim" c ON c."id" = r."claimId"
    WHERE c."waiverId" = a."id"`,
  )} AS "paid",
  ${claimableOf(thisMonth)} AS "claimable"`;

/** One page of the grants that a viewer sees, the newest first. */
export const listGrants = (
  reads: Reads,
  viewer: Viewer,
  { thisMonth, limit, offset }: { thisMonth: string; limit: number; offset: number },
): Promise<GrantRow[]> =>
  rowsOf<GrantRow>(
    reads,
    sql`SELECT ${columns(thisMonth)} FROM ${grants(viewer)} ORDER BY a."id" DESC LIMIT ${limit} OFFSET ${offset}`,
  );

export async function countGrants(reads: Reads, viewer: Viewer): Promise<number> {
  const [row] = await rowsOf<{ n: number }>(
    reads,
    sql`SELECT COUNT(*) AS "n" FROM ${grants(viewer)}`,
  );
  return Number(row?.n ?? 0);
}

export async function findGrant(
  reads: Reads,
  viewer: Viewer,
  { number, thisMonth }: { number: string; thisMonth: string },
): Promise<GrantRow | null> {
  const [row] = await rowsOf<GrantRow>(
    reads,
    sql`SELECT ${columns(thisMonth)} FROM ${grants(viewer)} AND a."number" = ${number}`,
  );
  return row ?? null;
}

/** The grants of a founder of which something may be claimed, the oldest first. */
export const claimableGrants = (
  reads: Reads,
  viewer: Viewer,
  thisMonth: string,
): Promise<GrantRow[]> =>
  rowsOf<GrantRow>(
    reads,
    sql`SELECT ${columns(thisMonth)} FROM ${grants(viewer)} AND ${claimableOf(thisMonth)} > 0 ORDER BY a."id"`,
  );
