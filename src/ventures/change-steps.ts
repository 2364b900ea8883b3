import type { Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';

type Steps = readonly { fromOn: Day; fen: number }[];

/** Stores the steps of the rents of leases that have none yet. */
export async function addSteps(
  tx: Tx,
  leases: { tenancyId: number; steps: Steps }[],
): Promise<void> {
  const rows = leases.flatMap(({ tenancyId, steps }) =>
    steps.map(({ fromOn, fen }) => ({ tenancyId, fromOn, fen })),
  );
  if (rows.length > 0) await insertRows(tx, 'RentStep', rows);
}

/** Stores the steps of a lease in place of those that it had. */
export async function replaceSteps(tx: Tx, tenancyId: number, steps: Steps): Promise<void> {
  await tx.rentStep.deleteMany({ where: { tenancyId } });
  await addSteps(tx, [{ tenancyId, steps }]);
}

export const isSameSteps = (a: Steps, b: Steps): boolean => textOf(a) === textOf(b);
const textOf = (steps: Steps): string =>
  JSON.stringify(steps.map(({ fromOn, fen }) => [fromOn, fen]));
