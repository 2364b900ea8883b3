import { z } from 'zod';
import { choice, text } from '../../web/fields.js';
import type { FormView } from '../../web/forms.js';
import { type MergeChoices, type MergedField, mergedFields } from './plan-merge.js';

export const sides = ['own', 'other'] as const;

/** The field of a form in which a side is chosen for something of the profile. */
export const fromField = (field: MergedField): string => `from.${field}`;

/** How a venture's number is typed: at full width, in small letters, with spaces. */
export const readNumber = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().replace(/\s/g, '');

const several = z.preprocess(
  (sent) => (sent === undefined ? [] : [sent].flat()),
  z.array(z.string()),
);
const side = choice(sides).default('own');

export const MergeForm = z
  .object({
    ...Object.fromEntries(mergedFields.map((field) => [fromField(field), side])),
    stays: side,
    months: several,
    leases: several,
    reason: text(200),
    with: z.string(),
    seen: z.string(),
    shown: z.string().default(''),
  })
  .transform((sent) => {
    const { reason, seen, shown } = sent;
    return { reason, seen, shown, choices: choicesOf(sent) };
  });

export const UndoForm = z.object({ reason: text(200) });

/** What is chosen in a form, as far as it was sent; a record that stays is right where nothing is said. */
export function choicesOf(sent: Record<string, unknown>): MergeChoices {
  const list = (name: string) => [sent[name] ?? []].flat().map(String);
  return {
    fields: mergedFields.filter((field) => sent[fromField(field)] === 'other'),
    stays: sent.stays === 'other' ? 'other' : 'own',
    months: list('months').sort(),
    leases: list('leases')
      .map(Number)
      .filter(Number.isInteger)
      .sort((a, b) => a - b),
  };
}

/** Choices as a text, by which a form tells whether its totals are those of what is chosen in it. */
export const markOfChoices = ({ stays, months, leases, fields }: MergeChoices): string =>
  JSON.stringify([fields, stays, months, leases]);

/** A form that nobody has filled in: the record that stays is right, and leases of one space are one. */
export const typedChoices = (leases: readonly number[]): FormView['typed'] => ({
  ...Object.fromEntries(mergedFields.map((field) => [fromField(field), 'own'])),
  stays: 'own',
  months: [],
  leases: leases.map(String),
});
