import { Prisma } from './generated/client.js';
import type { Sql } from './sql.js';

/** The columns of each table, as the schema has them. */
const columnsOf: Record<string, readonly string[]> = {};
for (const model of Object.values(Prisma.ModelName))
  columnsOf[model] = Object.values(Prisma[`${model}ScalarFieldEnum` as 'ParkScalarFieldEnum']);

/**
 * A row as one JSON value, with all of its columns, so that a record and what belongs to it come in one answer.
 * A time is text in it and a truth 0 or 1: whoever reads it makes them what they are. Bytes cannot be carried.
 * @param alias of the table in the question
 * @param more names and JSON values beside the columns
 */
export function rowAsJson(
  model: Prisma.ModelName,
  alias: string,
  more: Record<string, Sql> = {},
): Sql {
  const columns = (columnsOf[model] ?? [])
    .map((name) => `'${name}', ${alias}."${name}"`)
    .join(', ');
  const beside = Object.entries(more);
  const texts = beside.map(([name]) => `, '${name}', json(`);
  const strings = [`json_object(${columns}`, ...texts].reduce<string[]>(
    (all, text, at) => (at === 0 ? [text] : [...all.slice(0, -1), `${all.at(-1)}${text}`, ')']),
    [],
  );
  strings.push(`${strings.pop()})`);
  return new Prisma.Sql(
    strings,
    beside.map(([, value]) => value),
  );
}

/** The rows of a question as one JSON list, in an order. */
export const listAsJson = (row: Sql, { from, order }: { from: Sql; order: Sql }): Sql =>
  new Prisma.Sql(
    ['(SELECT json_group_array(json(', ') ORDER BY ', ') FROM ', ')'],
    [row, order, from],
  );
