import type { Day } from '../calendar/days.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import type { FindingKind } from './find.js';

/** The kinds of what ends on a day. */
export const datedKinds = [
  'tenancy-ends',
  'waiver-ends',
  'proof-runs-out',
] as const satisfies readonly FindingKind[];
export type DatedKind = (typeof datedKinds)[number];
export const isDated = (kind: FindingKind): kind is DatedKind =>
  (datedKinds as readonly FindingKind[]).includes(kind);

/** What ran out, as its day has come, and what ends soon: of all dated kinds together. */
export const dueGroups = ['ran-out', 'endings'] as const;
export type DueGroup = (typeof dueGroups)[number];

/** That a finding, as `f`, belongs to a group on a day. */
export const isInGroup = (group: DueGroup, on: Day): Sql =>
  group === 'ran-out' ? sql`f."dueOn" <= ${on}` : sql`f."dueOn" > ${on}`;

/** That the venture of a finding, as `f`, is in its park still. */
export const isSettled: Sql = sql`EXISTS (SELECT 1 FROM "Residency" r
  WHERE r."ventureId" = f."ventureId" AND r."parkId" = f."parkId" AND r."endedOn" IS NULL)`;

/** Of a finding, as `f`, that a lease ends: the first of those that run out on its day and were not ended. */
export const leaseOf: Sql = sql`CASE WHEN f."kind" = 'tenancy-ends' THEN (SELECT MIN(t."id") FROM "Tenancy" t
  WHERE t."ventureId" = f."ventureId" AND t."termEndOn" = f."dueOn" AND t."endedOn" IS NULL AND t."voidedAt" IS NULL) END`;

/** What was found in the night and still holds: a lease that was renewed or ended since is no longer one. */
const stillHolds: Sql = sql`(f."kind" = 'proof-runs-out'
  OR (f."kind" = 'waiver-ends' AND EXISTS (SELECT 1 FROM "Waiver" w
    WHERE w."ventureId" = f."ventureId" AND COALESCE(w."endedOn", w."termEndOn") = f."dueOn"))
  OR (f."kind" = 'tenancy-ends' AND EXISTS (SELECT 1 FROM "Tenancy" t
    WHERE t."ventureId" = f."ventureId" AND t."termEndOn" = f."dueOn" AND t."endedOn" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Tenancy" n WHERE n."ventureId" = t."ventureId" AND n."spaceId" = t."spaceId"
        AND n."beganOn" >= t."termEndOn" AND n."voidedAt" IS NULL))))`;

/** That a finding, as `f`, is of dated kinds and of some parks, and holds still. */
export const isDatedFound = (parkIds: number[], kinds: readonly DatedKind[] = datedKinds): Sql =>
  sql`f."parkId" IN ${listed(parkIds)} AND f."kind" IN ${listed([...kinds])} AND ${isSettled} AND ${stillHolds}`;
