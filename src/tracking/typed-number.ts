/** Words that people type before a number that they were given. */
const before = /^(?:(?:APPLICATION|CASE|OBJECTION|LETTER|NOTICE|NUMBER|NO)[^A-Z0-9]*)+/;

/**
 * A number that people were given, as they type it: at full width, in lower case, with spaces or another mark for a dash, between quotes
 * or brackets, with a stop after it, with 编号 or No. before it or 号 after it. What makes it whole again is told by its series.
 */
export const typedNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/[\p{Pd}−ー_/.]/gu, '-')
    .replace(/^[^A-Z0-9]+|[^A-Z0-9]+$/g, '')
    .replace(before, '');
