const mostCharacters = 100;

/**
 * The name of a file as it may be kept and shown: without a path, without invisible characters, and with
 * stars for a run of digits that could be an identity number, which people like to put there.
 */
export function plainName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const visible = last
    .replace(/[\p{C}\u2028\u2029]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const starred = visible.replace(/\d{8,}[\dXx]?/g, (run) => (run.length < 15 ? run : '***'));
  return [...starred].slice(-mostCharacters).join('') || 'file';
}
