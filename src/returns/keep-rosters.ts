import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvents } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseClosed } from '../ledger/closed-months.js';
import { refuseUnless } from '../people/acting-viewer.js';
import type { OfPark } from './begin-return.js';
import { areRostersExpired, rostersKeptUntil } from './expire-rosters.js';
import { gradeDetail, movingGrades } from './grade-moves.js';
import { gridRows } from './grid-rows.js';
import type { ReadRosters } from './read-roster.js';
import { readRules } from './return-rules.js';
import { canFill } from './states.js';

/** Where in its file a roster was read: the sheet, blank for text, and the row of the headings. */
export type RosterSource = { sheet: string; headRow: number };

/**
 * Keeps rosters of a month (花名册), each in place of the one there was. Rosters change no total; grades follow from
 * them, so closing a month binds them. @returns how many
 * @throws Forbidden; Conflict where a venture has left the park meanwhile; Refusal for a month that is closed, or whose
 *   rosters are kept no more
 */
export async function keepRosters(
  tx: Tx,
  by: Actor,
  of: OfPark,
  rosters: ReadRosters,
  source: RosterSource | null = null,
): Promise<number> {
  await refuseUnless(tx, by, (viewer) => canFill(viewer, of.parkId));
  const rules = await readRules(tx);
  const values = { day: rostersKeptUntil(of.month, rules) };
  refuseIf([
    areRostersExpired(of.month, rules, today(by.at)) && {
      field: 'file',
      key: 'returns.roster.expired',
      values,
    },
  ]);
  const rows = (await gridRows(tx, of)).filter(({ hasLeft }) => !hasLeft);
  const idOf = new Map(rows.map(({ number, ventureId }) => [number, ventureId]));
  const kept = [...rosters].map(([number, people]) => ({ ventureId: idOf.get(number), people }));
  if (kept.some(({ ventureId }) => ventureId === undefined))
    throw new Conflict('record.changed-meanwhile');
  const ventureIds = kept.map(({ ventureId }) => ventureId as number);
  await refuseClosed(
    tx,
    by,
    ventureIds.map((ventureId) => ({ month: of.month, parkId: of.parkId, ventureId })),
  );
  const { result: ids, moves } = await movingGrades(tx, by, Object.assign({ ventureIds }, of), () =>
    replaceRosters(tx, by, of, ventureIds, kept, source),
  );
  recordEvents(
    tx,
    by,
    kept.map(({ people }, i) => ({
      verb: 'roster.uploaded',
      subjectKind: 'roster',
      subjectId: ids[i] as number,
      ventureId: ventureIds[i] as number,
      parkId: of.parkId,
      detail: {
        month: of.month,
        people: people.size,
        ...gradeDetail(moves.get(ventureIds[i] as number)),
      },
    })),
  );
  return ids.length;
}

type OfVenture = { people: ReadRosters extends Map<string, infer People> ? People : never };

async function replaceRosters(
  tx: Tx,
  by: Actor,
  of: OfPark,
  ventureIds: number[],
  kept: OfVenture[],
  source: RosterSource | null,
): Promise<number[]> {
  await tx.roster.deleteMany({ where: { month: of.month, ventureId: { in: ventureIds } } });
  const ids = await insertRowsForIds(
    tx,
    'Roster',
    kept.map(({ people }, i) => ({
      ventureId: ventureIds[i],
      month: of.month,
      people: people.size,
      uploadedAt: by.at,
      uploadedById: by.accountId,
      sheet: source?.sheet ?? null,
      headRow: source?.headRow ?? null,
    })),
  );
  const entries = kept.flatMap(({ people }, i) =>
    [...people.values()].map((entry) => ({ rosterId: ids[i], ...entry })),
  );
  await insertRows(tx, 'RosterPerson', entries);
  return ids;
}

/** Removes a roster and everybody in it. @throws Forbidden; Conflict when it is gone already; Refusal for a closed month */
export async function removeRoster(
  tx: Tx,
  by: Actor,
  of: OfPark,
  ventureId: number,
): Promise<void> {
  await refuseUnless(tx, by, (viewer) => canFill(viewer, of.parkId));
  const rows = await gridRows(tx, of);
  const where = { ventureId_month: { ventureId, month: of.month } };
  const roster = await tx.roster.findUnique({ where });
  if (!roster || !rows.some((row) => row.ventureId === ventureId))
    throw new Conflict('record.changed-meanwhile');
  await refuseClosed(tx, by, [{ month: of.month, parkId: of.parkId, ventureId }]);
  const moving = Object.assign({ ventureIds: [ventureId] }, of);
  const { moves } = await movingGrades(tx, by, moving, () => tx.roster.delete({ where }));
  recordEvents(tx, by, [
    {
      verb: 'roster.removed',
      subjectKind: 'roster',
      subjectId: roster.id,
      ventureId,
      parkId: of.parkId,
      detail: {
        month: of.month,
        people: roster.people,
        ...gradeDetail(moves.get(ventureId)),
      },
    },
  ]);
}
