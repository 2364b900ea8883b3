/** A path of this site that can be led to after a form, or null: never another site's address. */
export function localPath(text: unknown): string | null {
  if (typeof text !== 'string' || !/^\/(?![/\\])/.test(text) || text.length > 2000) return null;
  // A browser drops tabs and line ends from an address, and reads \ as /.
  if (/[\\\s]/.test(text) || !URL.canParse(text, 'http://here.invalid')) return null;
  return text;
}

/**
 * The address of a list, or of its file, under a filter.
 * @param usual what stands for a name that is left out; what is not chosen, or is this, is left out
 */
export function filteredAddress(
  path: string,
  filter: Record<string, string | number | null | undefined>,
  usual: Record<string, string | number> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value === null || value === undefined || value === '' || value === usual[name]) continue;
    query.set(name, String(value));
  }
  return query.size === 0 ? path : `${path}?${query}`;
}
