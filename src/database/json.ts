import { Prisma } from './generated/client.js';
import { join, type Sql, sql } from './sql.js';

/** What stands in JSON under a name: SQL for it, or, in a list of names, the column of that name. */
export type JsonFields = readonly string[] | Readonly<Record<string, Sql>>;

const named = (name: string): Sql => {
  if (!/^[A-Za-z]+$/.test(name)) throw new Error(`${name} is no name of a field`);
  return Prisma.raw(`'${name}'`);
};

/** One JSON object of values by their names. */
export function jsonObject(fields: JsonFields): Sql {
  const entries = Array.isArray(fields)
    ? fields.map((name: string) => [name, Prisma.raw(`"${name}"`)] as const)
    : Object.entries(fields as Record<string, Sql>);
  return sql`json_object(${join(entries.map(([name, value]) => sql`${named(name)}, ${value}`))})`;
}

/**
 * The rows of a question as one JSON text, to be asked together with something else: `[]` for none. A time is text in
 * it and a truth 0 or 1.
 * @param from what follows FROM, in brackets where it is a question with an order of its own
 */
export const jsonRows = (fields: JsonFields, from: Sql): Sql =>
  jsonValues(jsonObject(fields), from);

/** The same of one value a row. */
export const jsonValues = (value: Sql, from: Sql): Sql =>
  sql`(SELECT json_group_array(${value}) FROM ${from})`;

/** The same of the rows of a group, in a question that groups. */
export const jsonOfGroup = (value: Sql): Sql => sql`json_group_array(${value})`;

/** The same of some values a row, without their names, in an order. */
export const jsonTuples = (values: Sql[], from: Sql, order: Sql): Sql =>
  sql`(SELECT json_group_array(json_array(${join(values)}) ORDER BY ${order}) FROM ${from})`;

/** A value of an object that is stored as JSON, by its name. */
export const jsonField = (stored: Sql, name: string): Sql => sql`${stored} ->> ${named(name)}`;

/** JSON that is stored or was made, within other JSON: without this it would be a text in it. */
export const asJson = (stored: Sql): Sql => sql`json(${stored})`;
