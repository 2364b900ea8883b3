import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import type { Fault } from '../language/refusal.js';
import { isGuessable } from './guessable.js';
import { isCurrentPerson } from './merged-people.js';
import type { Role, Viewer } from './viewer.js';

export const shortestPassword = 10;

/** What an account is set to. Regions are for county reviewers, parks for managers, a person for founders. */
export type AccountSettings = {
  name: string;
  role: Role;
  regionCode: string | null;
  parkIds: number[];
  personNumber: string | null;
};

export function canSeeAccounts(viewer: Viewer): boolean {
  return viewer.role === 'administrator' || viewer.role === 'auditor';
}

export function canAddAccounts(viewer: Viewer): boolean {
  return viewer.role === 'administrator';
}

/** A phone opens the account of a founder, never one of staff: it can be lost, and its number given to others. */
export const canHavePhone = ({ role }: { role: string }): boolean => role === 'founder';

/** Nobody changes an account of their own here: an administrator cannot take or give themselves a role. */
export function canManage(viewer: Viewer, account: { id: number }): boolean {
  return viewer.role === 'administrator' && viewer.accountId !== account.id;
}

/** What is wrong with a new password, if anything: its length, the username in it, and what is guessed first. */
export async function passwordFault(
  password: string,
  username: string,
  field: string,
): Promise<Fault | null> {
  const length = [...password].length;
  if (length < shortestPassword) {
    return { field, key: 'web.field.too-short', values: { n: shortestPassword } };
  }
  if (length > 200) return { field, key: 'web.field.too-long', values: { n: 200 } };
  if (password.toLowerCase().includes(username)) return { field, key: 'people.password.obvious' };
  return (await isGuessable(password, [username]))
    ? { field, key: 'people.password.guessable' }
    : null;
}

/** The settings as the account's row holds them: only what belongs to the role. */
export async function scopeOf(
  reads: Reads,
  settings: AccountSettings,
): Promise<{
  faults: Fault[];
  regionCode: string | null;
  parkIds: number[];
  personId: number | null;
}> {
  const faults: Fault[] = [];
  const regionCode = settings.role === 'county-reviewer' ? settings.regionCode : null;
  const parkIds = settings.role === 'park-manager' ? [...new Set(settings.parkIds)] : [];
  const number = settings.role === 'founder' ? settings.personNumber : null;
  if (settings.role === 'county-reviewer' && regionCode === null) {
    faults.push({ field: 'regionCode', key: 'people.account.region-missing' });
  }
  const found = await scopeFound(reads, regionCode, parkIds, number);
  if (regionCode !== null && !found.hasRegion) {
    faults.push({ field: 'regionCode', key: 'web.field.choose' });
  }
  if (settings.role === 'park-manager' && parkIds.length === 0) {
    faults.push({ field: 'parkIds', key: 'people.account.parks-missing' });
  }
  if (found.parks !== parkIds.length) {
    faults.push({ field: 'parkIds', key: 'web.field.choose' });
  }
  if (number !== null && found.personId === null) {
    faults.push({ field: 'personNumber', key: 'people.account.person-unknown' });
  }
  return { faults, regionCode, parkIds, personId: found.personId };
}

/** What there is of the region, the parks and the person that an account is to have. */
async function scopeFound(
  reads: Reads,
  regionCode: string | null,
  parkIds: number[],
  number: string | null,
) {
  type Row = { hasRegion: number; parks: number; personId: number | null };
  const [row] = await rowsOf<Row>(
    reads,
    sql`SELECT EXISTS (SELECT 1 FROM "Region" WHERE "code" = ${regionCode}) AS "hasRegion",
      (SELECT COUNT(*) FROM "Park" WHERE "id" IN ${listed(parkIds)}) AS "parks",
      (SELECT i."id" FROM "Person" i WHERE i."number" = ${number} AND ${isCurrentPerson.sql}) AS "personId"`,
  );
  const personId = row?.personId ?? null;
  return {
    hasRegion: Number(row?.hasRegion) === 1,
    parks: Number(row?.parks),
    personId: personId === null ? null : Number(personId),
  };
}
