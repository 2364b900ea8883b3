import { addDays, addMonths, type Day, monthOf } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { type Sql, sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { refuseIf } from '../language/refusal.js';
import { closedFault, type Touched } from './closed-months.js';

/**
 * The days from which something holds that totals, reports, filters or standards read, by table, beside those that make
 * entries. Whoever writes one asks `refuseClosedDays` first: a closed month comes out differently by it, though no entry
 * moves. `tests/ledger/dated-attributes.test.ts` holds the schema and the verbs against this list.
 */
export const datedAttributes = {
  ParkRegion: ['beganOn', 'endedOn'],
  Space: ['openedOn', 'closedOn'],
  SpacePark: ['beganOn', 'endedOn'],
  SpaceValuation: ['fromOn'],
  Tenancy: ['beganOn', 'termEndOn', 'endedOn', 'heldOverTo'],
  PersonRole: ['beganOn', 'endedOn'],
  PersonCategory: ['beganOn', 'endedOn'],
  Visit: ['madeOn'],
  EarlierThreshold: ['changedOn'],
  EarlierProfile: ['changedOn'],
  EarlierSpace: ['changedOn'],
  EarlierPark: ['changedOn'],
} as const;

type Dated = typeof datedAttributes;
/** A table and its column of days: `Space.openedOn`. */
export type DatedColumn = { [T in keyof Dated]: `${T}.${Dated[T][number]}` }[keyof Dated];

/** What changes from a day on: of a park, or of a venture in it; of everything where the park is null. */
export type Reach = {
  parkId: number | null;
  ventureId: number | null;
  day: Day;
  /** The first day on which all is as it was; null, and left out, where the change goes on. */
  until?: Day | null;
};

/** The months of a change from a day on. */
export const touchedFrom = ({ day, until, parkId, ventureId }: Reach): Touched => ({
  month: monthOf(day),
  until: until ? addMonths(monthOf(addDays(until, -1)), 1) : null,
  parkId,
  ventureId,
});

/**
 * Refuses days in a closed month (锁定) that no reopening in force covers, and every closed month that they change.
 * @param column what the days are of; its name is that of the form's field
 * @throws Refusal at that field, naming the month
 */
export async function refuseClosedDays(
  tx: Tx,
  by: Actor,
  column: DatedColumn,
  reaches: Reach[],
): Promise<void> {
  const fault = await closedFault(tx, by, reaches.map(touchedFrom));
  refuseIf([fault && { field: fieldOf(column), key: fault.key, values: fault.values }]);
}

/** Forms ask for the last day, where the column has the first after it. */
const fieldOf = (column: DatedColumn): string => {
  const name = column.slice(column.indexOf('.') + 1);
  return lastDays[name] ?? name;
};
const lastDays: Record<string, string> = { endedOn: 'lastOn', termEndOn: 'termLastOn' };

type FoundedRow = {
  parkId: number;
  ventureId: number;
  /** When the stay, the role and the category began and ended. */
  beganOn: Day;
  roleBegan: Day;
  categoryBegan: Day;
  endedOn: Day | null;
  roleEnded: Day | null;
  categoryEnded: Day | null;
};

/**
 * What a change of founders from a day on reaches: where a venture is in a park, with a founder who has a category.
 * @param which of the roles `pr` and categories `pc`
 */
export async function reachesOfFounders(reads: Reads, which: Sql, from: Day): Promise<Reach[]> {
  const rows = await rowsOf<FoundedRow>(
    reads,
    sql`SELECT r."parkId", r."ventureId", r."beganOn", r."endedOn", pr."beganOn" AS "roleBegan",
        pr."endedOn" AS "roleEnded", pc."beganOn" AS "categoryBegan", pc."endedOn" AS "categoryEnded"
      FROM "PersonRole" pr JOIN "PersonCategory" pc ON pc."personId" = pr."personId"
      JOIN "Residency" r ON r."ventureId" = pr."ventureId"
      WHERE pr."role" = 'founder' AND ${which}`,
  );
  return rows.flatMap(({ parkId, ventureId, ...row }) => {
    const day = latest(row.beganOn, row.roleBegan, row.categoryBegan, from);
    const ends = [row.endedOn, row.roleEnded, row.categoryEnded].filter((end) => end !== null);
    const until = ends.sort()[0] ?? null;
    return until !== null && until <= day ? [] : [{ parkId, ventureId, day, until }];
  });
}

const latest = (...days: Day[]): Day => days.reduce((a, b) => (a > b ? a : b));
