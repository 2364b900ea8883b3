import { z } from 'zod';
import { questionNames } from './answers.js';

/** What a case that was returned may change: questions by their names, proof by its items in the rules. */
export const OpenFields = z.strictObject({
  fields: z.array(z.enum(questionNames)),
  proof: z.array(z.string()),
});
export type OpenFields = z.output<typeof OpenFields>;

/** Everything is open in a draft, the named in a correction, nothing otherwise. */
export function isOpenField(
  one: { state: string; openFields: unknown },
  what: { field: string } | { proof: string },
): boolean {
  if (one.state === 'draft') return true;
  if (one.state !== 'correction') return false;
  const open = OpenFields.parse(one.openFields);
  return 'field' in what
    ? (open.fields as string[]).includes(what.field)
    : open.proof.includes(what.proof);
}
