import type { Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { jsonField } from '../database/json.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import type { Fault } from '../language/refusal.js';
import type { CreateAct, Planned } from './planned.js';
import { visitsLoggedBy } from './register-facts.js';

/** What may have been built on a venture since a list brought it in. */
export const builtKinds = [
  'merged',
  'edited',
  'settling',
  'lease',
  'return',
  'people',
  'case',
  'visit',
] as const;
export type BuiltKind = (typeof builtKinds)[number];

type Counted = Record<
  | 'id'
  | 'isMerged'
  | 'version'
  | 'stays'
  | 'touchedStays'
  | 'leases'
  | 'touchedLeases'
  | 'months'
  | 'roles'
  | 'cases'
  | 'visits',
  number
> & { number: string; name: string };

/**
 * What was built on ventures that a batch made, each with its number: it has to be undone before the batch is taken back.
 * @param made the ids of the ventures with what the batch did for them
 */
export async function builtOnMade(
  reads: Reads,
  made: ReadonlyMap<number, CreateAct>,
  { batchId, month }: { batchId: number; month: Month | null },
): Promise<Fault[]> {
  const of = (table: 'Residency' | 'Tenancy') =>
    table === 'Residency'
      ? sql`"Residency" r WHERE r."ventureId" = v."id"`
      : sql`"Tenancy" t WHERE t."ventureId" = v."id"`;
  const rows = await rowsOf<Counted>(
    reads,
    sql`SELECT v."id", v."number", v."name", v."version",
        EXISTS (SELECT 1 FROM "VentureMerge" m WHERE m."undoneAt" IS NULL
          AND v."id" IN (m."loserId", m."survivorId")) AS "isMerged",
        (SELECT COUNT(*) FROM ${of('Residency')}) AS "stays",
        (SELECT COUNT(*) FROM ${of('Residency')} AND (r."version" > 1 OR r."endedOn" IS NOT NULL)) AS "touchedStays",
        (SELECT COUNT(*) FROM ${of('Tenancy')}) AS "leases",
        (SELECT COUNT(*) FROM ${of('Tenancy')} AND ${isTouched(batchId)}) AS "touchedLeases",
        (SELECT COUNT(*) FROM "JobsReturn" j WHERE j."ventureId" = v."id"
            AND (j."version" > 1 OR j."month" <> ${month ?? ''}))
          + (SELECT COUNT(*) FROM "FounderReport" f WHERE f."ventureId" = v."id")
          + (SELECT COUNT(*) FROM "Roster" o WHERE o."ventureId" = v."id")
          + (SELECT COUNT(*) FROM "ReturnProof" x WHERE x."ventureId" = v."id") AS "months",
        (SELECT COUNT(*) FROM "PersonRole" p WHERE p."ventureId" = v."id") AS "roles",
        (SELECT COUNT(*) FROM "WaiverApplication" a WHERE a."ventureId" = v."id") AS "cases",
        (SELECT COUNT(*) FROM "VisitVenture" w JOIN "Visit" i ON i."id" = w."visitId" AND i."cancelledAt" IS NULL
          WHERE w."ventureId" = v."id" AND NOT (i."id" IN ${visitsLoggedBy(batchId)} AND i."version" = 1
            AND NOT EXISTS (SELECT 1 FROM "Photo" o WHERE o."visitId" = i."id"))) AS "visits"
      FROM "Venture" v WHERE v."id" IN ${listed([...made.keys()])}
        AND v."id" NOT IN (SELECT "ventureId" FROM "VentureVoid" WHERE "mergeId" IS NULL)
      ORDER BY v."id"`,
  );
  return rows.flatMap((row) => {
    const act = made.get(row.id);
    return act ? kindsOf(row, act).map((kind) => builtFault(kind, row)) : [];
  });
}

/**
 * Whether somebody changed the lease `t` that a batch made. That it ends with its term, as the same batch let its space on
 * from there, is no change: the end was entered with a later lease of a venture of the batch, at the same moment.
 */
const isTouched = (
  batchId: number,
): Sql => sql`(t."version" > 1 AND NOT (t."version" = 2 AND EXISTS (
  SELECT 1 FROM "HistoryEvent" e JOIN "HistoryEvent" n ON n."at" = e."at" AND n."verb" = 'tenancy.began'
      AND n."subjectKind" = 'tenancy' AND n."subjectId" > t."id"
    WHERE e."subjectKind" = 'tenancy' AND e."subjectId" = t."id" AND e."verb" = 'tenancy.ended'
      AND ${jsonField(sql`n."detail"`, 'spaceId')} = t."spaceId"
      AND n."ventureId" IN (SELECT "ventureId" FROM "ImportedRow" WHERE "batchId" = ${batchId}))))`;

/** Whether somebody changed a lease since a batch made it. */
export async function isTouchedLease(
  reads: Reads,
  tenancyId: number,
  batchId: number,
): Promise<boolean> {
  const [lease] = await rowsOf<{ isTouched: number }>(
    reads,
    sql`SELECT ${isTouched(batchId)} AS "isTouched" FROM "Tenancy" t WHERE t."id" = ${tenancyId}`,
  );
  return lease?.isTouched === 1;
}

function kindsOf(row: Counted, { venture, settledOn, lease }: CreateAct): BuiltKind[] {
  const was: Record<BuiltKind, boolean> = {
    merged: row.isMerged === 1,
    edited: row.version > 1,
    settling: row.touchedStays > 0 || row.stays !== Number(settledOn !== null),
    lease: row.touchedLeases > 0 || row.leases !== Number(lease !== null),
    return: row.months > 0,
    people: row.roles !== new Set(venture.founders.map(({ name }) => name)).size,
    case: row.cases > 0,
    visit: row.visits > 0,
  };
  return builtKinds.filter((kind) => was[kind]);
}

export const builtFault = (
  kind: BuiltKind | 'visit-touched',
  { number, name }: { number: string; name: string },
): Fault => ({ field: '', key: `imports.built.${kind}`, values: { number, name } });

/** What the batch did for the ventures that it made, by the number of the row. */
export const createActs = (rows: readonly Planned[]): Map<number, CreateAct> =>
  new Map(rows.flatMap(({ row, act }) => (act?.kind === 'create' ? [[row, act] as const] : [])));
