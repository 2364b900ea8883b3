/** `(eq a b)`: the same value and the same type. */
export function eq(a: unknown, b: unknown): boolean {
  return a === b;
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
