import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { paperAsked } from './further-papers.js';
import { moveApplication, refuseAtOtherDesk } from './move-application.js';
import { openCase, type SeenCase } from './open-case.js';

/**
 * Answers a desk that asked for a further paper: with its file, or with a word why there is none. The case goes on at that desk.
 * @returns the id of the step
 * @throws Refusal without both
 */
export async function supplyPaper(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { note }: { note: string },
): Promise<number> {
  const application = await openCase(tx, seen);
  await refuseAtOtherDesk(tx, by, application, 'supply');
  const asked = paperAsked(application);
  if (!asked) throw new Conflict('waivers.not-at-this-step');
  const files = await rowsOf(
    tx,
    sql`SELECT f."id" FROM "WaiverProof" w JOIN "ProofFile" f ON f."id" = w."proofFileId"
      WHERE w."applicationId" = ${application.id} AND w."item" = ${asked.item} AND f."removedAt" IS NULL`,
  );
  refuseIf([
    files.length === 0 && note.trim() === '' && { field: 'note', key: 'waivers.fault.no-paper' },
  ]);
  return moveApplication(tx, by, application, {
    move: 'supply',
    to: asked.back,
    note: note.trim(),
    data: { openFields: null },
  });
}
