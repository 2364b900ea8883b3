import { type Sql, sql } from '../../database/sql.js';
import { isDescending } from '../../web/list-columns.js';
import { type QueueSort, queueColumns } from './queue-columns.js';
import type { QueueFilter } from './queue-filter.js';

/** What the cases, as `a`, are put in order by: of the closed list of columns. */
const keys: Record<QueueSort, Sql> = {
  number: sql`a."number"`,
  // A venture has no reading of its name beside its search text, where it follows number, code and name.
  venture: sql`(SELECT SUBSTR(v."searchText", LENGTH(v."number") + LENGTH(COALESCE(v."creditCode", '')) + LENGTH(v."name") + 4)
    FROM "Venture" v WHERE v."id" = a."ventureId")`,
  applicant: sql`(SELECT "namePinyin" FROM "Person" WHERE "id" = a."personId")`,
  park: sql`(SELECT "number" FROM "Park" WHERE "id" = a."parkId")`,
  policy: sql`(SELECT "code" FROM "Policy" WHERE "id" = a."policyId")`,
  state: sql`a."state"`,
  clock: sql`a."dueOn"`,
  submitted: sql`a."submittedAt"`,
  holder: sql`(SELECT "name" FROM "Account" WHERE "id" = a."claimedById")`,
};

/** The order of the queue: what has none comes last, equal ones by their numbers. */
export const orderOf = (filter: Pick<QueueFilter, 'sort' | 'order'>): Sql =>
  isDescending(queueColumns, filter)
    ? sql`${keys[filter.sort]} DESC NULLS LAST, a."id" DESC`
    : sql`${keys[filter.sort]} ASC NULLS LAST, a."id"`;
