import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import { listed } from '../database/listed.js';
import { nextNumbers } from '../database/next-numbers.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvents } from '../history/record.js';
import { isCitizenNumber } from '../identities/citizen-number.js';
import { cleanName, isName } from '../input/names.js';
import { phoneOf } from '../input/phones.js';
import { type Fault, refuseIf } from '../language/refusal.js';
import { enterPeople, type NewPerson } from '../people/enter-people.js';
import type { Industry, LegalForm } from '../standards/register-codes.js';
import { creditCodeFits, isCreditCode } from './credit-code.js';
import { refuseUnlessInParks } from './home-park.js';
import type { Trade } from './kinds.js';
import { keysOfName } from './name-likeness.js';
import { searchTextOf } from './search-text.js';

const series = { table: 'Venture', letter: 'V', digits: 4 } as const;

export type VentureProfile = {
  name: string;
  legalForm: LegalForm;
  creditCode: string | null;
  /** Why a code whose check character fails is kept. */
  creditCodeNote: string | null;
  industry: Industry;
  trade: Trade | null;
  registeredOn: Day | null;
  phone: string | null;
  about: string;
  isNamed: boolean;
};
export type NewVenture = VentureProfile & {
  /** The park that logs it; it is settled there by another verb. */
  parkId: number;
  founders: NewPerson[];
  /** Since when they have been its founders. */
  foundedOn: Day;
  /** Why it is another venture than the one of the same name, in somebody's words. */
  another?: string | null;
};

/**
 * Logs ventures, each with its founders, under the next public numbers of the year: V2025-0001.
 * A team needs no credit code.
 * @returns their ids, in the order given
 * @throws Refusal with the row, when a code is malformed, fails its check without a reason, or is taken; and when the
 * network has a venture of the same name, and nobody says why this is another one
 */
export async function logVentures(tx: Tx, by: Actor, typed: NewVenture[]): Promise<number[]> {
  const inputs = typed.map(cleanedVenture);
  await refuseUnlessInParks(
    tx,
    by,
    inputs.map(({ parkId }) => parkId),
  );
  for (const [row, input] of inputs.entries()) refuseIf(faultsOf(input, today(by.at)), row);
  await refuseTakenCodes(tx, inputs);
  const sameName = await refuseSameNames(tx, inputs);
  const numbers = await nextNumbers(tx, series, today(by.at).slice(0, 4), inputs.length);
  const rows = inputs.map(({ founders, foundedOn, parkId, another: _, ...profile }, index) => ({
    ...profile,
    ...keysOfName(profile.name),
    number: numbers[index] as string,
    searchText: searchTextOf({
      ...profile,
      number: numbers[index] as string,
      people: founders.map((f) => f.name),
    }),
    loggedParkId: parkId,
    loggedAt: by.at,
  }));
  const ids = await insertRowsForIds(tx, 'Venture', rows);
  await enterFounders(tx, by, inputs, ids);
  recordEvents(
    tx,
    by,
    ids.map((id, index) => {
      const detail = loggedDetail(rows[index] as (typeof rows)[number]);
      const another = sameName.has(index) ? inputs[index]?.another : undefined;
      return {
        verb: 'venture.logged',
        subjectKind: 'venture',
        subjectId: id,
        ventureId: id,
        parkId: detail.loggedParkId,
        detail: another ? { ...detail, another } : detail,
      };
    }),
  );
  return ids;
}

/** What history keeps of a row: not what is worked out of it. */
function loggedDetail<
  R extends { loggedAt: Date; searchText: string; nameKey: string; soundKey: string },
>(row: R) {
  const { loggedAt: _, searchText: __, nameKey: ___, soundKey: ____, ...detail } = row;
  return detail;
}

export const logVenture = async (tx: Tx, by: Actor, input: NewVenture): Promise<number> =>
  (await logVentures(tx, by, [input]))[0] as number;

function faultsOf(input: NewVenture, now: Day): (Fault | false)[] {
  return [
    ...profileFaults(input, now),
    input.founders.length === 0 && { field: 'founderName', key: 'ventures.founder-needed' },
    input.foundedOn > now && { field: 'foundedOn', key: 'calendar.in-future' },
  ];
}

/** The same with its name and phone in their one form; what is no phone stays, and is refused as a fault. */
function cleanedVenture(input: NewVenture): NewVenture {
  return { ...input, ...cleanedProfile(input) };
}

/** What of a profile has one form: see `profileFaults` for what cannot be brought into it. */
export const cleanedProfile = ({ name, phone }: Pick<VentureProfile, 'name' | 'phone'>) => ({
  name: cleanName(name),
  phone: phone === null ? null : (phoneOf(phone) ?? phone),
});

/** What makes no sense in a profile, whether new or edited. */
export function profileFaults(input: VentureProfile, now: Day): (Fault | false)[] {
  const { name, phone, creditCode, creditCodeNote, legalForm, registeredOn } = input;
  const formed = creditCode !== null && isCreditCode(creditCode);
  return [
    creditCode !== null &&
      isCitizenNumber(creditCode, now) && {
        field: 'creditCode',
        key: 'ventures.code-is-identity',
      },
    !isName(name) && { field: 'name', key: 'web.field.name' },
    phone !== null && phoneOf(phone) === null && { field: 'phone', key: 'web.field.phone' },
    creditCode !== null && !formed && { field: 'creditCode', key: 'ventures.code-form' },
    formed &&
      !creditCodeFits(creditCode) &&
      creditCodeNote === null && {
        field: 'creditCodeNote',
        key: 'ventures.code-check',
      },
    legalForm === 'team' &&
      creditCode !== null && { field: 'creditCode', key: 'ventures.team-with-code' },
    registeredOn !== null &&
      registeredOn > now && { field: 'registeredOn', key: 'calendar.in-future' },
  ];
}

async function refuseTakenCodes(tx: Tx, inputs: NewVenture[]): Promise<void> {
  const codes = inputs.map((input) => input.creditCode).filter((code) => code !== null);
  if (codes.length === 0) return;
  const taken = await rowsOf<{ creditCode: string }>(
    tx,
    sql`SELECT "creditCode" FROM "Venture" WHERE "creditCode" IN ${listed(codes)}`,
  );
  const seen = new Set(taken.map((venture) => venture.creditCode));
  inputs.forEach(({ creditCode }, row) => {
    refuseIf(
      [
        creditCode !== null &&
          seen.has(creditCode) && { field: 'creditCode', key: 'ventures.code-taken' },
      ],
      row,
    );
    if (creditCode !== null) seen.add(creditCode);
  });
}

/**
 * Holds up what would be counted twice. @returns the places of the inputs that another venture shares its name with
 * @throws Refusal with the row where nobody says why it is another one
 */
async function refuseSameNames(tx: Tx, inputs: NewVenture[]): Promise<Set<number>> {
  const keys = inputs.map(({ name }) => keysOfName(name).nameKey);
  const taken = await rowsOf<{ nameKey: string }>(
    tx,
    sql`SELECT DISTINCT "nameKey" FROM "Venture" WHERE "nameKey" IN ${listed(keys)}`,
  );
  const seen = new Set(taken.map(({ nameKey }) => nameKey));
  const shared = new Set<number>();
  for (const [row, key] of keys.entries()) {
    const isShared = seen.has(key);
    refuseIf([isShared && !inputs[row]?.another && sameNameFault], row);
    if (isShared) shared.add(row);
    seen.add(key);
  }
  return shared;
}

export const sameNameFault: Fault = { field: 'another', key: 'ventures.same-name' };

async function enterFounders(
  tx: Tx,
  by: Actor,
  inputs: NewVenture[],
  ids: number[],
): Promise<void> {
  const personIds = await enterPeople(
    tx,
    by,
    inputs.flatMap((input) => input.founders),
  );
  let next = 0;
  const roles = inputs.flatMap((input, index) => {
    const mine = new Set(input.founders.map(() => personIds[next++] as number));
    return [...mine].map((personId) => ({
      personId,
      ventureId: ids[index] as number,
      role: 'founder',
      beganOn: input.foundedOn,
    }));
  });
  await insertRows(tx, 'PersonRole', roles);
}
