import { z } from 'zod';
import { evidenceGrades } from '../ventures/kinds.js';
import { choice, optional, optionalText, wholeNumber } from '../web/fields.js';
import { MOST_PEOPLE } from './headcount.js';

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

/** What a founder reports; the version is that of the report which the page showed. */
export const ReportForm = z.object({
  ...numbers,
  note: optionalText(300, { lines: true }),
  version,
});

/** A headcount as typed. The version is that of the return which the page showed, blank for a first one; a correction says why. */
export const ReturnForm = z
  .object({
    ...numbers,
    evidence: choice(evidenceGrades),
    note: optionalText(300, { lines: true }),
    confirmed: optionalText(300),
    version,
  })
  .refine((form) => form.version === null || form.note !== '', {
    path: ['note'],
    error: 'returns.reason-needed',
  });
