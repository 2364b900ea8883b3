import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import type { SubjectKind } from '../history/record.js';
import { applicationScope, waiverScope } from '../people/case-scope.js';
import { recordedVentureScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import { boundParkIds, readsWholeSql } from '../ventures/own-time.js';

/** The records that go with a venture: the park that it is in now reads of them what was done in others, too. */
const ofTheVenture: SubjectKind[] = [
  'venture',
  'residency',
  'tenancy',
  'jobs-return',
  'founder-report',
  'person',
];

/**
 * The events that the viewer reads, of a row of HistoryEvent: by the very conditions under which the page of the record
 * opens. What is known of a case or waiver by its case alone; of a venture that left, what was done in the own
 * parks; a founder, of the own ventures' records and not of those that their park keeps.
 */
export function eventsInScope(viewer: Viewer): Sql {
  const kind = sql`"HistoryEvent"."subjectKind"`;
  return sql`CASE ${kind}
    WHEN 'application' THEN ${audience(viewer)} AND EXISTS (SELECT 1 FROM "WaiverApplication" a
      WHERE a."id" = "HistoryEvent"."subjectId" AND ${applicationScope(viewer).sql})
    WHEN 'waiver' THEN EXISTS (SELECT 1 FROM "Waiver" a
      WHERE a."id" = "HistoryEvent"."subjectId" AND ${waiverScope(viewer).sql})
    ELSE ${audience(viewer)} AND ${others(viewer)} END`;
}

const audience = (viewer: Viewer): Sql =>
  viewer.role === 'founder' ? sql`"HistoryEvent"."audience" = 'all'` : sql`TRUE`;

const isOfTheVenture = sql`"HistoryEvent"."subjectKind" IN ${listed(ofTheVenture)}`;

/** A person's own events tell of ventures that they have left, too. */
const isOfOwnVenture = (viewer: Viewer): Sql => sql`("HistoryEvent"."ventureId" IS NULL
  OR EXISTS (SELECT 1 FROM "Venture" v
    WHERE v."id" = "HistoryEvent"."ventureId" AND ${recordedVentureScope(viewer).sql}))`;

function others(viewer: Viewer): Sql {
  if (viewer.role === 'founder') return sql`${isOfTheVenture} AND ${isOfOwnVenture(viewer)}`;
  const own = boundParkIds(viewer);
  if (own === null) return sql`TRUE`;
  const parks = listed(own);
  const ventureId = sql`"HistoryEvent"."ventureId"`;
  // What is of no park and no venture is opened by its own page: a person, a closed month.
  return sql`("HistoryEvent"."parkId" + 0 IN ${parks} OR "HistoryEvent"."fromParkId" + 0 IN ${parks}
    OR ("HistoryEvent"."parkId" IS NULL AND ${ventureId} IS NULL)
    OR (${isOfTheVenture} AND ${readsWholeSql(viewer, ventureId)}))`;
}
