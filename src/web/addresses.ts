/** A path of this site that can be led to after a form, or null: never another site's address. */
export function localPath(text: unknown): string | null {
  if (typeof text !== 'string' || !/^\/(?![/\\])/.test(text) || text.length > 2000) return null;
  // A browser drops tabs and line ends from an address, and reads \ as /.
  if (/[\\\s]/.test(text) || !URL.canParse(text, 'http://here.invalid')) return null;
  return text;
}
