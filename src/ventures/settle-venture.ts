import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import { jsonRows, jsonValues } from '../database/json.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvents } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { closedAt } from '../ledger/closed-at.js';
import { restateVentures } from '../ledger/restate.js';
import { homeParkSql } from '../people/whereabouts.js';
import { refuseUnlessInParks } from './home-park.js';

export type Settling = { ventureId: number; parkId: number; beganOn: Day };

/**
 * Begins residencies (入驻): each venture counts in its park from that day.
 * @returns the ids of the residencies, in the order given
 * @throws Refusal with the row, when the venture is in a park already or was on that day, the park is not open
 *   then, or the day is in the future
 */
export async function settleVentures(tx: Tx, by: Actor, inputs: Settling[]): Promise<number[]> {
  const ventureIds = inputs.map((input) => input.ventureId);
  if (inputs.length === 0) return [];
  const { parkOf, earlier, homes } = await parksAndStays(tx, inputs);
  await refuseUnlessInParks(tx, by, [...homes, ...inputs.map(({ parkId }) => parkId)]);
  inputs.forEach((input, row) => {
    const park = parkOf.get(input.parkId);
    const others = earlier.filter((residency) => residency.ventureId === input.ventureId);
    const open = others.some((residency) => residency.endedOn === null);
    refuseIf(
      [
        input.beganOn > today(by.at) && { field: 'beganOn', key: 'calendar.in-future' },
        !isOpen(park, input.beganOn) && { field: 'beganOn', key: 'ventures.park-not-open' },
        open && { field: '', key: 'ventures.already-settled' },
        !open &&
          others.some((r) => input.beganOn < (r.endedOn as Day)) && {
            field: 'beganOn',
            key: 'ventures.overlaps-residency',
          },
      ],
      row,
    );
  });
  const ids = await insertRowsForIds(tx, 'Residency', inputs);
  recordEvents(
    tx,
    by,
    ids.map((id, index) => {
      const input = inputs[index] as Settling;
      return {
        verb: 'residency.began',
        subjectKind: 'residency',
        subjectId: id,
        ...idsOf(input),
        detail: { beganOn: input.beganOn },
      };
    }),
  );
  const first = inputs.reduce(
    (day, input) => (input.beganOn < day ? input.beganOn : day),
    inputs[0]?.beganOn ?? '',
  );
  await closedAt('beganOn', () => restateVentures(tx, by, ventureIds, first));
  return ids;
}

export const settleVenture = async (tx: Tx, by: Actor, input: Settling): Promise<number> =>
  (await settleVentures(tx, by, [input]))[0] as number;

export type Stay = { ventureId: number; parkId: number; beganOn: Day; endedOn: Day | null };

/** Every residency of some ventures, ended or not. */
export const staysOf = (tx: Tx, ventureIds: number[]): Promise<Stay[]> =>
  rowsOf(
    tx,
    sql`SELECT "ventureId", "parkId", "beganOn", "endedOn" FROM "Residency"
      WHERE "ventureId" IN ${listed(ventureIds)}`,
  );

/** The same as JSON, to be asked together with something else. */
export const staysAsJson = (ventureIds: number[]): Sql =>
  jsonRows(
    ['ventureId', 'parkId', 'beganOn', 'endedOn'],
    sql`"Residency" WHERE "ventureId" IN ${listed(ventureIds)}`,
  );

type ParkDays = { id: number; openedOn: Day; closedOn: Day | null };

/** When the parks that are asked for are open, where the ventures were before, and which parks keep them. */
async function parksAndStays(tx: Tx, inputs: Settling[]) {
  const ventureIds = listed(inputs.map((input) => input.ventureId));
  const parkIds = listed(inputs.map((input) => input.parkId));
  const [asked] = await rowsOf<{ parks: string; stays: string; homes: string; voided: number }>(
    tx,
    sql`SELECT ${staysAsJson(inputs.map((input) => input.ventureId))} AS "stays",
      ${jsonValues(homeParkSql(sql`v`), sql`"Venture" v WHERE v."id" IN ${ventureIds}`)} AS "homes",
      ${jsonRows(['id', 'openedOn', 'closedOn'], sql`"Park" WHERE "id" IN ${parkIds}`)} AS "parks",
      (SELECT COUNT(*) FROM "VentureVoid" WHERE "ventureId" IN ${ventureIds}) AS "voided"`,
  );
  // Its page was open when somebody else voided it.
  if (asked && asked.voided > 0) throw new Conflict('record.changed-meanwhile');
  const parks: ParkDays[] = JSON.parse(asked?.parks ?? '[]');
  const earlier: Stay[] = JSON.parse(asked?.stays ?? '[]');
  const homes: number[] = JSON.parse(asked?.homes ?? '[]');
  return { parkOf: new Map(parks.map((park) => [park.id, park])), earlier, homes };
}

const idsOf = ({ ventureId, parkId }: Settling) => ({ ventureId, parkId });

/** Whether a park, or a space, is open on a day. */
export function isOpen(
  place: { openedOn: Day; closedOn: Day | null } | undefined,
  day: Day,
): boolean {
  return (
    place !== undefined &&
    place.openedOn <= day &&
    (place.closedOn === null || day < place.closedOn)
  );
}
