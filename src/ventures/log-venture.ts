import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import { nextNumbers } from '../database/next-numbers.js';
import type { Actor } from '../history/actor.js';
import { recordEvents } from '../history/record.js';
import { type Fault, refuseIf } from '../language/refusal.js';
import { enterPeople, type NewPerson } from '../people/enter-people.js';
import { enterPairs } from './doubles/enter-pairs.js';
import { refuseUnlessInParks } from './home-park.js';
import { keysOfName, type NameKeys } from './name-likeness.js';
import { newestCategory, refuseClosedCategories } from './refuse-closed-people.js';
import { refuseSameNames, refuseTakenCodes } from './refuse-doubles.js';
import { searchTextOf } from './search-text.js';
import { cleanedProfile, profileFaults, type VentureProfile } from './venture-profile.js';

const series = { table: 'Venture', letter: 'V', digits: 4 } as const;

export type NewVenture = VentureProfile & {
  /** The park that logs it; it is settled there by another verb. */
  parkId: number;
  founders: NewPerson[];
  /** Since when they have been its founders. */
  foundedOn: Day;
  /** Why it is another venture than the one of the same name, in somebody's words. */
  another?: string | null;
  /** Why its founders are others than people who look the same, where that was asked. */
  anotherPerson?: string | null;
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
  const keys = inputs.map(({ name }) => keysOfName(name));
  const sameName = await refuseSameNames(
    tx,
    inputs,
    keys.map(({ nameKey }) => nameKey),
  );
  const numbers = await nextNumbers(tx, series, today(by.at).slice(0, 4), inputs.length);
  const rows = inputs.map(
    ({ founders, foundedOn, parkId, another: _, anotherPerson: __, ...profile }, index) => ({
      ...profile,
      ...(keys[index] as NameKeys),
      number: numbers[index] as string,
      searchText: searchTextOf({
        ...profile,
        number: numbers[index] as string,
        people: founders.map((f) => f.name),
      }),
      loggedParkId: parkId,
      loggedAt: by.at,
    }),
  );
  const ids = await insertRowsForIds(tx, 'Venture', rows);
  await enterFounders(tx, by, inputs, ids);
  const distinct = [...sameName].map((index) => ({
    ventureId: ids[index] as number,
    nameKey: keys[index]?.nameKey ?? '',
    reason: inputs[index]?.another ?? '',
  }));
  await enterPairs(tx, by, distinct, ids[0] ?? 0);
  recordEvents(
    tx,
    by,
    ids.map((id, index) => {
      const detail = loggedDetail(rows[index] as (typeof rows)[number]);
      const anotherPerson = inputs[index]?.anotherPerson;
      const another = sameName.has(index) ? inputs[index]?.another : undefined;
      return {
        verb: 'venture.logged',
        subjectKind: 'venture',
        subjectId: id,
        ventureId: id,
        parkId: detail.loggedParkId,
        detail: Object.assign(
          detail,
          another ? { another } : {},
          anotherPerson ? { anotherPerson } : {},
        ),
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

async function enterFounders(
  tx: Tx,
  by: Actor,
  inputs: NewVenture[],
  ids: number[],
): Promise<void> {
  const newest = await newestCategory(tx);
  const people = inputs.flatMap((input) => input.founders);
  const fieldsOf = (index: number) => (inputs.length === 1 ? `founders.${index}.` : '');
  const personIds = await enterPeople(tx, by, people, fieldsOf);
  const entered = people.map((person, index) => ({
    id: personIds[index] as number,
    person,
    fields: fieldsOf(index),
  }));
  await refuseClosedCategories(tx, by, newest, entered);
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
