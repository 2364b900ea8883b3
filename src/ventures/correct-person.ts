import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { cleanName, isName, nameKey } from '../input/names.js';
import { phoneOf } from '../input/phones.js';
import { maskedPhone } from '../language/format.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { isCurrentPerson } from '../people/merged-people.js';
import { canCorrectPerson } from '../people/permissions.js';
import { pinyinOfName } from '../people/pinyin.js';
import { homeParkId } from '../people/whereabouts.js';
import { restateSearchText } from './restate-search-text.js';

export type PersonCorrection = {
  personId: number;
  /** The version that was seen. */
  version: number;
  name: string;
  phone: string | null;
  /** Why it was otherwise all along. */
  reason: string;
  /** Why the person is another one than somebody who looks the same now, where that was asked. */
  anotherPerson?: string | null;
};

/**
 * Corrects the name or the phone of a person (更正人员): it was otherwise all along. What was decided and printed before
 * stays as it was; the lists find the person under the new name. One that changes nothing writes nothing.
 * @throws Forbidden; Conflict when somebody changed it since; Refusal without a reason, for a name without a letter, a
 *   phone that is none, for the phone of somebody with an account, who changes it with a code, and for the name and phone of
 *   another record, which is of the same person and is merged
 */
export async function correctPerson(tx: Tx, by: Actor, input: PersonCorrection): Promise<void> {
  const before = await tx.person.findUniqueOrThrow({
    where: { id: input.personId },
    include: { account: true, roles: { include: { venture: { include: { residencies: true } } } } },
  });
  await refuseUnless(tx, by, (viewer) => canCorrectPerson(viewer, before));
  const name = cleanName(input.name);
  const phone = input.phone === null ? null : phoneOf(input.phone);
  const isPhoneNew = phone !== before.phone;
  refuseIf([
    input.reason.trim() === '' && { field: 'reason', key: 'web.field.required' },
    !isName(name) && { field: 'name', key: 'web.field.name' },
    input.phone !== null && phone === null && { field: 'phone', key: 'web.field.phone' },
    isPhoneNew && before.account !== null && { field: 'phone', key: 'ventures.person.own-phone' },
  ]);
  if (name === before.name && !isPhoneNew) return;
  await refuseOnePerson(tx, { id: before.id, name, phone });
  const { count } = await tx.person.updateMany({
    where: { AND: [{ id: before.id, version: input.version }, isCurrentPerson.where] },
    data: { name, namePinyin: pinyinOfName(name), phone, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict('record.changed-meanwhile');
  const founded = before.roles.filter(({ role }) => role === 'founder');
  for (const ventureId of new Set(founded.map((role) => role.ventureId)))
    await restateSearchText(tx, ventureId);
  const newest = before.roles.at(-1)?.venture ?? null;
  recordEvent(tx, by, {
    verb: 'person.corrected',
    subjectKind: 'person',
    subjectId: before.id,
    ...(newest ? { ventureId: newest.id, parkId: homeParkId(newest) } : {}),
    reason: input.reason,
    detail: {
      ...(name === before.name ? {} : { person: [before.name, name] }),
      ...(isPhoneNew ? { phone: [masked(before.phone), masked(phone)] } : {}),
      ...(input.anotherPerson ? { anotherPerson: input.anotherPerson } : {}),
    },
  });
}

/** One person is one name and one phone: two records of them are not made by a correction. @throws Refusal */
async function refuseOnePerson(
  tx: Tx,
  { id, name, phone }: { id: number; name: string; phone: string | null },
): Promise<void> {
  if (phone === null) return;
  const others = await tx.person.findMany({
    where: { AND: [isCurrentPerson.where, { phone, id: { not: id } }] },
    select: { name: true },
  });
  const isOne = others.some((other) => nameKey(other.name) === nameKey(name));
  refuseIf([isOne && { field: 'phone', key: 'ventures.person.is-one' }]);
}

const masked = (phone: string | null): string | null =>
  phone === null ? null : maskedPhone(phone);
