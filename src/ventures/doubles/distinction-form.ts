import { z } from 'zod';
import { text } from '../../web/fields.js';

/** The form in which two that look like one are told apart. */
export const DistinctionForm = z.object({ reason: text(200), with: z.string() });
