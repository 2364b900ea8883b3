// What a statement does is told by its first word: Prisma and hand-written SQL here put no comment before it.

const READS = /^\s*(select|values|with)\b/i;
const STARTS_WITH = /^\s*with\b/i;
/** A following bracket makes it a function, as in replace(name, ' ', ''). */
const WRITES = /\b(insert|update|delete|replace)\b(?!\s*\()/i;
const ANSWERS = /^\s*(pragma|explain)\b|\breturning\b/i;
const CONTROLS = /^\s*(begin|commit|end|rollback|savepoint|release)\b/i;

/** Whether a read-only connection can run it: SELECT, VALUES, or WITH that leads to neither write. */
export function isRead(sql: string): boolean {
  return READS.test(sql) && !(STARTS_WITH.test(sql) && WRITES.test(sql));
}

/** Whether it answers with rows; stepping such a statement once would leave it open. */
export function answersWithRows(sql: string): boolean {
  return isRead(sql) || ANSWERS.test(sql);
}

/** Whether it begins or ends a transaction, which is the adapter's business alone. */
export function controlsTransaction(sql: string): boolean {
  return CONTROLS.test(sql);
}
