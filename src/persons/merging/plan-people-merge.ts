import type { CertificateRow } from '../../identities/move-certificates.js';
import { mergedRoles } from '../../ventures/merging/merged-roles.js';
import type { Side } from '../../ventures/merging/merged-stays.js';
import { type CategorySource, mergedCategories } from './merged-categories.js';
import type {
  AccountRow,
  ConsentRow,
  IdentityRow,
  PeopleRecords,
  PersonRow,
} from './stored-people.js';

/** What of the details is chosen. */
export const personFields = ['name', 'phone', 'graduatedOn'] as const;
export type PersonField = (typeof personFields)[number];

/** What somebody chose of two records; all else follows from them. */
export type PeopleChoices = {
  /** The fields that are taken from the record that goes. */
  fields: readonly PersonField[];
  categories: CategorySource;
};

/** What hangs on two records of one person after they are merged: all of it on the one that stays. */
export function planPeopleMerge(
  before: PeopleRecords,
  ownId: number,
  { fields, categories }: PeopleChoices,
): PeopleRecords {
  const graduate: Side = fields.includes('graduatedOn') ? 'other' : 'own';
  const own = <Row extends { personId: number | null }>(rows: readonly Row[]): Row[] =>
    rows.map((row) => Object.assign({}, row, { personId: ownId }));
  const accounts = accountsAfter(before.Account, ownId);
  const linked = accounts.find(({ personId }) => personId === ownId) ?? null;
  return {
    Person: peopleAfter(before.Person, ownId, fields),
    PersonRole: mergedRoles(before.PersonRole, { personId: ownId }),
    PersonCategory: mergedCategories(before.PersonCategory, {
      ownId,
      source: categories,
      graduate,
    }),
    Account: accounts,
    Consent: consentsAfter(before.Consent, ownId),
    Identity: identityAfter(before.Identity, ownId),
    Certificate: certificatesAfter(before.Certificate ?? [], ownId),
    ProofFile: own(before.ProofFile),
    OutboxMessage: own(before.OutboxMessage).map((row) =>
      Object.assign(row, { accountId: row.accountId ?? linked?.id ?? null }),
    ),
    WaiverApplication: own(before.WaiverApplication),
    Waiver: own(before.Waiver),
  };
}

/** The record that goes keeps no phone, so that nobody is found under it any more. */
function peopleAfter(
  rows: readonly PersonRow[],
  ownId: number,
  fields: readonly PersonField[],
): PersonRow[] {
  const other = rows.find(({ id }) => id !== ownId);
  return rows.map((row) => {
    const version = row.version + 1;
    if (row.id !== ownId || !other) return Object.assign({}, row, { phone: null, version });
    const taken = Object.fromEntries(fields.map((field) => [field, other[field] ?? null]));
    const sound = fields.includes('name') ? { namePinyin: other.namePinyin } : {};
    return Object.assign({}, row, taken, sound, { version });
  });
}

/** A person has one account: the one that signs in; another, which was closed, belongs to nobody. */
function accountsAfter(accounts: readonly AccountRow[], ownId: number): AccountRow[] {
  const [first] = [...accounts].sort(
    (a, b) =>
      b.isActive - a.isActive || Number(b.personId === ownId) - Number(a.personId === ownId),
  );
  return accounts.map((row) =>
    Object.assign({}, row, { personId: row.id === first?.id ? ownId : null }),
  );
}

/** One consent of a person holds for a purpose: beside one that the record that stays has, the other stays where it was given. */
function consentsAfter(rows: readonly ConsentRow[], ownId: number): ConsentRow[] {
  const isLive = ({ withdrawnAt }: ConsentRow): boolean => withdrawnAt === null;
  return rows.map((row) => {
    const isHeld = rows.some(
      (own) => own.personId === ownId && own.purpose === row.purpose && isLive(own),
    );
    return isLive(row) && isHeld ? row : Object.assign({}, row, { personId: ownId });
  });
}

/** One document of a person: of two that are the same, the own one, for as long as either was needed. */
function identityAfter(rows: readonly IdentityRow[], ownId: number): IdentityRow[] {
  const own = rows.find(({ personId }) => personId === ownId);
  const other = rows.find(({ personId }) => personId !== ownId);
  const base = own ?? other;
  if (!base) return [];
  const neededFor = own?.neededFor ?? other?.neededFor ?? null;
  return [Object.assign({}, base, { personId: ownId, neededFor })];
}

/** One certificate for a category: the own one where both have it, for as long as either was needed. */
function certificatesAfter(rows: readonly CertificateRow[], ownId: number): CertificateRow[] {
  const categories = [...new Set(rows.map(({ category }) => category))].sort();
  return categories.map((category) => {
    const both = rows.filter((row) => row.category === category);
    const own = both.find(({ personId }) => personId === ownId) ?? both[0];
    const neededFor = both.map((row) => row.neededFor).find((number) => number !== null) ?? null;
    return Object.assign({}, own as CertificateRow, { personId: ownId, neededFor });
  });
}

/** The record whose account a merged person signs in with, if there is one. */
export function accountSide(before: PeopleRecords, ownId: number): Side | null {
  const linked = accountsAfter(before.Account, ownId).find(({ personId }) => personId === ownId);
  const was = before.Account.find(({ id }) => id === linked?.id);
  return was ? (was.personId === ownId ? 'own' : 'other') : null;
}
