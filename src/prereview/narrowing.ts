import { join, nothing, type Sql, sql } from '../database/sql.js';

/** What else is asked of a finding, as `f`. */
export type Narrowing = Sql[];

/** Each of it, to go on a condition with. */
export const andAlso = (narrowing: Narrowing): Sql =>
  narrowing.length === 0 ? nothing : sql` AND ${join(narrowing, ' AND ')}`;
