import type { z } from 'zod';
import type { Fault } from '../language/refusal.js';
import { isWordKey, type WordKey } from '../language/say.js';

/**
 * What a schema found wrong, as words. A schema that knows better says so with a word key as its
 * message: `.refine(isDay, 'web.field.day')`.
 */
export function faultOf(issue: z.core.$ZodIssue): Fault {
  const field = issue.path.join('.');
  const values = valuesOf(issue);
  const key = isWordKey(issue.message) ? issue.message : keyOf(issue);
  return values ? { field, key, values } : { field, key };
}

function keyOf(issue: z.core.$ZodIssue): WordKey {
  const wasBlank = issue.input === undefined || issue.input === '';
  if (wasBlank) return issue.code === 'invalid_value' ? 'web.field.choose' : 'web.field.required';
  if (issue.code === 'too_small') return 'web.field.least';
  if (issue.code === 'too_big') return 'web.field.most';
  if (issue.code === 'invalid_value') return 'web.field.choose';
  if (Array.isArray(issue.input)) return 'web.field.single';
  return 'web.field.wrong';
}

function valuesOf(issue: z.core.$ZodIssue): Fault['values'] {
  if (issue.code === 'too_small') return { n: Number(issue.minimum) };
  if (issue.code === 'too_big') return { n: Number(issue.maximum) };
  return issue.code === 'custom' ? (issue.params as Fault['values']) : undefined;
}
