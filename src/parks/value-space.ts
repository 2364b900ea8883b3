import { type Day, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, type Fault, refuseIf } from '../language/refusal.js';
import { closedAt } from '../ledger/closed-at.js';
import { refuseClosedDays } from '../ledger/dated-attributes.js';
import { restateRent } from '../ledger/restate.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { reachesOf } from './park-of-space.js';
import { canWritePark } from './permissions.js';

export type Valuing = {
  spaceId: number;
  /** From this day on. */
  fromOn: Day;
  /** Fen a month; null where it is not known. */
  fen: number | null;
  source: string;
};

/**
 * Says what a space would bring on the market from a day on (市场租金), and restates what its leases forgo. Months before
 * that day stay as they are, and so do those from the next valuation on; of two valuations for one day the later one holds.
 * @throws Refusal for a day before the space opened or in the future, no source, or a closed month;
 *   Conflict for one that is void
 */
export async function valueSpace(tx: Tx, by: Actor, input: Valuing): Promise<void> {
  const space = await tx.space.findUniqueOrThrow({
    where: { id: input.spaceId },
    include: {
      park: true,
      parks: { orderBy: { beganOn: 'asc' } },
      tenancies: { select: { ventureId: true } },
      valuations: {
        where: { fromOn: { gt: input.fromOn } },
        orderBy: { fromOn: 'asc' },
        select: { fromOn: true },
        take: 1,
      },
    },
  });
  await refuseUnless(tx, by, (viewer) => canWritePark(viewer, space.park));
  if (space.voidedAt !== null) throw new Conflict('parks.space.void-already');
  refuseIf([
    input.fromOn < space.openedOn && {
      field: 'fromOn',
      key: 'parks.rents.before-opening',
      values: { day: { day: space.openedOn } },
    },
    input.fromOn > today(by.at) && { field: 'fromOn', key: 'calendar.in-future' },
    noSource('any', input.source),
  ]);
  const next = space.valuations[0]?.fromOn ?? null;
  const reaches = reachesOf(space.parks, null, input.fromOn, next);
  await refuseClosedDays(tx, by, 'SpaceValuation.fromOn', reaches);
  await insertValuations(tx, by, [input]);
  recordEvent(tx, by, {
    verb: 'space.valued',
    subjectKind: 'space',
    subjectId: space.id,
    parkId: space.parkId,
    detail: { beganOn: input.fromOn, marketRent: input.fen, rentSource: input.source },
  });
  const holders = [...new Set(space.tenancies.map(({ ventureId }) => ventureId))];
  await closedAt('fromOn', () => restateRent(tx, by, holders));
}

/** A market rent without a source is nobody's word; nothing is said of one that is not known. */
export const noSource = (fen: number | null | 'any', source: string): Fault | false =>
  fen !== null && source.trim() === '' && { field: 'rentSource', key: 'web.field.required' };

export const insertValuations = (tx: Tx, by: Actor, rows: Valuing[]): Promise<void> =>
  insertRows(
    tx,
    'SpaceValuation',
    rows.map(({ spaceId, fromOn, fen, source }) => ({
      spaceId,
      fromOn,
      fen,
      source: source.trim(),
      enteredAt: by.at,
      enteredById: by.accountId,
    })),
  );
