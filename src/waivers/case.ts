import { z } from 'zod';
import type { Day } from '../calendar/days.js';
import { calendarOf, calendarVersion } from '../calendar/stored-calendar.js';
import type { WorkCalendar } from '../calendar/working-days.js';
import type { Reads } from '../database/database.js';
import { asJson, jsonRows } from '../database/json.js';
import { sql } from '../database/sql.js';
import { rulesOfText } from '../policies/parsed-rules.js';
import type { PolicyRules } from '../policies/rules.js';

/** The version that a case pins: its rules never change, the day on which it ends may be set. */
type PinnedVersion = {
  number: number;
  rules: PolicyRules;
  beganOn: Day | null;
  endedOn: Day | null;
  policy: { code: string };
};

/** What stands in a case as it is stored. */
type Plain = {
  id: number;
  number: string;
  policyId: number;
  policyVersionId: number;
  ventureId: number;
  personId: number;
  parkId: number;
  state: string;
  begunById: number | null;
  dueOn: Day | null;
  determineBy: Day | null;
  claimedById: number | null;
  corrections: number;
  noticeFrom: Day | null;
  noticeTo: Day | null;
  pausedFrom: Day | null;
  pausedTo: Day | null;
  reconsiderBy: Day | null;
  reconsiderations: number;
  version: number;
};
type Moments = {
  stateSince: Date;
  begunAt: Date;
  submittedAt: Date | null;
  claimedAt: Date | null;
};
export type Step = {
  id: number;
  at: Date;
  byId: number | null;
  move: string;
  fromState: string;
  toState: string;
  reason: string;
  note: string;
  inside: string;
  facts: unknown;
  outcome: unknown;
};

/** A case (免租申请) with its rules and its steps, the oldest first: what every verb and page of it reads. */
export type Case = Plain &
  Moments & {
    answers: unknown;
    openFields: unknown;
    steps: Step[];
    policyVersion: PinnedVersion;
    rules: PolicyRules;
    /** The working days by which its clock runs. */
    calendar: WorkCalendar;
  };

/** A row of `caseColumns`, its steps and what else is JSON as text. */
export type CaseRow = Plain &
  Moments & {
    answers: string;
    openFields: string | null;
    steps: string;
    rules: string;
    versionNumber: number;
    versionBeganOn: Day | null;
    versionEndedOn: Day | null;
    code: string;
    calendarVersion: string | null;
  };
const day = z.string().nullable();
const id = z.int();
const CaseRow = z.looseObject({
  id,
  number: z.string(),
  policyId: id,
  policyVersionId: id,
  ventureId: id,
  personId: id,
  parkId: id,
  state: z.string(),
  begunById: id.nullable(),
  dueOn: day,
  determineBy: day,
  claimedById: id.nullable(),
  corrections: id,
  noticeFrom: day,
  noticeTo: day,
  pausedFrom: day,
  pausedTo: day,
  reconsiderBy: day,
  reconsiderations: id,
  version: id,
  stateSince: z.date(),
  begunAt: z.date(),
  submittedAt: z.date().nullable(),
  claimedAt: z.date().nullable(),
  answers: z.string(),
  openFields: z.string().nullable(),
  steps: z.string(),
  rules: z.string(),
  versionNumber: id,
  versionBeganOn: day,
  versionEndedOn: day,
  code: z.string(),
  calendarVersion: z.string().nullable(),
});
/** What the rows of a question for cases are. */
export const caseRows = {
  times: ['stateSince', 'begunAt', 'submittedAt', 'claimedAt'],
  schema: CaseRow,
} as const;

const steps = jsonRows(
  {
    id: sql`"id"`,
    at: sql`"at"`,
    byId: sql`"byId"`,
    move: sql`"move"`,
    fromState: sql`"fromState"`,
    toState: sql`"toState"`,
    reason: sql`"reason"`,
    note: sql`"note"`,
    inside: sql`"inside"`,
    facts: asJson(sql`"facts"`),
    outcome: asJson(sql`"outcome"`),
  },
  sql`(SELECT * FROM "WaiverStep" WHERE "applicationId" = a."id" ORDER BY "id")`,
);

/** What is read of a case, of a row `a` with its version `v` and policy `p`. */
export const caseColumns = sql`a."id", a."number", a."policyId", a."policyVersionId", a."ventureId", a."personId",
  a."parkId", a."state", a."stateSince", a."begunAt", a."begunById", a."submittedAt", a."dueOn", a."determineBy",
  a."claimedById", a."claimedAt", a."corrections", a."noticeFrom", a."noticeTo", a."pausedFrom", a."pausedTo", a."reconsiderBy",
  a."reconsiderations", a."version", a."answers", a."openFields", v."number" AS "versionNumber", v."rules",
  v."beganOn" AS "versionBeganOn", v."endedOn" AS "versionEndedOn", p."code",
  ${calendarVersion} AS "calendarVersion", ${steps} AS "steps"`;
export const caseTables = sql`"WaiverApplication" a
  JOIN "PolicyVersion" v ON v."id" = a."policyVersionId" JOIN "Policy" p ON p."id" = v."policyId"`;

/** The case of a row. Its rules are read once for each text of them, and the calendar once for each version. */
export async function caseOf(reads: Reads, row: CaseRow): Promise<Case> {
  const {
    versionNumber,
    versionBeganOn,
    versionEndedOn,
    code,
    calendarVersion: days,
    ...own
  } = row;
  const rules = rulesOfText(row.rules);
  return {
    ...own,
    answers: JSON.parse(row.answers),
    openFields: row.openFields && JSON.parse(row.openFields),
    steps: stepsOf(row.steps),
    rules,
    calendar: await calendarOf(reads, days ?? ''),
    policyVersion: {
      number: versionNumber,
      beganOn: versionBeganOn,
      endedOn: versionEndedOn,
      rules,
      policy: { code },
    },
  };
}

const stepsOf = (stored: string): Step[] =>
  (JSON.parse(stored) as (Omit<Step, 'at'> & { at: string })[]).map((step) => ({
    ...step,
    at: new Date(step.at),
  }));
