import { type Sql, sql } from './sql.js';

/** Whether a text holds a part in whatever case of the letters a to z; % and _ in the part are themselves. */
export const containsInAnyCase = (text: Sql, part: string): Sql =>
  sql`${text} LIKE ${`%${part.replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`;
