import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';
import { canPublish } from '../ledger/permissions.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { drawUp, type Printing } from './edition-rules.js';
import { figureScope } from './figure-scope.js';
import type { Edition } from './published-queries.js';
import { standingEdition } from './standing-edition.js';

/** It was wrong when it was published, or it was right and later knowledge replaces it. */
export const correctionKinds = ['corrected', 'superseded'] as const;

export type Correction = Printing & {
  number: string;
  /** The edition that it replaces. */
  edition: number;
  kind: (typeof correctionKinds)[number];
  /** The ledger's newest entry that the new edition counts. */
  position: number;
  reason: string;
  /** Who was told of the change, and how. */
  told: string;
};

/**
 * Publishes a new edition of a figure, as the ledger stands at a later position; the one before stays.
 * @returns the edition's number
 * @throws Refusal as publishFigure does, for a position before that of the edition it replaces, and where
 * nothing would change; Conflict when another edition has come meanwhile
 */
export async function correctFigure(tx: Tx, by: Actor, input: Correction): Promise<number> {
  await refuseUnless(tx, by, canPublish);
  const { number, edition, kind, position, reason, told, ...printing } = input;
  const { id, measure, asOf, month, ...figure } = await standingEdition(tx, number, edition);
  const { current } = figure;
  const scope = await figureScope(tx, figure.scope, { asOf, month });
  if (!scope) throw new Error(`${number} has lost its scope ${figure.scope}`);
  refuseIf([
    position < current.position && { field: 'position', key: 'figures.correct.earlier-position' },
  ]);
  const query = { measure, parkIds: scope.parkIds, asOf, month, position };
  const next = await drawUp(tx, query, printing);
  refuseIf([isSame(current, next) && { field: '', key: 'figures.correct.nothing-changed' }]);
  await tx.figureEdition.create({
    data: {
      ...next,
      figureId: id,
      edition: edition + 1,
      kind,
      reason,
      told,
      publishedAt: by.at,
      publishedById: by.accountId,
    },
  });
  recordEvent(tx, by, {
    verb: `figure.${kind}`,
    subjectKind: 'figure',
    subjectId: id,
    reason,
    detail: { number, edition: edition + 1, position, wordingZh: next.wordingZh },
  });
  return edition + 1;
}

type Said = Omit<
  Awaited<ReturnType<typeof drawUp>>,
  'position' | 'parkIds' | 'coverage' | 'marketRents' | 'stating'
>;

/** Whether two editions say the same of the same records. */
function isSame(before: Edition, after: Said): boolean {
  return (
    BigInt(before.value) === after.value &&
    before.membersHash === after.membersHash &&
    before.definition === after.definition &&
    before.wordingZh === after.wordingZh &&
    before.wordingEn === after.wordingEn &&
    before.source === after.source &&
    before.channel === after.channel
  );
}
