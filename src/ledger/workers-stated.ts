import type { Day, Month } from '../calendar/days.js';
import { holdsOn } from '../database/periods.js';
import { column, type Sql, sql } from '../database/sql.js';
import type { WorkerKind } from './measures/workers.js';

/**
 * The returns that state a kind of worker: "ventureId", "month", and "until", the day on which the venture next left
 * without going elsewhere at once, or NULL. Nothing is carried over a time in which it was in no park, so what a return
 * states counts as stated from its month until that day. A month's end is before whatever comes after its 31st day, as
 * texts are compared.
 */
const statingReturns = (kind: WorkerKind): Sql => {
  const end = sql`(j."month" || '-31')`;
  return sql`SELECT j."ventureId", j."month",
      (SELECT MIN(e."endedOn") FROM "Residency" e WHERE e."ventureId" = j."ventureId" AND e."endedOn" > ${end}
        AND NOT EXISTS (SELECT 1 FROM "Residency" n
          WHERE n."ventureId" = e."ventureId" AND n."beganOn" = e."endedOn")) AS "until"
    FROM "JobsReturn" j WHERE NOT j."setAside" AND j.${column(kind)} IS NOT NULL
      AND EXISTS (SELECT 1 FROM "Residency" r WHERE r."ventureId" = j."ventureId" AND ${holdsOn('r', end)})`;
};

const goesOnOn = (until: Sql, day: Sql | Day): Sql => sql`(${until} IS NULL OR ${until} > ${day})`;

/** Whether a venture's return of a month states a kind. */
export const statesIn = (kind: WorkerKind, ventureId: Sql, month: Month): Sql =>
  sql`EXISTS (SELECT 1 FROM "JobsReturn" j WHERE j."ventureId" = ${ventureId} AND j."month" = ${month}
    AND NOT j."setAside" AND j.${column(kind)} IS NOT NULL)`;

/** Whether a return of a venture up to a month states a kind and still counts on a day. */
export const hasStated = (
  kind: WorkerKind,
  ventureId: Sql,
  { month, day }: { month: Month; day: Day },
): Sql =>
  sql`EXISTS (SELECT 1 FROM (${statingReturns(kind)}) AS "stated" WHERE "stated"."ventureId" = ${ventureId}
    AND "stated"."month" <= ${month} AND ${goesOnOn(sql`"stated"."until"`, day)})`;

/** The same of all ventures, for many days: "ventureId", from which "month" and "until" which day; each once on a day. */
export const statedSpells = (kind: WorkerKind): Sql =>
  sql`SELECT "ventureId", MIN("month") AS "month", "until" FROM (${statingReturns(kind)}) AS "stated"
    GROUP BY "ventureId", "until"`;

/** Whether a spell of them holds on a day, of which the month is the last whole one. */
export const isStatedSpell = (
  alias: Sql,
  { month, day }: { month: Sql | Month; day: Sql | Day },
): Sql => sql`(${alias}."month" <= ${month} AND ${goesOnOn(sql`${alias}."until"`, day)})`;

/** Whether how many there are is not known: ventures employ people, and none of them has stated the kind. */
export const isKindUnknown = ({
  amount,
  jobs,
  stating,
}: {
  amount: number;
  jobs: number;
  stating: number;
}): boolean => amount === 0 && jobs > 0 && stating === 0;
