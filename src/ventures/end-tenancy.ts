import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { changeRows, rowsOf } from '../database/direct-sql.js';
import { type Sql, sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, Refusal, refuseIf } from '../language/refusal.js';
import { endWaiversOf } from '../waivers/end-waiver.js';

/**
 * Ends a tenancy; the space is free from that day.
 * @throws Refusal when the day is before the tenancy's first day or in the future
 * @throws Conflict when it has ended already
 */
export async function endTenancy(
  tx: Tx,
  by: Actor,
  tenancyId: number,
  endedOn: Day,
): Promise<void> {
  const [tenancy] = await heldWhere(tx, sql`t."id" = ${tenancyId}`);
  if (!tenancy) throw new Error(`there is no tenancy ${tenancyId}`);
  refuseIf([
    endedOn > today(by.at) && { field: 'endedOn', key: 'calendar.in-future' },
    endedOn <= tenancy.beganOn && {
      field: 'endedOn',
      key: 'ventures.end-before-begin',
      values: { day: tenancy.beganOn },
    },
  ]);
  if (tenancy.endedOn !== null) throw new Conflict('ventures.tenancy-ended-already');
  await endOn(tx, by, tenancy, endedOn);
}

/**
 * Ends what a venture still holds on the day that it leaves its park. A tenancy that was ended later than
 * that, before the leaving was recorded, ends on that day too.
 */
export async function endTenanciesOf(
  tx: Tx,
  by: Actor,
  ventureId: number,
  endedOn: Day,
): Promise<void> {
  const held = await heldWhere(
    tx,
    sql`t."ventureId" = ${ventureId} AND (t."endedOn" IS NULL OR t."endedOn" > ${endedOn})`,
  );
  const late = held.find((tenancy) => tenancy.endedOn === null && tenancy.beganOn >= endedOn);
  if (late)
    throw new Refusal([
      { field: '', key: 'ventures.tenancy-begins-later', values: { day: late.beganOn } },
    ]);
  for (const tenancy of held.filter(({ beganOn }) => beganOn < endedOn)) {
    await endOn(tx, by, tenancy, endedOn);
  }
}

type Held = {
  id: number;
  version: number;
  ventureId: number;
  parkId: number;
  beganOn: Day;
  endedOn: Day | null;
};

const heldWhere = (tx: Tx, condition: Sql): Promise<Held[]> =>
  rowsOf(
    tx,
    sql`SELECT t."id", t."version", t."ventureId", t."beganOn", t."endedOn", s."parkId"
      FROM "Tenancy" t JOIN "Space" s ON s."id" = t."spaceId" WHERE ${condition} ORDER BY t."id"`,
  );

/** @throws Conflict when the tenancy is no longer as it was read */
async function endOn(
  tx: Tx,
  by: Actor,
  { id, version, ventureId, parkId }: Held,
  endedOn: Day,
): Promise<void> {
  const count = await changeRows(
    tx,
    sql`UPDATE "Tenancy" SET "endedOn" = ${endedOn}, "version" = "version" + 1
      WHERE "id" = ${id} AND "version" = ${version}`,
  );
  if (count === 0) throw new Conflict('ventures.tenancy-ended-already');
  const of = { ventureId, tenancyId: id };
  await endWaiversOf(tx, by, of, { endedOn, reason: 'tenancy-ended', note: '' });
  recordEvent(tx, by, {
    verb: 'tenancy.ended',
    subjectKind: 'tenancy',
    subjectId: id,
    ventureId,
    parkId,
    detail: { endedOn },
  });
}
