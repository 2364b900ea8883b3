// What a statement does is told by its first word; blanks, comments and stray semicolons before it are skipped.

const BEFORE = String.raw`^(?:\s|;|--[^\n]*(?:\n|$)|/\*[\s\S]*?\*/)*`;
const startsWith = (words: string) => new RegExp(`${BEFORE}(?:${words})\\b`, 'i');

const READS = startsWith('select|values|with');
const WITH = startsWith('with');
/** A following bracket makes it a function, as in replace(name, ' ', ''). */
const WRITES = /\b(insert|update|delete|replace)\b(?!\s*\()/i;
const TELLS = startsWith('pragma|explain');
const RETURNS = /\breturning\b/i;
const CONTROLS = startsWith('begin|commit|end|rollback|savepoint|release');

/** Whether a read-only connection can run it: SELECT, VALUES, or WITH that leads to neither write. */
export function isRead(sql: string): boolean {
  return READS.test(sql) && !(WITH.test(sql) && WRITES.test(sql));
}

/** Whether it answers with rows; stepping such a statement once would leave it open. */
export function answersWithRows(sql: string): boolean {
  return isRead(sql) || TELLS.test(sql) || RETURNS.test(sql);
}

/** Whether it begins or ends a transaction, which is the adapter's business alone. */
export function controlsTransaction(sql: string): boolean {
  return CONTROLS.test(sql);
}
