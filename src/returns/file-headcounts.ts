import { endOfMonth, type Month, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { refuseIf } from '../language/refusal.js';
import { refuseClosed } from '../ledger/closed-months.js';
import { restateVentures } from '../ledger/restate.js';
import { staysOf } from '../ventures/settle-venture.js';
import { numberFaults } from './headcount.js';
import { type Filing, keepReturns } from './keep-returns.js';

/**
 * Files or corrects jobs returns (带动就业月报). A correction moves only the months that it speaks of.
 * @throws Refusal with the row: a negative or absurd number, a part above the whole, a month that has not ended
 *   or at whose end the venture is in no park, or that is closed
 * @throws Conflict when a return is there already, or is no longer the version that was seen
 */
export async function fileHeadcounts(tx: Tx, by: Actor, inputs: Filing[]): Promise<void> {
  if (inputs.length === 0) return;
  const ventureIds = [...new Set(inputs.map((input) => input.ventureId))];
  const residencies = await staysOf(tx, ventureIds);
  const parkIds = inputs.map((input, row) => {
    const day = endOfMonth(input.month);
    const home = residencies.find(
      (r) =>
        r.ventureId === input.ventureId &&
        r.beganOn <= day &&
        (r.endedOn === null || day < r.endedOn),
    );
    refuseIf(
      [
        ...numberFaults(input),
        day > today(by.at) && { field: 'month', key: 'returns.month-not-over' },
        !home && { field: 'month', key: 'returns.not-in-park' },
      ],
      row,
    );
    return home?.parkId as number;
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

export const fileHeadcount = (tx: Tx, by: Actor, input: Filing): Promise<void> =>
  fileHeadcounts(tx, by, [input]);
