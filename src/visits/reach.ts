import { addDays, type Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { listed } from '../database/listed.js';
import { holdsOn } from '../database/periods.js';
import { type Sql, sql } from '../database/sql.js';
import type { ReachState } from './filter.js';
import { longestFirst, type ReachOrder, reachKey, reachOrder } from './reach-columns.js';

/** 服务无盲区: the promise counts who was served in so many days, the day itself among them. */
export const servedDays = 30;

/** Whose residents, on which day, and after how many days without anybody there it is too long. */
export type ReachOf = { parkIds: number[]; asOf: Day; overdueDays: number };

export type Reach = { residents: number } & Record<ReachState, number>;

const onDay = (asOf: Day): Sql => sql`${holdsOn('r', asOf)}`;

/** Whom somebody was there for, or spoke to, in so many days up to the day. */
const servedIn = (days: number, asOf: Day): Sql => sql`SELECT vv."ventureId" FROM "Visit" w
  JOIN "VisitVenture" vv ON vv."visitId" = w."id"
  WHERE w."madeOn" > ${addDays(asOf, -days)} AND w."madeOn" <= ${asOf} AND w."cancelledAt" IS NULL`;

/** Whose follow-up has come, and nobody was there since. */
const dueOn = (asOf: Day): Sql => sql`SELECT vv."ventureId" FROM "Visit" w
  JOIN "VisitVenture" vv ON vv."visitId" = w."id"
  WHERE w."followUpOn" <= ${asOf} AND w."madeOn" <= ${asOf} AND w."cancelledAt" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "VisitVenture" lv JOIN "Visit" l ON l."id" = lv."visitId"
      WHERE lv."ventureId" = vv."ventureId" AND l."madeOn" > w."madeOn" AND l."madeOn" <= ${asOf}
        AND l."cancelledAt" IS NULL)`;

/** A resident of `r` in a state. Who came lately is not overdue yet. */
function isIn(state: ReachState, { asOf, overdueDays }: ReachOf): Sql {
  if (state === 'served') return sql`r."ventureId" IN (${servedIn(servedDays, asOf)})`;
  if (state === 'due') return sql`r."ventureId" IN (${dueOn(asOf)})`;
  return sql`(r."beganOn" <= ${addDays(asOf, -overdueDays)}
    AND r."ventureId" NOT IN (${servedIn(overdueDays, asOf)}))`;
}

const ofParks = (parkIds: number[]): Sql => sql`r."parkId" IN ${listed(parkIds)}`;

/** How many residents are in each state: one statement, whatever there is of them. */
export async function countReach(reads: Reads, of: ReachOf): Promise<Reach> {
  const count = (state: ReachState) => sql`COUNT(CASE WHEN ${isIn(state, of)} THEN 1 END)`;
  const [row] = await reads.$queryRaw<Record<keyof Reach, number | bigint>[]>(sql`
    SELECT COUNT(*) AS "residents", ${count('served')} AS "served", ${count('overdue')} AS "overdue",
      ${count('due')} AS "due"
    FROM "Residency" r WHERE ${ofParks(of.parkIds)} AND ${onDay(of.asOf)}`);
  const counted = (key: keyof Reach) => Number(row?.[key] ?? 0);
  return {
    residents: counted('residents'),
    served: counted('served'),
    overdue: counted('overdue'),
    due: counted('due'),
  };
}

/** A resident with when it was last seen to. */
export type Resident = {
  ventureId: number;
  number: string;
  name: string;
  parkId: number;
  beganOn: Day;
  lastOn: Day | null;
};

/** Some of the residents in a state, in an order. */
export const residentsIn = (
  reads: Reads,
  of: ReachOf & { state: ReachState },
  { offset, limit, ...by }: { offset: number; limit: number } & ReachOrder,
): Promise<Resident[]> =>
  residents(
    reads,
    sql`${ofParks(of.parkIds)} AND ${onDay(of.asOf)} AND ${isIn(of.state, of)}`,
    of.asOf,
    { by, part: sql`LIMIT ${limit} OFFSET ${offset}` },
  );

/** All residents of a park on a day, those that nobody was at for the longest first. */
export const residentsOf = (reads: Reads, parkId: number, on: Day): Promise<Resident[]> =>
  residents(reads, sql`${ofParks([parkId])} AND ${onDay(on)}`, on, {
    by: longestFirst,
    part: sql``,
  });

async function residents(
  reads: Reads,
  where: Sql,
  until: Day,
  { by, part }: { by: ReachOrder; part: Sql },
): Promise<Resident[]> {
  const rows = await reads.$queryRaw<
    (Omit<Resident, 'ventureId' | 'parkId'> & {
      ventureId: number | bigint;
      parkId: number | bigint;
      key: unknown;
    })[]
  >(sql`
    SELECT * FROM (SELECT v."id" AS "ventureId", v."number", v."name", r."parkId", r."beganOn",
      ${reachKey(by)} AS "key", (SELECT MAX(w."madeOn") FROM "VisitVenture" vv JOIN "Visit" w ON w."id" = vv."visitId"
        WHERE vv."ventureId" = v."id" AND w."madeOn" <= ${until} AND w."cancelledAt" IS NULL) AS "lastOn"
    FROM "Residency" r JOIN "Venture" v ON v."id" = r."ventureId"
    WHERE ${where}) AS "seen" ORDER BY ${reachOrder(by)} ${part}`);
  return rows.map(({ key: _, ...row }) => ({
    ...row,
    ventureId: Number(row.ventureId),
    parkId: Number(row.parkId),
  }));
}
