import { z } from 'zod';
import { questionNames } from './answers.js';
import { ownPapers, takesOwnPapers } from './further-papers.js';

/** What a case that was returned may change: questions by their names, proof by its items in the rules. */
export const OpenFields = z.strictObject({
  fields: z.array(z.enum(questionNames)),
  proof: z.array(z.string()),
});
export type OpenFields = z.output<typeof OpenFields>;

/** Everything is open in a draft, the named in a correction or supplement; otherwise what an applicant adds unasked. */
export function isOpenField(
  row: { state: string; openFields: unknown },
  what: { field: string } | { proof: string },
): boolean {
  if (row.state === 'draft') return true;
  if ('proof' in what && what.proof === ownPapers) return takesOwnPapers(row.state);
  if (row.state !== 'correction' && row.state !== 'supplement') return false;
  const open = OpenFields.parse(row.openFields);
  return 'field' in what
    ? (open.fields as string[]).includes(what.field)
    : open.proof.includes(what.proof);
}
