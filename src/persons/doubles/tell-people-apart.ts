import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { recordEvents } from '../../history/record.js';
import { Conflict, refuseIf } from '../../language/refusal.js';
import { keptPeople, refuseUnlessKeepsPeople } from '../merging/permissions.js';

/**
 * Puts down that two people who look like one are two (不是同一人): they are no longer shown as likely doubles.
 * Who keeps all of both does it.
 * @throws Forbidden; Conflict where that is put down already; Refusal without a reason, and for one and the same
 */
export async function tellPeopleApart(
  tx: Tx,
  by: Actor,
  input: { personIds: [number, number]; reason: string },
): Promise<void> {
  const [firstId, secondId] = [...input.personIds].sort((a, b) => a - b) as [number, number];
  const reason = input.reason.trim();
  refuseIf([firstId === secondId && { field: '', key: 'persons.merge.itself' }]);
  await refuseUnlessKeepsPeople(tx, by, await keptPeople(tx, [firstId, secondId]));
  refuseIf([reason === '' && { field: 'reason', key: 'web.field.required' }]);
  const known = await tx.personPair.count({ where: { firstId, secondId, withdrawnAt: null } });
  if (known > 0) throw new Conflict('record.changed-meanwhile');
  await tx.personPair.create({
    data: { firstId, secondId, reason, decidedAt: by.at, decidedById: by.accountId },
  });
  await recordPair(tx, by, [firstId, secondId], { act: 'distinguished', reason });
}

/**
 * Takes back that two people are two: they stand among the likely doubles again.
 * @throws Forbidden for who does not keep all of both; Conflict where it was taken back already
 */
export async function withdrawPeopleDistinction(tx: Tx, by: Actor, pairId: number): Promise<void> {
  const { firstId, secondId } = await tx.personPair.findUniqueOrThrow({ where: { id: pairId } });
  await refuseUnlessKeepsPeople(tx, by, await keptPeople(tx, [firstId, secondId]));
  const { count } = await tx.personPair.updateMany({
    where: { id: pairId, withdrawnAt: null },
    data: { withdrawnAt: by.at, withdrawnById: by.accountId },
  });
  if (count === 0) throw new Conflict('record.changed-meanwhile');
  await recordPair(tx, by, [firstId, secondId], { act: 'distinction-withdrawn', reason: '' });
}

async function recordPair(
  tx: Tx,
  by: Actor,
  ids: number[],
  { act, reason }: { act: 'distinguished' | 'distinction-withdrawn'; reason: string },
): Promise<void> {
  const people = await tx.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true },
    orderBy: { id: 'asc' },
  });
  recordEvents(
    tx,
    by,
    people.map(({ id }, index) => ({
      verb: `person.${act}`,
      subjectKind: 'person',
      subjectId: id,
      reason,
      detail: { otherNumber: people[1 - index]?.number ?? '' },
    })),
  );
}
