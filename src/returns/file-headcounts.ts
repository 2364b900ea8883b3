import { endOfMonth, type Month, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { refuseIf } from '../language/refusal.js';
import { refuseClosed } from '../ledger/closed-months.js';
import { restateVentures } from '../ledger/restate.js';
import { refuseUnlessInParks, refuseUnlessKeeper } from '../ventures/home-park.js';
import { type Stay, staysOf } from '../ventures/settle-venture.js';
import { numberFaults } from './headcount.js';
import { type Filing, keepReturns } from './keep-returns.js';

/**
 * Files or corrects jobs returns (带动就业月报). A correction moves only the months that it speaks of.
 * @throws Forbidden for who does not keep the park's records; Refusal with the row: a negative or absurd number, a part above the whole, a month that has not ended
 *   or at whose end the venture is in no park, or that is closed
 * @throws Conflict when a return is there already, or is no longer the version that was seen
 */
export async function fileHeadcounts(tx: Tx, by: Actor, inputs: Filing[]): Promise<void> {
  if (inputs.length === 0) return;
  const ventureIds = [...new Set(inputs.map((input) => input.ventureId))];
  const residencies = await staysOf(tx, ventureIds);
  const parkIds = inputs.map((input) => parkOf(input, residencies));
  await refuseStranger(tx, by, inputs, parkIds);
  inputs.forEach((input, row) => {
    refuseIf(
      [
        ...numberFaults(input),
        endOfMonth(input.month) > today(by.at) && {
          field: 'month',
          key: 'returns.month-not-over',
        },
        parkIds[row] === undefined && { field: 'month', key: 'returns.not-in-park' },
      ],
      row,
    );
  });
  await refuseClosed(
    tx,
    by,
    inputs.map(({ month, ventureId }, row) => ({
      month,
      ventureId,
      parkId: parkIds[row] as number,
    })),
  );
  await keepReturns(
    tx,
    by,
    inputs.map((input, row) => ({ ...input, parkId: parkIds[row] as number })),
  );
  const first = inputs.reduce(
    (month, input) => (input.month < month ? input.month : month),
    inputs[0]?.month as Month,
  );
  await restateVentures(tx, by, ventureIds, endOfMonth(first));
}

/** The park that the venture is in at the month's end. */
function parkOf({ ventureId, month }: Filing, residencies: Stay[]): number | undefined {
  const day = endOfMonth(month);
  return residencies.find(
    (r) => r.ventureId === ventureId && r.beganOn <= day && (r.endedOn === null || day < r.endedOn),
  )?.parkId;
}

/** A return is filed by the park at the month's end; of a venture that was in none, by the park that keeps it. */
async function refuseStranger(
  tx: Tx,
  by: Actor,
  inputs: Filing[],
  parkIds: (number | undefined)[],
): Promise<void> {
  const placed = parkIds.filter((parkId) => parkId !== undefined);
  await refuseUnlessInParks(tx, by, placed);
  const others = inputs.filter((_, row) => parkIds[row] === undefined);
  if (others.length === 0) return;
  await refuseUnlessKeeper(
    tx,
    by,
    others.map(({ ventureId }) => ventureId),
  );
}

export const fileHeadcount = (tx: Tx, by: Actor, input: Filing): Promise<void> =>
  fileHeadcounts(tx, by, [input]);
