/** `(concat '/parks/' number)`: strings and numbers joined. */
export function concat(...values: unknown[]): string {
  return values
    .slice(0, -1) // Handlebars adds its options
    .map((value) => {
      if (typeof value === 'string' || typeof value === 'number') return String(value);
      throw new Error(`cannot be joined: ${value}`);
    })
    .join('');
}
