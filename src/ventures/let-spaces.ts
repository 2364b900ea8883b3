import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import { asJson, jsonRows, jsonValues } from '../database/json.js';
import { listed } from '../database/listed.js';
import { type Sql, sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvents } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';
import { refuseClosedDays } from '../ledger/dated-attributes.js';
import { restateRent } from '../ledger/restate.js';
import { refuseUnlessKeeper } from './home-park.js';
import { basisColumns, type RentBasis, refuseBasis } from './rent-basis.js';
import { isOpen, type Stay, staysAsJson } from './settle-venture.js';

export type Letting = {
  ventureId: number;
  spaceId: number;
  beganOn: Day;
  /** The first day after the agreed term. */
  termEndOn: Day;
  /** Fen a month. */
  rent: number;
  /** Hundredths of a square metre. */
  area: number;
  /** On what the rent rests; not stated where it was entered before that was recorded. */
  basis?: RentBasis | undefined;
};

/**
 * Lets spaces to ventures (租约). A space is taken from the first day until the tenancy is ended.
 * @returns the ids of the tenancies, in the order given
 * @throws Refusal with the row, when the first day is in the future or the space not in use then, the term ends
 *   before it begins, the space is let then or too small, the venture is not in its park on the first day, or the
 *   rent rests on a clause that its policy does not have
 */
export async function letSpaces(tx: Tx, by: Actor, inputs: Letting[]): Promise<number[]> {
  if (inputs.length === 0) return [];
  const { spaceOf, residencies } = await spacesAndStays(tx, inputs);
  await refuseUnlessKeeper(
    tx,
    by,
    inputs.map(({ ventureId }) => ventureId),
  );
  inputs.forEach((input, row) => {
    const space = spaceOf.get(input.spaceId);
    const isHome = residencies.some(
      (r) =>
        r.ventureId === input.ventureId &&
        r.parkId === space?.parkId &&
        r.beganOn <= input.beganOn &&
        (r.endedOn === null || input.beganOn < r.endedOn),
    );
    const isTaken = space?.endings.some((endedOn) => endedOn === null || input.beganOn < endedOn);
    refuseIf(
      [
        // A tenancy that has not begun could not be ended, and the venture not leave.
        input.beganOn > today(by.at) && { field: 'beganOn', key: 'calendar.in-future' },
        space !== undefined &&
          !isOpen(space, input.beganOn) && { field: 'beganOn', key: 'ventures.space-not-open' },
        input.termEndOn <= input.beganOn && {
          field: 'termEndOn',
          key: 'ventures.term-before-begin',
        },
        !isHome && { field: 'spaceId', key: 'ventures.not-in-park-then' },
        isTaken === true && { field: 'spaceId', key: 'ventures.space-taken' },
        input.area <= 0 && { field: 'area', key: 'ventures.area-positive' },
        space !== undefined &&
          input.area > space.area && { field: 'area', key: 'ventures.area-over-space' },
        input.rent < 0 && { field: 'rent', key: 'ventures.rent-negative' },
      ],
      row,
    );
  });
  await refuseBasis(
    tx,
    inputs.map(({ basis }) => basis),
  );
  const reaches = inputs.map(({ ventureId, spaceId, beganOn }) => ({
    ventureId,
    parkId: spaceOf.get(spaceId)?.parkId ?? null,
    day: beganOn,
  }));
  await refuseClosedDays(tx, by, 'Tenancy.beganOn', reaches);
  const rows = inputs.map(({ basis, ...letting }) => Object.assign(letting, basisColumns(basis)));
  const ids = await insertRowsForIds(tx, 'Tenancy', rows);
  recordEvents(
    tx,
    by,
    ids.map((id, index) => {
      const { ventureId, ...detail } = rows[index] as (typeof rows)[number];
      const parkId = spaceOf.get(detail.spaceId)?.parkId as number;
      return {
        verb: 'tenancy.began',
        subjectKind: 'tenancy',
        subjectId: id,
        ventureId,
        parkId,
        detail,
      };
    }),
  );
  await restateRent(tx, by, [...new Set(inputs.map(({ ventureId }) => ventureId))]);
  return ids;
}

type SpaceRow = {
  id: number;
  parkId: number;
  area: number;
  openedOn: Day;
  closedOn: Day | null;
  /** When each of its tenancies ended; null for one that runs. */
  endings: (Day | null)[];
};

const spacesAsJson = (ids: number[]): Sql =>
  jsonRows(
    {
      id: sql`s."id"`,
      parkId: sql`s."parkId"`,
      area: sql`s."area"`,
      openedOn: sql`s."openedOn"`,
      closedOn: sql`s."closedOn"`,
      endings: asJson(jsonValues(sql`t."endedOn"`, sql`"Tenancy" t WHERE t."spaceId" = s."id"`)),
    },
    sql`"Space" s WHERE s."id" IN ${listed(ids)}`,
  );

/** The spaces that are asked for, and where the ventures are and were. */
async function spacesAndStays(tx: Tx, inputs: Letting[]) {
  const [asked] = await rowsOf<{ spaces: string; stays: string }>(
    tx,
    sql`SELECT ${staysAsJson(inputs.map((input) => input.ventureId))} AS "stays",
      ${spacesAsJson(inputs.map((input) => input.spaceId))} AS "spaces"`,
  );
  const spaces: SpaceRow[] = JSON.parse(asked?.spaces ?? '[]');
  const residencies: Stay[] = JSON.parse(asked?.stays ?? '[]');
  return { spaceOf: new Map(spaces.map((space) => [space.id, space])), residencies };
}

export const letSpace = async (tx: Tx, by: Actor, input: Letting): Promise<number> =>
  (await letSpaces(tx, by, [input]))[0] as number;
