import type { Tx } from '../../database/database.js';
import { changeRows } from '../../database/direct-sql.js';
import { sql } from '../../database/sql.js';
import type { Actor } from '../../history/actor.js';
import { recordEvents } from '../../history/record.js';
import { joinCertificates } from '../../identities/move-certificates.js';
import { moveIdentity } from '../../identities/move-identity.js';
import { Conflict, refuseIf } from '../../language/refusal.js';
import { announce } from '../../outbox/announce.js';
import { isMergedAway } from '../../people/merged-people.js';
import { type HandedOver, handOverFiles } from '../../proofs/hand-over.js';
import type { KeyRing } from '../../vault/key-ring.js';
import { restateSearchText } from '../../ventures/restate-search-text.js';
import { changedFounders, refuseClosedSplit } from './changed-founders.js';
import { findMergeablePeople } from './find-mergeable-people.js';
import { peopleObstacles } from './people-obstacles.js';
import { keptPeople, refuseUnlessKeepsPeople } from './permissions.js';
import { accountSide, type PeopleChoices, planPeopleMerge } from './plan-people-merge.js';
import { replacePeople } from './replace-people.js';
import { type PeopleRecords, peopleRecordsOn } from './stored-people.js';

export type PeopleMerging = {
  /** The record that stays, and the one that goes into it. */
  ownId: number;
  otherId: number;
  choices: PeopleChoices;
  /** The mark of both records as they were seen. */
  seen: string;
  /** Why they are one. */
  reason: string;
  /** The files of the one that goes, sealed for the one that stays. */
  files: readonly HandedOver[];
};

/**
 * Merges two records of one person (合并): roles, categories, account, consents, document, files of proof, messages, cases and
 * waivers of the one that goes are those of the one that stays. Its number stays taken and leads there. What both had
 * is stored, without what is sealed, so that it can be undone for thirty days.
 * @returns the id of the merge
 * @throws Forbidden; Conflict when somebody changed either since; Refusal without a reason, for two accounts that sign in, two
 *   documents, waivers of both for the same days, for the phone of the one without the account, and for a closed month
 */
export async function mergePeople(
  tx: Tx,
  by: Actor,
  keys: KeyRing,
  input: PeopleMerging,
): Promise<number> {
  const { ownId, otherId, choices, seen, files } = input;
  const reason = input.reason.trim();
  refuseIf([ownId === otherId && { field: 'with', key: 'persons.merge.itself' }]);
  await refuseUnlessKeepsPeople(tx, by, await keptPeople(tx, [ownId, otherId]));
  const { before, mark } = await findMergeablePeople(tx, ownId, otherId);
  const isGone = (await isMergedAway(tx, ownId)) || (await isMergedAway(tx, otherId));
  if (isGone || before.Person.length !== 2 || mark !== seen)
    throw new Conflict('record.changed-meanwhile');
  const after = planPeopleMerge(before, ownId, choices);
  refuseIf([
    reason === '' && { field: 'reason', key: 'web.field.required' },
    takesOtherPhone(before, ownId, choices) && {
      field: 'from.phone',
      key: 'persons.merge.phone-of-account',
    },
    ...(await peopleObstacles(tx, ownId, { before, after })),
  ]);
  await refuseClosedSplit(tx, by, await changedFounders(tx, before, after));
  // Consents go along only under a merge that is there.
  const { id } = await tx.personMerge.create({
    data: {
      loserId: otherId,
      survivorId: ownId,
      mergedAt: by.at,
      mergedById: by.accountId,
      reason,
      before,
      after: {},
    },
  });
  await replacePeople(tx, before, after);
  await joinIdentities(tx, keys, { ownId, otherId, before, after });
  await joinCertificates(tx, keys, { fromId: otherId, toId: ownId });
  await handOverFiles(tx, files, { fromId: otherId, toId: ownId });
  await changeRows(
    tx,
    sql`UPDATE "ProofFile" SET "personId" = ${ownId} WHERE "personId" = ${otherId}`,
  );
  await changeRows(
    tx,
    sql`UPDATE "PrereviewFinding" SET "personId" = ${ownId} WHERE "personId" = ${otherId}`,
  );
  const merged = await peopleRecordsOn(tx, [ownId, otherId]);
  await tx.personMerge.update({ where: { id }, data: { after: merged } });
  await restateFounded(tx, before);
  recordMerge(tx, by, before, { ownId, reason });
  await tellAccount(tx, by, after, before);
  return id;
}

/** A person with an account has the phone of the account, which a code has proven. */
function takesOtherPhone(before: PeopleRecords, ownId: number, { fields }: PeopleChoices): boolean {
  const side = accountSide(before, ownId);
  const [own, other] = [true, false].map(
    (isOwn) => before.Person.find(({ id }) => (id === ownId) === isOwn)?.phone ?? null,
  );
  if (side === null || own === other) return false;
  return (side === 'other') !== fields.includes('phone');
}

async function joinIdentities(
  tx: Tx,
  keys: KeyRing,
  {
    ownId,
    otherId,
    before,
    after,
  }: { ownId: number; otherId: number; before: PeopleRecords; after: PeopleRecords },
): Promise<void> {
  const hasOwn = before.Identity.some(({ personId }) => personId === ownId);
  if (!hasOwn) return moveIdentity(tx, keys, { fromId: otherId, toId: ownId });
  await tx.identity.deleteMany({ where: { personId: otherId } });
  const neededFor = after.Identity[0]?.neededFor ?? null;
  await tx.identity.update({ where: { personId: ownId }, data: { neededFor } });
}

/** Searches find ventures under the names of their founders. */
export async function restateFounded(tx: Tx, { PersonRole }: PeopleRecords): Promise<void> {
  const founded = PersonRole.filter(({ role }) => role === 'founder');
  for (const ventureId of new Set(founded.map((role) => role.ventureId)))
    await restateSearchText(tx, ventureId);
}

function recordMerge(
  tx: Tx,
  by: Actor,
  { Person }: PeopleRecords,
  { ownId, reason }: { ownId: number; reason: string },
): void {
  const numberOf = (isOwn: boolean) =>
    Person.find(({ id }) => (id === ownId) === isOwn)?.number ?? '';
  recordEvents(
    tx,
    by,
    Person.map(({ id }) => ({
      verb: id === ownId ? 'person.merged' : 'person.merged-into',
      subjectKind: 'person',
      subjectId: id,
      reason,
      detail: id === ownId ? { mergedNumber: numberOf(false) } : { survivorNumber: numberOf(true) },
    })),
  );
}

/** Whoever signs in as the person is told: what an account sees is more than it was. */
async function tellAccount(
  tx: Tx,
  by: Actor,
  after: PeopleRecords,
  before: PeopleRecords,
): Promise<void> {
  const account = after.Account.find(({ personId }) => personId !== null);
  if (!account) return;
  const numbers = before.Person.map(({ number }) => number);
  await announce(tx, by, {
    accountId: account.id,
    key: 'persons.merge.told',
    values: { first: numbers[0] ?? '', second: numbers[1] ?? '' },
    href: '/people/me',
  });
}
