import { addDays, type Day, today } from '../calendar/days.js';
import type { WorkCalendar } from '../calendar/working-days.js';
import type { Reads, Tx } from '../database/database.js';
import { changeRows } from '../database/direct-sql.js';
import type { Prisma } from '../database/generated/client.js';
import { sentField, sentRows } from '../database/sent-rows.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { changesBetween, recordEvents } from '../history/record.js';
import { announceAll } from '../outbox/announce.js';
import { rulesOf } from '../policies/parsed-rules.js';
import type { PolicyRules } from '../policies/rules.js';
import { type CaseDays, type Recount, redated } from './redated.js';
import { redatedMessages } from './redated-messages.js';
import { openStates, type StateName, states } from './states.js';

const include = {
  policyVersion: { select: { rules: true } },
  steps: { orderBy: { id: 'asc' }, select: { at: true, toState: true } },
  objections: { select: { at: true, resolvedAt: true } },
} as const satisfies Prisma.WaiverApplicationInclude;
type Row = Prisma.WaiverApplicationGetPayload<{ include: typeof include }>;

/** A case whose days change: what they were and what they are then. */
export type RedatedCase = {
  application: Row;
  rules: PolicyRules;
  before: CaseDays;
  after: CaseDays;
};

/** A refusal of longer ago has no term open, however many working days a policy gives and festivals fall into it. */
const decidedWithin = 400;

const withDays: Prisma.WaiverApplicationWhereInput = {
  state: { in: openStates.filter((state) => states[state].limit !== null) },
};
const decided = (on: Day): Prisma.WaiverApplicationWhereInput => ({
  state: { in: ['refused', 'revoked'] },
  reconsiderations: 0,
  stateSince: { gte: new Date(`${addDays(on, -decidedWithin)}T00:00:00Z`) },
});

/** The cases whose days are others under another calendar, the oldest first. */
export async function findRedated(reads: Reads, recount: Recount): Promise<RedatedCase[]> {
  const rows = await reads.waiverApplication.findMany({
    where: { OR: [withDays, decided(recount.on)] },
    include,
    orderBy: { id: 'asc' },
  });
  return rows.flatMap((row) => changeOf(row, recount));
}

/** The open cases that have no day, as an earlier version of the system could not count it. */
export async function findUndated(
  reads: Reads,
  calendar: WorkCalendar,
  on: Day,
): Promise<RedatedCase[]> {
  const limited = openStates.filter((state) => states[state].limit !== null);
  const running = limited.filter((state) => states[state].clock === 'runs');
  const rows = await reads.waiverApplication.findMany({
    where: {
      OR: [
        { state: { in: limited }, dueOn: null },
        { state: { in: running }, determineBy: null },
      ],
    },
    include,
    orderBy: { id: 'asc' },
  });
  return rows.flatMap((row) => changeOf(row, { before: calendar, now: calendar, on }));
}

function changeOf(row: Row, recount: Recount): RedatedCase[] {
  const { dueOn, determineBy, noticeTo, reconsiderBy } = row;
  const before = { dueOn, determineBy, noticeTo, reconsiderBy };
  const rules = rulesOf(row.policyVersion.rules);
  const after = redated({ ...row, state: row.state as StateName, limits: rules.limits }, recount);
  const isSame = Object.keys(changesBetween(before, after)).length === 0;
  return isSame ? [] : [{ application: row, rules, before, after }];
}

/**
 * Gives cases their new days, with a line in each one's history and a message to the applicant and to who has it in
 * hand. Part of the transaction that changed the calendar.
 */
export async function redateCases(
  tx: Tx,
  by: Actor,
  calendar: WorkCalendar,
  cases: RedatedCase[],
): Promise<void> {
  if (cases.length === 0) return;
  const rows = cases.map(({ application, after }) => [
    application.id,
    after.dueOn,
    after.determineBy,
    after.noticeTo,
    after.reconsiderBy,
  ]);
  await changeRows(
    tx,
    sql`UPDATE "WaiverApplication" SET "dueOn" = ${sentField('r', 1)}, "determineBy" = ${sentField('r', 2)},
        "noticeTo" = ${sentField('r', 3)}, "reconsiderBy" = ${sentField('r', 4)}
      FROM ${sentRows(rows)} r WHERE "WaiverApplication"."id" = ${sentField('r', 0)}`,
  );
  recordEvents(
    tx,
    by,
    cases.map(({ application, before, after }) => ({
      verb: 'application.redated',
      subjectKind: 'application' as const,
      subjectId: application.id,
      ventureId: application.ventureId,
      parkId: application.parkId,
      detail: changesBetween(before, after),
    })),
  );
  await announceAll(
    tx,
    by,
    cases.flatMap((changed) => redatedMessages(changed, calendar, by)),
  );
}

/** What a night makes of cases without days. @returns how many have them now */
export async function dateCases(tx: Tx, at: Date, calendar: WorkCalendar): Promise<number> {
  const cases = await findUndated(tx, calendar, today(at));
  await redateCases(tx, { accountId: null, at }, calendar, cases);
  return cases.length;
}
