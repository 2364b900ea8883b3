import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { recordEvents } from '../../history/record.js';
import { Conflict } from '../../language/refusal.js';
import { homeParkId } from '../../people/whereabouts.js';
import { refuseUnlessInParks } from '../home-park.js';

const both = { include: { residencies: true } } as const;

/**
 * Takes back that two ventures are two: they stand among the likely doubles again.
 * @throws Forbidden for who does not keep the records of both; Conflict where it was taken back already
 */
export async function withdrawDistinction(tx: Tx, by: Actor, pairId: number): Promise<void> {
  const pair = await tx.venturePair.findUniqueOrThrow({
    where: { id: pairId },
    include: { first: both, second: both },
  });
  const { first, second } = pair;
  await refuseUnlessInParks(tx, by, [first, second].map(homeParkId));
  const { count } = await tx.venturePair.updateMany({
    where: { id: pairId, withdrawnAt: null },
    data: { withdrawnAt: by.at, withdrawnById: by.accountId },
  });
  if (count === 0) throw new Conflict('record.changed-meanwhile');
  recordEvents(
    tx,
    by,
    [first, second].map((venture) => ({
      verb: 'venture.distinction-withdrawn',
      subjectKind: 'venture',
      subjectId: venture.id,
      ventureId: venture.id,
      parkId: homeParkId(venture),
      detail: { otherNumber: (venture === first ? second : first).number },
    })),
  );
}
