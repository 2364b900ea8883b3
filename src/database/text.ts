import { type Sql, sql } from './sql.js';

/** Whether a text holds a part, which is written just so. */
export const contains = (text: Sql, part: string): Sql => sql`INSTR(${text}, ${part}) > 0`;

/** Whether a text holds a part in whatever case of the letters a to z; % and _ in the part are themselves. */
export const containsInAnyCase = (text: Sql, part: string): Sql =>
  sql`${text} LIKE ${`%${part.replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`;
