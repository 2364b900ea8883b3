import { z } from 'zod';
import { optional, optionalText, phone, text } from '../web/fields.js';
import type { Labels } from '../web/forms.js';

/** Who objects may say who it is, so that the bureau can ask; only the bureau reads it. */
export const ObjectionForm = z.object({
  text: text(1000, { lines: true }),
  name: optionalText(50),
  phone: optional(phone).transform((typed) => typed ?? ''),
});

export const objectionLabels = {
  text: 'notices.object.text',
  name: 'notices.object.name',
  phone: 'notices.object.phone',
} satisfies Labels;
