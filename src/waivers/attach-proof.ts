import type { Tx } from '../database/database.js';
import { changeRows, rowsOf } from '../database/direct-sql.js';
import { insertRows } from '../database/insert-rows.js';
import { jsonRows } from '../database/json.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { allow } from '../web/errors.js';
import type { Case } from './case.js';
import { ownPapers, papersBeyondPolicy } from './further-papers.js';
import { openCase, type SeenCase } from './open-case.js';
import { isOpenField } from './open-fields.js';
import { canAddPapers, canFillIn } from './permissions.js';

export type Attached = { item: string; proofFileId: number };

type Opened = { application: Case; isFilled: boolean };

async function openProof(tx: Tx, by: Actor, seen: SeenCase, items: string[]): Promise<Opened> {
  const application = await openCase(tx, seen);
  const viewer = await actingAccount(tx, by);
  const isOwn = items.every((item) => item === ownPapers);
  const isFilled = canFillIn(viewer, application);
  allow(isFilled || (isOwn && canAddPapers(viewer, application)));
  const all = [...application.rules.proof, ...papersBeyondPolicy(application)];
  const required = all.map(({ id }) => id);
  refuseIf([
    items.some((item) => !required.includes(item)) && {
      field: 'item',
      key: 'waivers.fault.no-item',
    },
    items.some((item) => !isOpenField(application, { proof: item })) && {
      field: 'item',
      key: 'waivers.fault.not-open',
    },
  ]);
  return { application, isFilled };
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
  const { application, isFilled } = await openProof(
    tx,
    by,
    seen,
    all.map(({ item }) => item),
  );
  const ids = [...new Set(all.map(({ proofFileId }) => proofFileId))];
  const { theirs, known } = await currentProofs(tx, application, ids);
  refuseIf([theirs !== ids.length && { field: 'file', key: 'waivers.fault.no-file' }]);
  // A file that answers for the item already stays as it is.
  const keyOf = ({ item, proofFileId }: Attached) => `${item} ${proofFileId}`;
  const fresh = new Map(all.map((attached) => [keyOf(attached), attached]));
  for (const attached of known) fresh.delete(keyOf(attached));
  const rows = [...fresh.values()].map((attached) => ({
    applicationId: application.id,
    ...attached,
  }));
  await insertRows(tx, 'WaiverProof', rows);
  // A paper that is added unasked takes nobody's open form from the desk that has the case.
  if (isFilled) await touch(tx, application);
}

/** How many of some files are the applicant's and were not removed, and what is attached already. */
async function currentProofs(tx: Tx, { id, personId }: Case, fileIds: number[]) {
  const [row] = await rowsOf<{ theirs: number; known: string }>(
    tx,
    sql`SELECT (SELECT COUNT(*) FROM "ProofFile"
          WHERE "id" IN ${listed(fileIds)}
          AND "personId" = ${personId} AND "removedAt" IS NULL) AS "theirs",
        ${jsonRows(['item', 'proofFileId'], sql`"WaiverProof" WHERE "applicationId" = ${id}`)} AS "known"`,
  );
  return { theirs: row?.theirs ?? 0, known: JSON.parse(row?.known ?? '[]') as Attached[] };
}

/** Takes a file off an item, while the applicant has the case; the file itself stays with the applicant. */
export async function detachProof(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { item, proofFileId }: Attached,
): Promise<void> {
  const { application, isFilled } = await openProof(tx, by, seen, [item]);
  // What a desk has read stays with the case.
  allow(isFilled, 'waivers.fault.not-open');
  await tx.waiverProof.deleteMany({ where: { applicationId: application.id, item, proofFileId } });
  await touch(tx, application);
}

const touch = (tx: Tx, { id }: Case) =>
  changeRows(tx, sql`UPDATE "WaiverApplication" SET "version" = "version" + 1 WHERE "id" = ${id}`);
