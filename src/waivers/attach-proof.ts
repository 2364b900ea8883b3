import type { Tx } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { allow } from '../web/errors.js';
import { type OpenedCase, openCase, type SeenCase } from './open-case.js';
import { isOpenField } from './open-fields.js';
import { canFillIn } from './policy.js';

export type Attached = { item: string; proofFileId: number };

async function openProof(tx: Tx, by: Actor, seen: SeenCase, items: string[]): Promise<OpenedCase> {
  const one = await openCase(tx, seen);
  allow(canFillIn(await actingAccount(tx, by), one));
  const asked = one.rules.proof.map(({ id }) => id);
  refuseIf([
    items.some((item) => !asked.includes(item)) && { field: 'item', key: 'waivers.fault.no-item' },
    items.some((item) => !isOpenField(one, { proof: item })) && {
      ...{ field: 'item', key: 'waivers.fault.not-open' },
    },
  ]);
  return one;
}

/**
 * Lets a file of the applicant, kept since an earlier case perhaps, answer for an item of the proof.
 * @throws Refusal for an item that is not asked or not open, or a file that is not the applicant's or was removed
 */
export const attachProof = (tx: Tx, by: Actor, seen: SeenCase, attached: Attached): Promise<void> =>
  attachProofs(tx, by, seen, [attached]);

/** The same for several items at once, all or none. */
export async function attachProofs(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  all: Attached[],
): Promise<void> {
  const one = await openProof(
    tx,
    by,
    seen,
    all.map(({ item }) => item),
  );
  const ids = [...new Set(all.map(({ proofFileId }) => proofFileId))];
  const theirs = { id: { in: ids }, personId: one.personId, removedAt: null };
  const areTheirs = (await tx.proofFile.count({ where: theirs })) === ids.length;
  refuseIf([!areTheirs && { field: 'file', key: 'waivers.fault.no-file' }]);
  await attach(tx, one, all);
  await touch(tx, one);
}

/** A file that answers for the item already stays as it is. */
async function attach(tx: Tx, { id }: OpenedCase, all: Attached[]): Promise<void> {
  const known = await tx.waiverProof.findMany({ where: { applicationId: id } });
  const keyOf = ({ item, proofFileId }: Attached) => `${item} ${proofFileId}`;
  const fresh = new Map(all.map((one) => [keyOf(one), one]));
  for (const one of known) fresh.delete(keyOf(one));
  const rows = [...fresh.values()].map((one) => ({ applicationId: id, ...one }));
  await insertRows(tx, 'WaiverProof', rows);
}

/** Takes a file off an item; the file itself stays with the applicant. */
export async function detachProof(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { item, proofFileId }: Attached,
): Promise<void> {
  const one = await openProof(tx, by, seen, [item]);
  await tx.waiverProof.deleteMany({ where: { applicationId: one.id, item, proofFileId } });
  await touch(tx, one);
}

const touch = (tx: Tx, { id }: OpenedCase) =>
  tx.waiverApplication.update({ where: { id }, data: { version: { increment: 1 } } });
