import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { allow } from '../web/errors.js';
import { askMoveIn, askMoves, askNote, hasAsked, itemOfAsk } from './further-papers.js';
import { makeLetter } from './letters/make-letter.js';
import { paperLetter } from './letters/paper-letter.js';
import { moveApplication, refuseAtOtherDesk } from './move-application.js';
import { openCase, type SeenCase } from './open-case.js';
import { sitsAt } from './permissions.js';
import { moves } from './states.js';

export type FurtherPaper = {
  /** What it is called. */
  paper: string;
  /** Which fact needs it, for the founder to read. */
  note: string;
};

/**
 * Asks for a further paper (补充材料) from the desk that has the case, once for each desk, until the decision: the clock of the
 * whole stands, and the case comes back to the desk.
 * @returns the id of the step
 * @throws Refusal without the paper or why it is needed, and where the desk has asked before
 */
export async function askForPaper(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { paper, note }: FurtherPaper,
): Promise<number> {
  const application = await openCase(tx, seen);
  const move = askMoveIn(application.state);
  if (move === null) {
    const viewer = await actingAccount(tx, by);
    allow(askMoves.some((each) => sitsAt(viewer, application, moves[each].by)));
    throw new Conflict('waivers.not-at-this-step');
  }
  await refuseAtOtherDesk(tx, by, application, move);
  refuseIf([
    hasAsked(application, move) && { field: '', key: 'waivers.fault.asked-already' },
    paper.trim() === '' && { field: 'paper', key: 'web.field.required' },
    note.trim() === '' && { field: 'note', key: 'web.field.required' },
  ]);
  const stepId = await moveApplication(tx, by, application, {
    move,
    note: askNote(paper, note),
    data: { openFields: { fields: [], proof: [itemOfAsk(move)] } },
  });
  await makeLetter(tx, by, application, {
    stepId,
    ...paperLetter(application, by, { paper, note }),
  });
  return stepId;
}
