import type { Day } from '../calendar/days.js';
import { calendarOf, calendarVersion } from '../calendar/stored-calendar.js';
import type { WorkCalendar } from '../calendar/working-days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import { Conflict } from '../language/refusal.js';
import { rulesOfText } from '../policies/kept-rules.js';
import type { PolicyRules } from '../policies/rules.js';

/** The case that a page showed: it must not have changed since. */
export type SeenCase = { id: number; version: number };

/** The version that a case pins: its rules never change, the day on which it ends may be set. */
type PinnedVersion = {
  number: number;
  /** Stored or read already: `rulesOf` takes both. */
  rules: unknown;
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
  reconsiderBy: Day | null;
  reconsiderations: number;
  version: number;
};
type Step = {
  at: Date;
  byId: number | null;
  move: string;
  fromState: string;
  toState: string;
  reason: string;
  note: string;
  facts: unknown;
  outcome: unknown;
};

/** A case with its rules and its steps, the oldest first, for a verb. */
export type OpenedCase = Plain & {
  stateSince: Date;
  begunAt: Date;
  submittedAt: Date | null;
  claimedAt: Date | null;
  answers: unknown;
  openFields: unknown;
  steps: Step[];
  policyVersion: PinnedVersion;
  rules: PolicyRules;
  /** The working days by which its clock runs. */
  calendar: WorkCalendar;
};

type Row = Plain & {
  stateSince: string;
  begunAt: string;
  submittedAt: string | null;
  claimedAt: string | null;
  /** JSON, the steps too. */
  answers: string;
  openFields: string | null;
  steps: string;
  rules: string;
  versionNumber: number;
  versionBeganOn: Day | null;
  versionEndedOn: Day | null;
  code: string;
  calendarVersion: string;
};

const question = (id: number) => sql`
  SELECT a."id", a."number", a."policyId", a."policyVersionId", a."ventureId", a."personId", a."parkId", a."state",
    a."stateSince", a."begunAt", a."begunById", a."submittedAt", a."dueOn", a."determineBy", a."claimedById",
    a."claimedAt", a."corrections", a."noticeFrom", a."noticeTo", a."reconsiderBy", a."reconsiderations", a."version", a."answers",
    a."openFields", v."number" AS "versionNumber", v."rules", v."beganOn" AS "versionBeganOn",
    v."endedOn" AS "versionEndedOn", p."code", ${calendarVersion} AS "calendarVersion",
    (SELECT json_group_array(json_object('at', "at", 'byId', "byId", 'move', "move", 'fromState', "fromState",
        'toState', "toState", 'reason', "reason", 'note', "note", 'facts', json("facts"), 'outcome', json("outcome")))
      FROM (SELECT * FROM "WaiverStep" WHERE "applicationId" = a."id" ORDER BY "id")) AS "steps"
  FROM "WaiverApplication" a JOIN "PolicyVersion" v ON v."id" = a."policyVersionId"
  JOIN "Policy" p ON p."id" = v."policyId" WHERE a."id" = ${id}`;

/** The case as it stands, for a verb. @throws Conflict when it is no longer the version that was seen */
export async function openCase(tx: Tx, { id, version }: SeenCase): Promise<OpenedCase> {
  const [row] = await rowsOf<Row>(tx, question(id));
  if (!row || row.version !== version) throw new Conflict('waivers.moved-meanwhile');
  const {
    versionNumber,
    versionBeganOn,
    versionEndedOn,
    code,
    calendarVersion: calendar,
    ...stored
  } = row;
  const rules = rulesOfText(stored.rules);
  const ofVersion = { number: versionNumber, beganOn: versionBeganOn, endedOn: versionEndedOn };
  return {
    ...stored,
    stateSince: new Date(stored.stateSince),
    begunAt: new Date(stored.begunAt),
    submittedAt: timeOf(stored.submittedAt),
    claimedAt: timeOf(stored.claimedAt),
    answers: JSON.parse(stored.answers),
    openFields: stored.openFields && JSON.parse(stored.openFields),
    steps: (JSON.parse(stored.steps) as (Omit<Step, 'at'> & { at: string })[]).map((step) => ({
      ...step,
      at: new Date(step.at),
    })),
    rules,
    calendar: await calendarOf(tx, calendar),
    policyVersion: { ...ofVersion, rules, policy: { code } },
  };
}

const timeOf = (stored: string | null): Date | null => (stored === null ? null : new Date(stored));
