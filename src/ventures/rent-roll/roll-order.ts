import { type Sql, sql } from '../../database/sql.js';
import { isDescending } from '../../web/list-columns.js';
import { type RollSort, rollColumns } from './roll-columns.js';
import type { RollFilter } from './roll-filter.js';

/** What the leases, as `l`, are put in order by: of the closed list of columns. */
const keys: Record<RollSort, Sql> = {
  space: sql`l."spaceNumber"`,
  park: sql`(SELECT "number" FROM "Park" WHERE "id" = l."parkId")`,
  venture: sql`l."ventureReading"`,
  contract: sql`NULLIF(l."contractNumber", '')`,
  area: sql`l."area"`,
  began: sql`l."beganOn"`,
  end: sql`COALESCE(l."endedOn", l."termEndOn")`,
  state: sql`l."state"`,
  market: sql`l."market"`,
  rent: sql`l."rent"`,
  forgone: sql`l."forgone"`,
  waived: sql`l."waived"`,
  basis: sql`l."rentBasis"`,
};

/** The order of the roll: what has none comes last, equal ones by space and by when they began. */
export const rollOrder = (filter: Pick<RollFilter, 'sort' | 'order'>): Sql =>
  isDescending(rollColumns, filter)
    ? sql`${keys[filter.sort]} DESC NULLS LAST, l."spaceNumber" DESC, l."beganOn" DESC, l."id" DESC`
    : sql`${keys[filter.sort]} ASC NULLS LAST, l."spaceNumber", l."beganOn", l."id"`;
