import type { Day } from '../calendar/days.js';
import { citizenFault, foreignCitizenFault } from '../input/citizen-number.js';
import type { WordKey } from '../language/say.js';
import type { IdentityKind } from './kinds.js';
import { lookAlike } from './look-alikes.js';

/** A number as it is kept, and the part of it that stays the same when the document is renewed. */
export type ReadNumber = { number: string; lasting: string };

/** Fault of a number that was brought into its plain form, or null. */
const faults: Record<IdentityKind, (number: string, today: Day) => WordKey | null> = {
  resident: citizenFault,
  passport: (number) =>
    /^(?=.*\d)[A-Z0-9]{6,15}$/.test(number) ? null : 'identities.number.passport',
  'hk-macao': (number) =>
    /^[HM]\d{8}(\d{2})?$/.test(number) ? null : 'identities.number.hk-macao',
  taiwan: (number) => (/^\d{8}(\d{2}[A-Z]?)?$/.test(number) ? null : 'identities.number.taiwan'),
  'foreign-permanent': (number, today) => {
    if (/^[A-Z]{3}\d{12}$/.test(number)) return null;
    if (/^9\d{16}[\dX]$/.test(number)) return foreignCitizenFault(number, today);
    return 'identities.number.foreign';
  },
};

/** Two more digits of a permit count how often it was renewed: the ones before them are for life. */
const lasting: Partial<Record<IdentityKind, number>> = { 'hk-macao': 9, taiwan: 8 };

/** Reads a number as somebody typed it: at full width, in small letters, with spaces or strokes between. */
export function readNumber(
  kind: IdentityKind,
  typed: string,
  today: Day,
): ReadNumber | { fault: WordKey } {
  const number = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—()·.]/g, '');
  const fault = lookAlike(typed) ?? faults[kind](number, today);
  return fault ? { fault } : { number, lasting: number.slice(0, lasting[kind]) };
}

/** Kinds whose numbers nothing else looks like: they need not be named beside the number. */
const unmistakable: IdentityKind[] = ['resident', 'hk-macao', 'foreign-permanent'];

/**
 * Reads a number out of a list, where the kind of document may stand beside it.
 * @param kind null where the list does not say: a passport and a permit of Taiwan then cannot be told from an
 * employee's number, and are refused
 */
export function readListedNumber(
  kind: IdentityKind | null,
  typed: string,
  today: Day,
): (ReadNumber & { kind: IdentityKind }) | { fault: WordKey } {
  const kinds = kind === null ? unmistakable : [kind];
  const reads = kinds.map((each) => ({ each, read: readNumber(each, typed, today) }));
  for (const { each, read } of reads) {
    if ('number' in read) return { kind: each, number: read.number, lasting: read.lasting };
  }
  const [first] = reads;
  const isCitizen = /^\d{15}$|^\d{17}[\dXx]$/.test(typed.trim()) || lookAlike(typed) !== null;
  if (first && 'fault' in first.read && (kind !== null || isCitizen)) return first.read;
  return { fault: 'identities.number.no-kind' };
}

/**
 * The first and the last character. Whoever knows a person's birthday and home would need only the last
 * four of a citizen's number to know all of it: so those are not shown.
 */
export const maskOf = (number: string): string =>
  `${number.charAt(0)}${'*'.repeat(number.length - 2)}${number.charAt(number.length - 1)}`;
