import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, Refusal, refuseIf } from '../language/refusal.js';
import { adoptMessages } from '../outbox/announce.js';
import { type AccountSettings, canHavePhone, scopeOf } from './account-rules.js';

/**
 * Gives an account another name, role or scope; it holds from its next request.
 * @throws Refusal for one's own account or a role without its scope; Conflict for a stale version
 */
export async function changeAccount(
  tx: Tx,
  by: Actor,
  change: { accountId: number; version: number } & AccountSettings,
): Promise<void> {
  const { accountId: id, version, name, role } = change;
  if (by.accountId === id) throw new Refusal([{ field: '', key: 'people.account.own' }]);
  const before = await tx.account.findUniqueOrThrow({
    where: { id },
    include: { parks: { select: { parkId: true } } },
  });
  const { faults, regionCode, parkIds, personId } = await scopeOf(tx, change);
  const holder = personId === null ? null : await tx.account.findUnique({ where: { personId } });
  refuseIf([
    ...faults,
    holder && holder.id !== id && { field: 'personNumber', key: 'people.account.person-taken' },
  ]);
  const { count } = await tx.account.updateMany({
    where: { id, version },
    data: {
      name,
      role,
      regionCode,
      personId,
      version: { increment: 1 },
      ...(canHavePhone({ role }) ? {} : { phone: null }),
    },
  });
  if (count !== 1) throw new Conflict('web.409.lead');
  await tx.accountPark.deleteMany({ where: { accountId: id } });
  await tx.accountPark.createMany({ data: parkIds.map((parkId) => ({ accountId: id, parkId })) });
  if (personId !== null) await adoptMessages(tx, { personId, accountId: id });
  const shown = (settings: {
    name: string;
    role: string;
    regionCode: string | null;
    personId: number | null;
  }) => ({
    name: settings.name,
    role: settings.role,
    regionCode: settings.regionCode,
    personId: settings.personId,
  });
  recordEvent(tx, by, {
    verb: 'account.changed',
    subjectKind: 'account',
    subjectId: id,
    detail: {
      before: { ...shown(before), parkIds: before.parks.map(({ parkId }) => parkId) },
      after: { name, role, regionCode, personId, parkIds },
    },
  });
}
