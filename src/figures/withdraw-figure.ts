import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { canPublish } from '../ledger/permissions.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { storedCoverage } from './edition-rules.js';
import { standingEdition } from './standing-edition.js';

export type Withdrawal = { number: string; edition: number; reason: string; told: string };

/**
 * Withdraws a figure: a last edition says that it no longer stands, and why. What was published stays to be read.
 * @throws Conflict when another edition has come meanwhile, or it was withdrawn already
 */
export async function withdrawFigure(tx: Tx, by: Actor, input: Withdrawal): Promise<void> {
  await refuseUnless(tx, by, canPublish);
  const { number, edition, reason, told } = input;
  const { id, current } = await standingEdition(tx, number, edition);
  const { id: _, coverage, marketRents, stating, value, ...said } = current;
  await tx.figureEdition.create({
    data: {
      ...said,
      ...storedCoverage({ coverage, marketRents, stating }),
      value: BigInt(value),
      edition: edition + 1,
      kind: 'withdrawn',
      reason,
      told,
      publishedAt: by.at,
      publishedById: by.accountId,
    },
  });
  recordEvent(tx, by, {
    verb: 'figure.withdrawn',
    subjectKind: 'figure',
    subjectId: id,
    reason,
    detail: { number, edition: edition + 1 },
  });
}
