/** `(eq a b)`: the same value and the same type. */
export function eq(a: unknown, b: unknown): boolean {
  return a === b;
}

const sets = new WeakMap<readonly unknown[], Set<unknown>>();

/** `(ticked typed value)`: what was typed is the value, or among several. A long list is looked through once. */
export function ticked(typed: unknown, value: unknown): boolean {
  if (!Array.isArray(typed)) return typed === value;
  const set = sets.get(typed) ?? new Set<unknown>(typed);
  sets.set(typed, set);
  return set.has(value);
}

export function not(a: unknown): boolean {
  return !a;
}

export function and(...values: unknown[]): boolean {
  return values.slice(0, -1).every(Boolean);
}

export function or(...values: unknown[]): boolean {
  return values.slice(0, -1).some(Boolean);
}
