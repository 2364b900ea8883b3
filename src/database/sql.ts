import { Prisma } from './generated/client.js';

/** A piece of SQL with its values bound, for the few questions that the client cannot ask. */
export const sql = Prisma.sql;
/** Pieces or values with commas between. */
export const join = Prisma.join;
/** No SQL at all. */
export const nothing = Prisma.empty;
export type Sql = Prisma.Sql;
/** A column by its name. */
export const column = (name: string): Sql => {
  if (!/^[A-Za-z]+$/.test(name)) throw new Error(`${name} is no name of a column`);
  return Prisma.raw(`"${name}"`);
};
