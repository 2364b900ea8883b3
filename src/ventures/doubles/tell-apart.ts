import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { recordEvents } from '../../history/record.js';
import { Conflict, refuseIf } from '../../language/refusal.js';
import { homeParkId } from '../../people/whereabouts.js';
import { refuseUnlessInParks } from '../home-park.js';

export type TellingApart = { ventureIds: [number, number]; reason: string };

/**
 * Puts down that two ventures that look like one are two (不是同一家): they are no longer shown as likely doubles.
 * Who keeps the records of both does it.
 * @throws Forbidden; Conflict where that is put down already; Refusal without a reason, and for one and the same
 */
export async function tellApart(tx: Tx, by: Actor, input: TellingApart): Promise<void> {
  const [firstId, secondId] = [...input.ventureIds].sort((a, b) => a - b) as [number, number];
  const reason = input.reason.trim();
  refuseIf([firstId === secondId && { field: '', key: 'ventures.merge.itself' }]);
  const ventures = await tx.venture.findMany({
    where: { id: { in: [firstId, secondId] } },
    include: { residencies: true },
    orderBy: { id: 'asc' },
  });
  await refuseUnlessInParks(tx, by, ventures.map(homeParkId));
  refuseIf([reason === '' && { field: 'reason', key: 'web.field.required' }]);
  const known = await tx.venturePair.count({ where: { firstId, secondId, withdrawnAt: null } });
  if (known > 0) throw new Conflict('record.changed-meanwhile');
  await tx.venturePair.create({
    data: { firstId, secondId, reason, decidedAt: by.at, decidedById: by.accountId },
  });
  recordEvents(
    tx,
    by,
    ventures.map((venture, index) => ({
      verb: 'venture.distinguished',
      subjectKind: 'venture',
      subjectId: venture.id,
      ventureId: venture.id,
      parkId: homeParkId(venture),
      reason,
      detail: { otherNumber: ventures[1 - index]?.number ?? '' },
    })),
  );
}
