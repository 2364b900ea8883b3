import { PolicyRules } from './rules.js';

const mostKept = 100;
/** Rules by their text, the one that was read the longest ago first to go. */
const parsed = new Map<string, PolicyRules>();
const known = new WeakSet<object>();

/**
 * The rules of a version as they are stored, checked once for each text: every verb and page of a case reads them
 * again. All readers get the same ones, so they cannot be changed.
 * @throws ZodError for what this version of the program cannot read
 */
export function rulesOfText(text: string): PolicyRules {
  const rules = parsed.get(text) ?? frozen(PolicyRules.parse(JSON.parse(text)));
  known.add(rules);
  parsed.delete(text);
  parsed.set(text, rules);
  const [oldest] = parsed.keys();
  if (parsed.size > mostKept && oldest !== undefined) parsed.delete(oldest);
  return rules;
}

/** Rules that were read from the database, or were checked already. @throws ZodError like `rulesOfText` */
export const rulesOf = (stored: unknown): PolicyRules =>
  typeof stored === 'object' && stored !== null && known.has(stored)
    ? (stored as PolicyRules)
    : PolicyRules.parse(stored);

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}
