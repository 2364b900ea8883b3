import { Prisma } from './generated/client.js';

/** A piece of SQL with its values bound, for the few questions that the client cannot ask. */
export const sql = Prisma.sql;
/** Pieces or values with commas between. */
export const join = Prisma.join;
/** No SQL at all. */
export const nothing = Prisma.empty;
export type Sql = Prisma.Sql;
