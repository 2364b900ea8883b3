import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { type Fault, refuseIf } from '../language/refusal.js';
import { closedAt } from '../ledger/closed-at.js';
import { homeParkId } from '../people/whereabouts.js';
import { refuseUnlessKeeper } from './home-park.js';
import { refuseClosedRole } from './refuse-closed-people.js';
import { restateSearchText } from './restate-search-text.js';
import { undoneStates } from './rests-on-venture.js';

/**
 * Voids a role that was entered by mistake (登记错误), such as that of somebody else of the same name: it never was. What is
 * split by the categories of founders comes out as if it had not been; the person stays on record, and history keeps what
 * it said.
 * @throws Refusal without a reason, for the only founder, with each case of this founder that holds, and for a closed month
 *   without a reopening
 */
export async function voidRole(
  tx: Tx,
  by: Actor,
  input: { roleId: number; reason: string },
): Promise<void> {
  const before = await tx.personRole.findUniqueOrThrow({
    where: { id: input.roleId },
    include: { person: true, venture: { include: { residencies: true, roles: true } } },
  });
  const { id, role, ventureId, personId, person, venture, beganOn, endedOn } = before;
  await refuseUnlessKeeper(tx, by, [ventureId]);
  const reason = input.reason.trim();
  const others = venture.roles.filter((other) => other.id !== id && other.role === 'founder');
  const isLast = !others.some((other) => other.endedOn === null);
  const isTwice = others.some((other) => other.personId === personId);
  refuseIf([
    reason === '' && { field: 'reason', key: 'web.field.required' },
    role === 'founder' && isLast && { field: '', key: 'ventures.role.last-founder' },
    ...(role === 'founder' && !isTwice ? await casesOf(tx, { ventureId, personId }) : []),
  ]);
  await closedAt('', () =>
    refuseClosedRole(tx, by, 'PersonRole.beganOn', { roleId: id, from: beganOn }),
  );
  await tx.personRole.delete({ where: { id } });
  await restateSearchText(tx, ventureId);
  const detail = { person: person.name, role, beganOn };
  recordEvent(tx, by, {
    verb: 'role.voided',
    subjectKind: 'person',
    subjectId: personId,
    ventureId,
    parkId: homeParkId(venture),
    reason,
    detail: endedOn === null ? detail : Object.assign(detail, { endedOn }),
  });
}

/** Cases of a founder for the venture that are under way or were granted, by their numbers. */
async function casesOf(
  tx: Tx,
  { ventureId, personId }: { ventureId: number; personId: number },
): Promise<Fault[]> {
  const cases = await rowsOf<{ number: string }>(
    tx,
    sql`SELECT "number" FROM "WaiverApplication"
      WHERE "ventureId" = ${ventureId} AND "personId" = ${personId}
        AND "submittedAt" IS NOT NULL AND "state" NOT IN ${listed(undoneStates)} ORDER BY "id"`,
  );
  return cases.map(({ number }) => ({
    field: '',
    key: 'ventures.role.rests-case',
    values: { number },
  }));
}
