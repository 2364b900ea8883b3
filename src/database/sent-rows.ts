import { Prisma } from './generated/client.js';
import { join, type Sql, sql } from './sql.js';
import { toSqlite } from './values.js';

type Value = string | number | Date | null;

/**
 * Rows of values as a table in a question: they travel as one text, so however many there are, the statement stays the
 * same and prepared. `sentRows(rows)` stands in FROM under an alias, `sentField` reads a value of it.
 */
export const sentRows = (rows: readonly (readonly Value[])[]): Sql =>
  sql`json_each(${JSON.stringify(rows.map((row) => row.map((value) => toSqlite(value))))})`;

/** A value of a sent row, by its place from 0. */
export const sentField = (alias: string, place: number): Sql =>
  Prisma.raw(`"${alias}"."value" ->> ${place}`);

/** The order in which the rows were sent. */
export const sentOrder = (alias: string): Sql => Prisma.raw(`"${alias}"."key"`);

/** Values as a table of one column, which `sentValue` reads. */
export const sentValues = (values: readonly Value[]): Sql =>
  sql`json_each(${JSON.stringify(values)})`;
export const sentValue = (alias: string): Sql => Prisma.raw(`"${alias}"."value"`);

/** Joins what stands on the right for each row on the left, in this order and no other. */
export const joinInOrder: Sql = sql`CROSS JOIN`;

/** So many values of a sent row, from its first, with commas between. */
export const sentFields = (alias: string, count: number): Sql =>
  join(Array.from({ length: count }, (_, place) => sentField(alias, place)));
