import { z } from 'zod';
import { evidenceGrades } from '../ventures/kinds.js';
import { choice, optional, optionalText, wholeNumber } from '../web/fields.js';
import { MOST_PEOPLE } from './file-headcounts.js';

const people = wholeNumber(0, MOST_PEOPLE);

/** A headcount as typed. The version is that of the return which the page showed, blank for a first one; a correction says why. */
export const ReturnForm = z
  .object({
    headcount: people,
    graduates: optional(people),
    hardship: optional(people),
    returned: optional(people),
    local: optional(people),
    others: optional(people),
    evidence: choice(evidenceGrades),
    note: optionalText(300, { lines: true }),
    version: optional(wholeNumber(1, 1_000_000_000)),
  })
  .refine((form) => form.version === null || form.note !== '', {
    path: ['note'],
    error: 'returns.reason-needed',
  });
