import type { Day } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { jsonRows } from '../../database/json.js';
import { listed } from '../../database/listed.js';
import { type Sql, sql } from '../../database/sql.js';
import { sameRecords } from '../../identities/same-people.js';
import { applicationScope, waiverScope } from '../../people/case-scope.js';
import type { Viewer } from '../../people/viewer.js';
import { rulesOfText } from '../../policies/parsed-rules.js';
import type { PolicyRules } from '../../policies/rules.js';
import { openStates } from '../states.js';

/** Whose it is, under which policy, and whether the viewer sees it. */
type Whose = {
  number: string;
  rules: PolicyRules;
  venture: string;
  person: string;
  park: { nameZh: string; nameEn: string };
  isSeen: boolean;
};
type OfWaiver = {
  applicationNumber: string;
  beganOn: Day;
  endedOn: Day | null;
  termEndOn: Day;
  /** What it comes to with what was taken back, in fen. */
  fen: number;
};
type OfCase = { state: string };
export type OtherWaiver = Whose & OfWaiver;
export type OtherCase = Whose & OfCase;
export type OtherBenefits = {
  /** Whether the person stands in the register under other records, too. */
  isKnownElsewhere: boolean;
  waivers: OtherWaiver[];
  cases: OtherCase[];
};

type Of = { id: number; ventureId: number; personId: number };

const names = sql`e."name" AS "venture", i."name" AS "person", k."nameZh", k."nameEn"`;
const withNames = sql`JOIN "PolicyVersion" v ON v."id" = a."policyVersionId"
  JOIN "Venture" e ON e."id" = a."ventureId" JOIN "Person" i ON i."id" = a."personId"
  JOIN "Park" k ON k."id" = a."parkId"`;
const whose = ['number', 'rules', 'venture', 'person', 'nameZh', 'nameEn', 'isSeen'];
const isTheirs = ({ ventureId }: Of): Sql =>
  sql`(a."ventureId" = ${ventureId} OR a."personId" IN (SELECT "id" FROM "people"))`;

const waiversOf = (viewer: Viewer, of: Of): Sql =>
  jsonRows(
    [...whose, 'applicationNumber', 'beganOn', 'endedOn', 'termEndOn', 'fen'],
    sql`(SELECT a."number", v."rules", ${names}, ${waiverScope(viewer).sql} AS "isSeen", o."number" AS "applicationNumber",
        a."beganOn", a."endedOn", a."termEndOn",
        (SELECT COALESCE(SUM("fen"), 0) FROM "WaiverMonth" WHERE "waiverId" = a."id") AS "fen"
      FROM "Waiver" a JOIN "WaiverApplication" o ON o."id" = a."applicationId" ${withNames}
      WHERE ${isTheirs(of)} AND a."applicationId" <> ${of.id} ORDER BY a."beganOn" DESC)`,
  );
const casesOf = (viewer: Viewer, of: Of): Sql =>
  jsonRows(
    [...whose, 'state'],
    sql`(SELECT a."number", v."rules", ${names}, ${applicationScope(viewer).sql} AS "isSeen", a."state"
      FROM "WaiverApplication" a ${withNames}
      WHERE ${isTheirs(of)} AND a."id" <> ${of.id} AND a."submittedAt" IS NOT NULL
        AND a."state" IN ${listed(openStates)} ORDER BY a."id" DESC)`,
  );

/** What the venture and the person, under whatever record, hold or have asked for beside a case: one question. */
export async function otherBenefitsOf(
  reads: Reads,
  viewer: Viewer,
  of: Of,
): Promise<OtherBenefits> {
  const [row] = await rowsOf<{ others: number; waivers: string; cases: string }>(
    reads,
    sql`WITH "people"("id") AS (SELECT ${of.personId} UNION ${sameRecords(of.personId)})
      SELECT (SELECT COUNT(*) FROM "people") - 1 AS "others",
        ${waiversOf(viewer, of)} AS "waivers", ${casesOf(viewer, of)} AS "cases"`,
  );
  if (!row) throw new Error('a count has a row');
  return {
    isKnownElsewhere: row.others > 0,
    waivers: (JSON.parse(row.waivers) as (OfWaiver & Stored)[]).map((row) => read(row)),
    cases: (JSON.parse(row.cases) as (OfCase & Stored)[]).map((row) => read(row)),
  };
}

type Stored = {
  number: string;
  rules: string;
  venture: string;
  person: string;
  nameZh: string;
  nameEn: string;
  isSeen: number;
};
const read = <T extends object>(row: T & Stored): T & Whose => {
  const { rules, nameZh, nameEn, isSeen } = row;
  return Object.assign({}, row, {
    rules: rulesOfText(rules),
    park: { nameZh, nameEn },
    isSeen: isSeen === 1,
  }) as T & Whose;
};
