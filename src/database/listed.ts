import { type Sql, sql } from './sql.js';

/** Values as what follows IN: however many there are, the statement is the same text and stays prepared. */
export const listed = (values: (number | string)[]): Sql =>
  sql`(SELECT "value" FROM json_each(${JSON.stringify(values)}))`;
