import type { Reads } from '../database/database.js';

const shown = 20;
const verbs = [
  ...['consent.given', 'consent.withdrawn', 'consent.expired'],
  ...['identity.entered', 'identity.changed', 'identity.shown'],
  ...['certificate.entered', 'certificate.changed', 'certificate.removed', 'certificate.shown'],
  ...['proof.added', 'proof.opened', 'proof.removed'],
];

/** The newest events of what is private of a person, and the names of who did it. */
export async function privateEvents(reads: Reads, personId: number) {
  const events = await reads.historyEvent.findMany({
    where: { subjectKind: 'person', subjectId: personId, verb: { in: verbs } },
    orderBy: { id: 'desc' },
    take: shown,
  });
  const ids = [...new Set(events.map(({ actorId }) => actorId))].filter((id) => id !== null);
  const accounts = await reads.account.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return { events, names: new Map(accounts.map(({ id, name }) => [id, name])) };
}
