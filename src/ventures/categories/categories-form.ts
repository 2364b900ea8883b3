import { z } from 'zod';
import { dayAfter } from '../../calendar/last-day.js';
import type { FounderCategory } from '../../people/categories.js';
import { day, optional, optionalText, text, wholeNumber } from '../../web/fields.js';
import { noFields, type Sent } from '../../web/form-body.js';
import { chosenCategories } from '../forms.js';
import type { CategoryEntry } from './correct-categories.js';

/** Rows of a form for what is not stored yet. */
export const blankRows = 2;
const mostRows = 40;
const rowField = /^rows\.(\d{1,2})\.(\w+)$/;

const Row = z
  .object({
    category: optional(z.enum(chosenCategories, 'web.field.choose')),
    beganOn: optional(day),
    lastOn: optional(day),
    proof: optionalText(120),
  })
  .superRefine(({ category, beganOn, lastOn, proof }, context) => {
    const isBlank = category === null && beganOn === null && lastOn === null && proof === '';
    if (isBlank) return;
    const message = 'web.field.required';
    if (category === null) context.addIssue({ code: 'custom', path: ['category'], message });
    if (beganOn === null) context.addIssue({ code: 'custom', path: ['beganOn'], message });
  });

/** A row that is left blank, or is ticked as entered by mistake, is none: so a category that never was is taken out. */
export const CategoriesForm = z.preprocess(
  (sent) => ({ ...(sent as Sent), rows: rowsOf(sent as Sent) }),
  z.object({
    graduatedOn: optional(day),
    rows: z.array(Row),
    reason: text(200),
    version: wholeNumber(1, 1_000_000_000),
  }),
);

/** How many rows a form has that was sent. */
export function rowCount(sent: Sent): number {
  const places = Object.keys(sent).map((name) => Number(rowField.exec(name)?.[1] ?? -1));
  return Math.min(mostRows, Math.max(-1, ...places) + 1);
}

/** What is read of the rows, for the verb. */
export const entriesOf = (rows: z.output<typeof Row>[]): CategoryEntry[] =>
  rows.flatMap(({ category, beganOn, lastOn, proof }, row) =>
    category === null || beganOn === null
      ? []
      : [
          {
            row,
            category: category as FounderCategory,
            beganOn,
            endedOn: lastOn && dayAfter(lastOn),
            proof,
          },
        ],
  );

function rowsOf(sent: Sent): Sent[] {
  const rows: Sent[] = Array.from({ length: rowCount(sent) }, noFields);
  for (const [name, value] of Object.entries(sent)) {
    const [, place, field] = rowField.exec(name) ?? [];
    const row = rows[Number(place)];
    if (row && field) row[field] = value;
  }
  // Ticked as entered by mistake, it never was.
  return rows.map((row) => (row.gone === undefined ? row : noFields()));
}
