import type { Month } from '../../calendar/days.js';
import { keysOfName } from '../name-likeness.js';
import { mergedLeases, type SpaceStay } from './merged-leases.js';
import { contestedMonths, mergedCells, mergedMonths, type ParkMonth } from './merged-months.js';
import { mergedRoles } from './merged-roles.js';
import { mergedStays, type Side } from './merged-stays.js';
import type { LeaseRow, Records, StoredRow, VentureRow } from './stored-records.js';

/** What of a profile is chosen; a note on the credit code goes with the code. */
export const mergedFields = [
  'name',
  'legalForm',
  'creditCode',
  'industry',
  'trade',
  'registeredOn',
  'phone',
  'about',
  'isNamed',
] as const;
export type MergedField = (typeof mergedFields)[number];

/** What somebody chose of two records; all else follows from them. */
export type MergeChoices = {
  /** The fields that are taken from the record that goes. */
  fields: readonly MergedField[];
  /** Whose park holds on days on which both were in different ones. */
  stays: Side;
  /** The months whose figures are taken from the record that goes, of those that both state. */
  months: readonly Month[];
  /** Leases that were entered twice: they are taken out. */
  leases: readonly number[];
};

export type Mergeable = {
  ownId: number;
  /** All that hangs on both. */
  before: Records;
  spaces: readonly SpaceStay[];
  parkMonths: readonly ParkMonth[];
};

export type MergePlan = {
  after: Records;
  /** Leases that the merged stays do not bear at all. */
  homeless: LeaseRow[];
};

/** What hangs on two records of one venture after they are merged: all of it on the one that stays. */
export function planMerge({ ownId, before, ...of }: Mergeable, choices: MergeChoices): MergePlan {
  const isOwn = ({ ventureId }: { ventureId: number }): boolean => ventureId === ownId;
  const stays = mergedStays(
    before.Residency.filter(isOwn),
    before.Residency.filter((stay) => !isOwn(stay)),
    choices.stays,
  );
  const { leases, homeless } = mergedLeases(before.Tenancy, before.Residency, stays, {
    spaces: of.spaces,
    dropped: before.Tenancy.filter(
      (lease) => !isOwn(lease) && lease.voidedAt === null && choices.leases.includes(lease.id),
    ).map(({ id }) => id),
  });
  const sideOf = (month: Month): Side => (choices.months.includes(month) ? 'other' : 'own');
  const contested = contestedMonths(before.JobsReturn, ownId).map(({ month }) => month);
  const months = { ownId, sideOf, contested };
  const rosters = mergedMonths(before.Roster, months);
  const proofs = mergedMonths(before.ReturnProof, months);
  const otherId = before.Venture.find(({ id }) => id !== ownId)?.id ?? ownId;
  const own = <Row extends { ventureId: number }>(rows: readonly Row[]): Row[] =>
    rows.map((row) => moved(row, ownId));
  const after: Records = {
    Venture: venturesAfter(before.Venture, ownId, choices.fields),
    Residency: changed(before.Residency, own(stays)),
    Tenancy: changed(before.Tenancy, own(leases)),
    JobsReturn: changed(before.JobsReturn, own(mergedMonths(before.JobsReturn, months))),
    ReturnCell: own(
      mergedCells(before.ReturnCell, stays, { ownId, sideOf, returns: of.parkMonths }),
    ),
    FounderReport: changed(before.FounderReport, own(mergedMonths(before.FounderReport, months))),
    Roster: before.Roster.map((row) => moved(row, rosters.includes(row) ? ownId : otherId)),
    ReturnProof: before.ReturnProof.map((row) =>
      moved(row, proofs.includes(row) ? ownId : otherId),
    ),
    VisitVenture: visitsAfter(before.VisitVenture, ownId),
    PersonRole: mergedRoles(before.PersonRole, { ventureId: ownId }),
    WaiverApplication: own(before.WaiverApplication),
    Waiver: own(before.Waiver),
  };
  return { after, homeless };
}

const moved = <Row extends { ventureId: number }>(row: Row, ventureId: number): Row =>
  row.ventureId === ventureId ? row : Object.assign({}, row, { ventureId });

/** Rows that differ from what they were are of a newer version, so that a form that shows the old ones is refused. */
function changed<Row extends { id: number }>(before: readonly Row[], after: readonly Row[]): Row[] {
  const known = new Map(before.map((row) => [row.id, row as Row & StoredRow]));
  return after.map((row) => {
    const old = known.get(row.id);
    if (!old || JSON.stringify(old) === JSON.stringify(row)) return row;
    return Object.assign({}, row, { version: Number(old.version) + 1 });
  });
}

function visitsAfter(rows: Records['VisitVenture'], ownId: number): Records['VisitVenture'] {
  const visits = [...new Set(rows.map(({ visitId }) => visitId))];
  return visits.map((visitId) => ({ visitId, ventureId: ownId }));
}

/** The one that stays, with what was chosen of the other; and the other without what only one venture can have. */
function venturesAfter(
  rows: readonly VentureRow[],
  ownId: number,
  fields: readonly MergedField[],
): VentureRow[] {
  const other = rows.find(({ id }) => id !== ownId);
  return rows.map((row) => {
    const version = row.version + 1;
    if (row.id !== ownId || !other)
      return Object.assign({}, row, { creditCode: null, isNamed: 0, version });
    const taken = Object.fromEntries(fields.map((field) => [field, other[field] ?? null]));
    const note = fields.includes('creditCode') ? { creditCodeNote: other.creditCodeNote } : {};
    const { name } = fields.includes('name') ? other : row;
    return Object.assign({}, row, taken, note, keysOfName(name), { version });
  });
}
