import { Prisma } from './generated/client.js';
import { type Sql, sql } from './sql.js';

/** Whether a row with `beganOn` and `endedOn` holds on a day: from its first day until, not including, its end. */
export const holdsOn = (alias: string, day: Sql | string): Sql => {
  const row = Prisma.raw(`"${alias}".`);
  return sql`(${row}"beganOn" <= ${day} AND (${row}"endedOn" IS NULL OR ${row}"endedOn" > ${day}))`;
};

/** The last day of its row, or one after all others where it has no end: to be compared with. */
export const orNever = (endedOn: Sql): Sql => sql`COALESCE(${endedOn}, '9999-12-31')`;

/** The month of a day that is stored. */
export const monthOfDay = (day: Sql): Sql => sql`SUBSTR(${day}, 1, 7)`;

/** Whether a row has not ended by a day. */
export const notEndedBy = (alias: string, day: Sql | string): Sql => {
  const row = Prisma.raw(`"${alias}".`);
  return sql`(${row}"endedOn" IS NULL OR ${row}"endedOn" > ${day})`;
};
