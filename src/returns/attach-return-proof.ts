import { endOfMonth, type Month, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { type Fault, refuseIf } from '../language/refusal.js';
import { refuseClosed } from '../ledger/closed-months.js';
import { refuseUnless } from '../people/acting-viewer.js';
import type { SealedFile } from '../proofs/file-store.js';
import { refuseUnlessKeeper } from '../ventures/home-park.js';
import { areRostersExpired, rostersKeptUntil } from './expire-rosters.js';
import type { ProofKind } from './grade.js';
import { gradeDetail, movingGrades } from './grade-moves.js';
import { MOST_PEOPLE } from './headcount.js';
import { parkOfMonth } from './park-of-month.js';
import { readRules } from './return-rules.js';
import { canFill } from './states.js';

/** Of one venture's month. */
const mostFiles = 20;

export type NewReturnProof = {
  ventureId: number;
  month: Month;
  kind: ProofKind;
  /** How many of the people of the headcount it proves. */
  people: number;
  /** As it may be shown. */
  name: string;
  mediaType: string;
  stored: SealedFile;
};

/**
 * Attaches a file that was stored to a venture's return (佐证材料); the grade of the return follows from it. The same file
 * for another month is kept once.
 * @returns whether the file is a new one; else it is not needed
 * @throws Forbidden for who does not fill in the return of the park
 * @throws Refusal for a month that is not over, closed, or past the term of rosters; for a file that is there already
 */
export async function attachReturnProof(
  tx: Tx,
  by: Actor,
  input: NewReturnProof,
): Promise<boolean> {
  const { ventureId, month, kind, people } = input;
  const parkId = await refuseProof(tx, by, input);
  const same = await sameFile(tx, input);
  refuseIf([
    (await tx.returnProof.count({ where: { ventureId, month, proofFileId: same ?? 0 } })) > 0 && {
      field: 'file',
      key: 'returns.proof.same',
    },
  ]);
  const proofFileId = same ?? (await insertFile(tx, by, input));
  const of = { parkId, month, ventureIds: [ventureId] };
  const { result, moves } = await movingGrades(tx, by, of, () =>
    tx.returnProof.create({
      data: {
        ventureId,
        month,
        kind,
        people,
        proofFileId,
        attachedAt: by.at,
        attachedById: by.accountId,
      },
    }),
  );
  recordEvent(tx, by, {
    verb: 'return-proof.attached',
    subjectKind: 'return-proof',
    subjectId: result.id,
    ventureId,
    parkId,
    detail: { month, proofKind: kind, proved: people, ...gradeDetail(moves.get(ventureId)) },
  });
  return same === null;
}

/** @returns the park whose return it belongs to */
async function refuseProof(
  tx: Tx,
  by: Actor,
  { ventureId, month, people }: NewReturnProof,
): Promise<number> {
  const parkId = await parkOfMonth(tx, ventureId, month);
  if (parkId === null) await refuseUnlessKeeper(tx, by, [ventureId]);
  else await refuseUnless(tx, by, (viewer) => canFill(viewer, parkId));
  const count = await tx.returnProof.count({ where: { ventureId, month } });
  refuseIf([
    endOfMonth(month) > today(by.at) && { field: '', key: 'returns.month-not-over' },
    parkId === null && { field: '', key: 'returns.not-in-park' },
    await expiredFault(tx, by, month),
    !(Number.isSafeInteger(people) && people > 0 && people <= MOST_PEOPLE) && {
      field: 'people',
      key: 'returns.proof.people-range',
      values: { most: MOST_PEOPLE },
    },
    count >= mostFiles && { field: 'file', key: 'returns.proof.many', values: { n: mostFiles } },
  ]);
  await refuseClosed(tx, by, [{ month, parkId, ventureId }]);
  return parkId as number;
}

async function expiredFault(tx: Tx, by: Actor, month: Month): Promise<Fault | false> {
  const rules = await readRules(tx);
  const values = { day: rostersKeptUntil(month, rules) };
  return (
    areRostersExpired(month, rules, today(by.at)) && {
      field: 'file',
      key: 'returns.proof.expired',
      values,
    }
  );
}

/** The file among those of the venture's other months, by its content. */
async function sameFile(
  tx: Tx,
  { ventureId, kind, stored: { sha256 } }: NewReturnProof,
): Promise<number | null> {
  const found = await tx.proofFile.findFirst({
    where: { sha256, item: kind, removedAt: null, returns: { some: { ventureId } } },
    select: { id: true },
  });
  return found?.id ?? null;
}

async function insertFile(
  tx: Tx,
  by: Actor,
  { kind, name, mediaType, stored }: NewReturnProof,
): Promise<number> {
  const uploaded = { uploadedAt: by.at, uploadedById: by.accountId };
  const row = { personId: null, item: kind, name, mediaType, ...stored, ...uploaded };
  const [id = 0] = await insertRowsForIds(tx, 'ProofFile', [row]);
  return id;
}
