import { addDays, type Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { join, type Sql, sql } from '../database/sql.js';
import type { Viewer } from '../people/viewer.js';
import { refuseNoChoice } from '../web/read-query.js';
import type { HistoryFilter } from './filter.js';
import { canExportHistory } from './permissions.js';
import { eventsInScope } from './scope.js';
import { verbsOfKind } from './verbs.js';

/**
 * Which events, as conditions that all hold. Each can also be asked one value at a time, so that an index gives its
 * events in their order: the first of the list is asked so, the others only narrow what it gives.
 */
export type Selection = {
  conditions: Condition[];
  period: Sql;
  /** What the viewer reads of them. */
  scope: Sql;
};
type Condition = { each: Sql[]; narrows: Sql };

/** The events of a filter that the viewer sees. What nothing bears the number of has no events. */
export async function selectionOf(
  reads: Reads,
  viewer: Viewer,
  filter: HistoryFilter,
): Promise<Selection> {
  const conditions = [
    filter.number === '' ? null : await ofNumber(reads, filter.number),
    ofParks(await parkIdsOf(reads, viewer, filter.park)),
    viewer.role === 'administrator' ? ofVerbs(verbsOfKind('account')) : null,
    filter.who === '' ? null : ofActors(await actorIdsOf(reads, filter.who)),
    filter.kind === null ? null : ofVerbs(verbsOfKind(filter.kind)),
    filter.verb === null ? null : ofVerbs([filter.verb]),
  ];
  return {
    conditions: conditions.filter((condition) => condition !== null),
    period: periodOf(filter),
    scope: eventsInScope(viewer),
  };
}

/** Null for all parks and for what belongs to none. @throws WrongQuery for a park that is out of sight */
async function parkIdsOf(
  reads: Reads,
  viewer: Viewer,
  number: string | null,
): Promise<number[] | null> {
  const own = canExportHistory(viewer) || viewer.role === 'administrator' ? null : viewer.parkIds;
  if (number === null) return own;
  const parks = await reads.park.findMany({
    where: own === null ? { number } : { number, id: { in: own } },
    select: { id: true, number: true },
  });
  refuseNoChoice(
    'park',
    number,
    parks.map((park) => park.number),
  );
  return parks.map(({ id }) => id);
}

// An expression in place of the bare column keeps its index out: the first condition's is the one to use.
const ofParks = (ids: number[] | null): Condition | null =>
  ids && {
    each: [
      ...ids.map((id) => sql`"parkId" = ${id}`),
      ...ids.map((id) => sql`"fromParkId" = ${id} AND "parkId" + 0 NOT IN ${list(ids)}`),
    ],
    narrows: sql`("parkId" + 0 IN ${list(ids)} OR "fromParkId" + 0 IN ${list(ids)})`,
  };

const ofVerbs = (verbs: string[]): Condition => ({
  each: verbs.map((verb) => sql`"verb" = ${verb}`),
  narrows: sql`"verb" || '' IN ${list(verbs)}`,
});

/** @param ids null among them stands for the system itself */
const ofActors = (ids: (number | null)[]): Condition => ({
  each: ids.map((id) => (id === null ? sql`"actorId" IS NULL` : sql`"actorId" = ${id}`)),
  narrows: sql`COALESCE("actorId", 0) IN ${list(ids.map((id) => id ?? 0))}`,
});

const list = (values: (number | string)[]): Sql =>
  values.length === 0 ? sql`(NULL)` : sql`(${join(values)})`;

function periodOf({ from, to }: { from: Day | null; to: Day | null }): Sql {
  const since = from === null ? sql`TRUE` : sql`"at" >= ${startOf(from)}`;
  const until = to === null ? sql`TRUE` : sql`"at" < ${startOf(addDays(to, 1))}`;
  return sql`${since} AND ${until}`;
}

/** The moment at which a day begins in Zhoushan. */
const startOf = (day: Day): Date => new Date(`${day}T00:00:00+08:00`);

/** Everybody of that username or name; 系统 is what nobody did. */
async function actorIdsOf(reads: Reads, who: string): Promise<(number | null)[]> {
  const accounts = await reads.account.findMany({
    where: { OR: [{ username: who.toLowerCase() }, { name: who }] },
    select: { id: true },
  });
  const ids = accounts.map(({ id }) => id);
  return /^(系统|the system|system)$/i.test(who) ? [...ids, null] : ids;
}

/** What bears a number: a venture, park, space, person, published figure, or an account by its username. */
async function ofNumber(reads: Reads, typed: string): Promise<Condition> {
  const number = typed.normalize('NFKC').toUpperCase();
  const where = { number };
  const select = { id: true };
  const venture = await reads.venture.findUnique({ where, select });
  if (venture) return only(sql`"ventureId" = ${venture.id}`);
  const park = await reads.park.findUnique({ where, select });
  if (park) return ofParks([park.id]) as Condition;
  const subject =
    named('space', await reads.space.findUnique({ where, select })) ??
    named('person', await reads.person.findUnique({ where, select })) ??
    named('figure', await reads.publishedFigure.findUnique({ where, select })) ??
    named(
      'account',
      await reads.account.findUnique({ where: { username: typed.toLowerCase() }, select }),
    );
  return subject ?? { each: [], narrows: sql`FALSE` };
}

const named = (kind: string, record: { id: number } | null): Condition | null =>
  record && only(sql`"subjectKind" = ${kind} AND "subjectId" = ${record.id}`);

const only = (condition: Sql): Condition => ({ each: [condition], narrows: condition });
