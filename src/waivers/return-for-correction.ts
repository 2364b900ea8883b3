import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { refuseIf } from '../language/refusal.js';
import { correctionLetter } from './letters/correction-letter.js';
import { makeLetter } from './letters/make-letter.js';
import { moveApplication, refuseAtOtherDesk } from './move-application.js';
import { openCase, type SeenCase } from './open-case.js';
import type { OpenFields } from './open-fields.js';

/** Everything that is missing, named at once. */
export type Correction = OpenFields & {
  /** What has to be put right, for the founder to read. */
  note: string;
};

/**
 * Returns a case for correction (补正): as often as its policy says, with one notice that names everything; only what it
 * names opens again. The clock of the whole stands meanwhile.
 * @returns the id of the step
 * @throws Refusal where nothing is named or said, an item is not asked, or it was returned as often as it may be
 */
export async function returnForCorrection(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { fields, proof, note }: Correction,
): Promise<number> {
  const application = await openCase(tx, seen);
  await refuseAtOtherDesk(tx, by, application, 'return');
  const items = application.rules.proof.map(({ id }) => id);
  refuseIf([
    application.corrections >= application.rules.corrections && {
      field: '',
      key: 'waivers.fault.corrections-used',
    },
    fields.length + proof.length === 0 && { field: 'fields', key: 'waivers.fault.nothing-named' },
    proof.some((id) => !items.includes(id)) && { field: 'proof', key: 'waivers.fault.no-item' },
    note.trim() === '' && { field: 'note', key: 'web.field.required' },
  ]);
  const stepId = await moveApplication(tx, by, application, {
    move: 'return',
    note: note.trim(),
    data: { corrections: application.corrections + 1, openFields: { fields, proof } },
  });
  await makeLetter(tx, by, application, {
    stepId,
    ...correctionLetter(application, by, { fields, proof, note }),
  });
  return stepId;
}
