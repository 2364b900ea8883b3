import type { Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import type { Fault } from '../language/refusal.js';
import type { Stay } from './settle-venture.js';

type Lease = { beganOn: Day; endedOn: Day | null };

/** A lease has to lie within the time that its venture is in the park of the space, one that was merged into it counting as the same. */
export async function timeInParkFaults(
  tx: Tx,
  { ventureId, parkId }: { ventureId: number; parkId: number },
  { beganOn, endedOn }: Lease,
): Promise<(Fault | false)[]> {
  const stays = await rowsOf<Pick<Stay, 'beganOn' | 'endedOn'>>(
    tx,
    sql`SELECT r."beganOn", r."endedOn" FROM "Residency" r JOIN "Park" p ON p."id" = r."parkId"
      WHERE r."ventureId" = ${ventureId} AND (p."id" = ${parkId} OR p."mergedIntoId" = ${parkId})
      ORDER BY r."beganOn"`,
  );
  const first = stays.findIndex(
    (stay) => stay.beganOn <= beganOn && (stay.endedOn === null || beganOn < stay.endedOn),
  );
  if (first === -1) return [{ field: 'beganOn', key: 'ventures.not-in-park-then' }];
  let until = stays[first]?.endedOn ?? null;
  for (const { beganOn: next, endedOn: end } of stays.slice(first + 1))
    if (next === until) until = end;
  return [
    until !== null &&
      (endedOn === null || endedOn > until) && {
        field: 'endedOn',
        key: 'ventures.lease.after-leaving',
        values: { day: until },
      },
  ];
}
