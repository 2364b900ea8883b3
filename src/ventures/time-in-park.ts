import type { Day } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { orNever } from '../database/periods.js';
import { sql } from '../database/sql.js';
import type { Fault } from '../language/refusal.js';
import type { Stay } from './settle-venture.js';

type Lease = { beganOn: Day; endedOn: Day | null };

/** A lease has to lie within the time that its venture is in the park of the space: in that of each of its days. */
export async function timeInParkFaults(
  tx: Tx,
  { ventureId, spaceId }: { ventureId: number; spaceId: number },
  { beganOn, endedOn }: Lease,
): Promise<(Fault | false)[]> {
  const stays = await rowsOf<Pick<Stay, 'beganOn' | 'endedOn'>>(
    tx,
    sql`SELECT CASE WHEN r."beganOn" > sp."beganOn" THEN r."beganOn" ELSE sp."beganOn" END AS "beganOn",
        CASE WHEN ${orNever(sql`r."endedOn"`)} < ${orNever(sql`sp."endedOn"`)} THEN r."endedOn" ELSE sp."endedOn" END AS "endedOn"
      FROM "Residency" r JOIN "SpacePark" sp ON sp."parkId" = r."parkId" AND sp."spaceId" = ${spaceId}
        AND sp."beganOn" < ${orNever(sql`r."endedOn"`)} AND r."beganOn" < ${orNever(sql`sp."endedOn"`)}
      WHERE r."ventureId" = ${ventureId} ORDER BY 1`,
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
        field: 'lastOn',
        key: 'ventures.lease.after-leaving',
        values: { day: { day: lastDayOf(until) } },
      },
  ];
}
