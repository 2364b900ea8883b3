import { today } from '../../calendar/days.js';
import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { recordEvents } from '../../history/record.js';
import { partCertificates } from '../../identities/move-certificates.js';
import { copyIdentity, moveIdentity } from '../../identities/move-identity.js';
import { Conflict, type Fault, refuseIf } from '../../language/refusal.js';
import { type HandedOver, handOverFiles } from '../../proofs/hand-over.js';
import type { KeyRing } from '../../vault/key-ring.js';
import { contentOf, undecided } from '../../ventures/merging/built-since.js';
import { lastDayToUndo, tooLate } from '../../ventures/merging/days-to-undo.js';
import { changedFounders, refuseClosedSplit } from './changed-founders.js';
import { restateFounded } from './merge-people.js';
import { keptPeople, refuseUnlessKeepsPeople } from './permissions.js';
import { replacePeople } from './replace-people.js';
import { type AccountRow, type PeopleRecords, peopleRecordsOn } from './stored-people.js';

/**
 * Undoes a merge of two people: both records are again what they were. What came to the merged one since stays with it.
 * @throws Forbidden; Conflict when it was undone already; Refusal without a reason, after thirty days, with what was
 *   built on the merged record since, and for a closed month without a reopening
 */
export async function undoPeopleMerge(
  tx: Tx,
  by: Actor,
  keys: KeyRing,
  input: { mergeId: number; reason: string; files: readonly HandedOver[] },
): Promise<void> {
  const reason = input.reason.trim();
  const merge = await tx.personMerge.findUniqueOrThrow({
    where: { id: input.mergeId },
    include: { loser: true, survivor: true },
  });
  const { loserId, survivorId } = merge;
  const ids = [survivorId, loserId];
  const [before, after] = [merge.before, merge.after] as unknown as [PeopleRecords, PeopleRecords];
  await refuseUnlessKeepsPeople(tx, by, await keptPeople(tx, ids, before.PersonRole));
  if (merge.undoneAt !== null) throw new Conflict('record.changed-meanwhile');
  refuseIf([merge.clearedAt !== null && tooLate]);
  const now = await peopleRecordsOn(tx, ids);
  const restored = restoredFrom(before, now, await accountsBack(tx, before, ids));
  refuseIf([
    reason === '' && { field: 'reason', key: 'web.field.required' },
    today(by.at) > lastDayToUndo(merge) && tooLate,
    ...builtOnPeople(after, now),
    await filesWithoutConsent(tx, merge, restored),
  ]);
  await refuseClosedSplit(tx, by, await changedFounders(tx, now, restored));
  await tx.personMerge.update({
    where: { id: merge.id },
    data: { undoneAt: by.at, undoneById: by.accountId, undoReason: reason },
  });
  await replacePeople(tx, now, restored);
  await partIdentities(tx, keys, { loserId, survivorId, before });
  const parted = { fromId: survivorId, toId: loserId };
  await partCertificates(tx, keys, parted, before.Certificate ?? []);
  await handOverFiles(tx, input.files, { fromId: survivorId, toId: loserId, ids: filesOf(merge) });
  await tx.proofFile.updateMany({
    where: { id: { in: filesOf(merge) }, removedAt: { not: null } },
    data: { personId: loserId },
  });
  await restateFounded(tx, before);
  recordEvents(
    tx,
    by,
    [merge.loser, merge.survivor].map(({ id }) => ({
      verb: 'person.merge-undone',
      subjectKind: 'person',
      subjectId: id,
      reason,
      detail: { mergedNumber: merge.loser.number, survivorNumber: merge.survivor.number },
    })),
  );
}

/** The files of proof that the record that went had. */
export function filesOf({ before, loserId }: { before: unknown; loserId: number }): number[] {
  const { ProofFile } = before as PeopleRecords;
  return ProofFile.filter(({ personId }) => personId === loserId).map(({ id }) => id);
}

/** What changes without anybody: how a name is spoken. */
const watched = {
  Person: ['namePinyin'],
  PersonRole: [],
  PersonCategory: [],
  Account: ['isActive'],
  Identity: ['neededFor'],
  Certificate: ['neededFor'],
  WaiverApplication: [],
  Waiver: [],
} as const satisfies Partial<Record<keyof PeopleRecords, readonly string[]>>;

/** What was built on a merged person since, so that nobody's work is lost by undoing it. */
function builtOnPeople(after: PeopleRecords, now: PeopleRecords): Fault[] {
  const tables = Object.keys(watched) as (keyof typeof watched)[];
  return tables
    .filter((table) => {
      const content = (records: PeopleRecords) =>
        contentOf(
          table === 'WaiverApplication' ? undecided(records[table]) : (records[table] ?? []),
          watched[table],
        );
      // A document that is gone was withdrawn: there is nothing to give back.
      const isSealed = table === 'Identity' || table === 'Certificate';
      const isGone = isSealed && (now[table] ?? []).length === 0;
      return !isGone && content(after) !== content(now);
    })
    .map((table) => ({ field: '', key: `persons.merge.since-${table}` }));
}

/** Files that came since stay with the record that stays, as long as it has a consent of its own to keep them. */
async function filesWithoutConsent(
  tx: Tx,
  merge: { before: unknown; loserId: number; survivorId: number },
  { Consent }: PeopleRecords,
): Promise<Fault | null> {
  const { survivorId: personId } = merge;
  const isAgreed = Consent.some(
    (row) => row.personId === personId && row.purpose === 'proof' && row.withdrawnAt === null,
  );
  if (isAgreed) return null;
  const staying = await tx.proofFile.count({
    where: { personId, removedAt: null, neededFor: null, id: { notIn: filesOf(merge) } },
  });
  return staying > 0 ? { field: '', key: 'persons.merge.since-ProofFile' } : null;
}

/** Rows of before as they were; of what is kept elsewhere only whose it was, as far as it is still there. */
function restoredFrom(
  before: PeopleRecords,
  now: PeopleRecords,
  accounts: AccountRow[],
): PeopleRecords {
  const back = <Row extends { id: number; personId: number | null }>(
    rows: readonly Row[],
    were: readonly Row[],
  ): Row[] => {
    const owners = new Map(were.map(({ id, personId }) => [id, personId]));
    return rows.map((row) =>
      owners.has(row.id) ? Object.assign({}, row, { personId: owners.get(row.id) ?? null }) : row,
    );
  };
  const read = new Map(before.OutboxMessage.map(({ id, accountId }) => [id, accountId]));
  return {
    Person: before.Person,
    PersonRole: before.PersonRole,
    PersonCategory: before.PersonCategory,
    Account: accounts,
    Consent: back(now.Consent, before.Consent),
    Identity: now.Identity,
    Certificate: now.Certificate ?? [],
    ProofFile: now.ProofFile,
    OutboxMessage: back(now.OutboxMessage, before.OutboxMessage).map((row) =>
      read.has(row.id) ? Object.assign({}, row, { accountId: read.get(row.id) ?? null }) : row,
    ),
    WaiverApplication: back(now.WaiverApplication, before.WaiverApplication),
    Waiver: back(now.Waiver, before.Waiver),
  };
}

/** The accounts as they were linked; one that became another person's since stays so. */
async function accountsBack(
  tx: Tx,
  { Account }: PeopleRecords,
  ids: number[],
): Promise<AccountRow[]> {
  const free = await tx.account.findMany({
    where: {
      id: { in: Account.map(({ id }) => id) },
      OR: [{ personId: null }, { personId: { in: ids } }],
    },
    select: { id: true },
  });
  return Account.filter(({ id }) => free.some((account) => account.id === id));
}

/** Of one that both had, the record that went has its own again; one that only that had goes back. */
async function partIdentities(
  tx: Tx,
  keys: KeyRing,
  { loserId, survivorId, before }: { loserId: number; survivorId: number; before: PeopleRecords },
): Promise<void> {
  const of = (id: number) => before.Identity.find(({ personId }) => personId === id);
  const [own, other] = [of(survivorId), of(loserId)];
  if (!other) return;
  const between = { fromId: survivorId, toId: loserId };
  if (!own) return moveIdentity(tx, keys, between);
  const { enteredAt, enteredById, neededFor } = other;
  const entered = { enteredAt: new Date(enteredAt), enteredById, neededFor };
  await copyIdentity(tx, keys, between, entered);
  await tx.identity.updateMany({
    where: { personId: survivorId },
    data: { neededFor: own.neededFor },
  });
  // One that was still there only as a case of the other needed it goes with the consent that was withdrawn since.
  await tx.identity.deleteMany({
    where: {
      personId: { in: [survivorId, loserId] },
      neededFor: null,
      person: { consents: { none: { purpose: 'identity', withdrawnAt: null } } },
    },
  });
}
