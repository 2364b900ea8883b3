import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseClosed } from '../ledger/closed-months.js';
import { restateRent, restateVentures } from '../ledger/restate.js';
import { keepingReviewed } from '../ledger/reviewed-returns.js';
import { homeParkId } from '../people/whereabouts.js';
import { markRemoved } from '../proofs/mark-removed.js';
import { refuseUnlessInParks } from './home-park.js';
import { parksOfVenture } from './permissions.js';
import { restateSearchText } from './restate-search-text.js';
import { restingFault, restsOnVenture } from './rests-on-venture.js';
import { isNotVoid, takeOutRecords } from './take-out-records.js';
import { touchedByVoiding } from './touched-by-voiding.js';

export type Voiding = {
  ventureId: number;
  /** The version that was seen. */
  version: number;
  /** Why it never was. */
  reason: string;
};

/**
 * Voids a venture that was logged by mistake (登记错误): it never was. Its stays, leases, returns and visits are taken out of
 * the tables and stay with the void as they were; the ledger is reversed from its first day, so that no report shows an
 * arrival or an exit. The number stays taken; the credit code and the name are free again; its people stay.
 * Who writes the records of every park that it was in may do it.
 * @throws Forbidden; Conflict when somebody changed it since; Refusal without a reason, with each case, waiver and visit
 *   that has to be undone first, and for a closed month without a reopening
 */
export const voidVenture = (tx: Tx, by: Actor, input: Voiding): Promise<void> =>
  keepingReviewed(tx, by, { ventureIds: [input.ventureId], reason: input.reason }, () =>
    takeOut(tx, by, input),
  );

async function takeOut(tx: Tx, by: Actor, input: Voiding): Promise<void> {
  const { ventureId, version } = input;
  const reason = input.reason.trim();
  const venture = await tx.venture.findUniqueOrThrow({
    where: { id: ventureId },
    include: { residencies: true, voiding: true },
  });
  const parkId = homeParkId(venture);
  await refuseUnlessInParks(tx, by, parksOfVenture(venture));
  if (venture.voiding !== null || venture.version !== version)
    throw new Conflict('record.changed-meanwhile');
  refuseIf([
    reason === '' && { field: 'reason', key: 'web.field.required' },
    ...(await restsOnVenture(tx, ventureId)).map(restingFault),
  ]);
  await refuseClosed(tx, by, await touchedByVoiding(tx, ventureId));
  const { name, creditCode } = venture;
  // What proves a headcount goes with it; the files are deleted by whoever sweeps what records say was removed.
  await markRemoved(tx, by, { returns: { some: { ventureId } } });
  const taken = await takeOutRecords(tx, ventureId);
  await tx.ventureVoid.create({
    data: {
      ventureId,
      voidedAt: by.at,
      voidedById: by.accountId,
      reason,
      records: { Venture: [{ name, creditCode }], ...taken },
    },
  });
  await tx.venture.update({
    where: { id: ventureId },
    data: { creditCode: null, isNamed: false, version: { increment: 1 } },
  });
  await restateSearchText(tx, ventureId);
  recordEvent(tx, by, {
    verb: 'venture.voided',
    subjectKind: 'venture',
    subjectId: ventureId,
    ventureId,
    parkId,
    reason,
    detail: Object.fromEntries(
      Object.entries(taken).map(([table, rows]) => [
        `taken${table}`,
        rows.filter(isNotVoid).length,
      ]),
    ),
  });
  await restateVentures(tx, by, [ventureId], '');
  await restateRent(tx, by, [ventureId]);
}
