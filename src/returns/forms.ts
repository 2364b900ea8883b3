import { z } from 'zod';
import { evidenceGrades } from '../ventures/kinds.js';
import { choice, optional, optionalText, wholeNumber } from '../web/fields.js';
import { MOST_PEOPLE, PARTS } from './headcount.js';

const people = wholeNumber(0, MOST_PEOPLE, 'people');

const numbers = {
  headcount: people,
  graduates: optional(people),
  hardship: optional(people),
  returned: optional(people),
  local: optional(people),
  others: optional(people),
};
const version = optional(wholeNumber(1, 1_000_000_000));

/** No part is above the whole, told with all else that is wrong with the form. */
const withinTheWhole = <Form extends z.ZodObject<typeof numbers>>(form: Form): Form =>
  PARTS.reduce(
    (checked, part) =>
      checked.refine((typed) => (typed[part] ?? 0) <= typed.headcount, {
        path: [part],
        error: 'returns.part-over-whole',
      }),
    form,
  );

/** What a founder reports; the version is that of the report which the page showed. */
export const ReportForm = withinTheWhole(
  z.object({
    ...numbers,
    note: optionalText(300, { lines: true }),
    version,
  }),
);

/** A headcount as typed. The version is that of the return which the page showed, blank for a first one; a correction says why. */
export const ReturnForm = withinTheWhole(
  z.object({
    ...numbers,
    evidence: choice(evidenceGrades),
    note: optionalText(300, { lines: true }),
    confirmed: optionalText(300),
    version,
  }),
).refine((form) => form.version === null || form.note !== '', {
  path: ['note'],
  error: 'returns.reason-needed',
});
