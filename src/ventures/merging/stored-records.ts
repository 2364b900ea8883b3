import type { Day, Month } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import { ownedRows } from './owned-rows.js';

/** A row as it is stored: a time is text, a truth 0 or 1. */
export type StoredRow = Record<string, string | number | null>;

export type StayRow = {
  id: number;
  ventureId: number;
  parkId: number;
  beganOn: Day;
  endedOn: Day | null;
  endReason: string | null;
  endNote: string | null;
  version: number;
};
export type LeaseRow = StoredRow & {
  id: number;
  ventureId: number;
  spaceId: number;
  beganOn: Day;
  termEndOn: Day;
  endedOn: Day | null;
  heldOverTo: Day | null;
  voidedAt: string | null;
  rent: number;
  area: number;
  version: number;
};
/** A return, a founder's report or a roster: what a venture has once for a month; and the files that prove its headcount. */
export type MonthRow = StoredRow & { id: number; ventureId: number; month: Month };
export type ReturnRow = MonthRow & { headcount: number; setAside: number };
export type CellRow = StoredRow & { id: number; ventureId: number; monthlyReturnId: number };
export type RoleRow = {
  id: number;
  personId: number;
  ventureId: number;
  role: string;
  beganOn: Day;
  endedOn: Day | null;
};
export type VentureRow = StoredRow & {
  id: number;
  number: string;
  name: string;
  creditCode: string | null;
  version: number;
};

/** All that hangs on two ventures, by table; of cases and waivers what a merge moves and an undo compares. */
export type Records = {
  Venture: VentureRow[];
  Residency: StayRow[];
  Tenancy: LeaseRow[];
  JobsReturn: ReturnRow[];
  ReturnCell: CellRow[];
  FounderReport: MonthRow[];
  Roster: MonthRow[];
  ReturnProof: MonthRow[];
  VisitVenture: { visitId: number; ventureId: number }[];
  PersonRole: RoleRow[];
  WaiverApplication: { id: number; ventureId: number; number: string; state: string }[];
  Waiver: { id: number; ventureId: number; number: string; endedOn: Day | null }[];
};
export type RecordTable = keyof Records;

const order: Record<RecordTable, string[]> = {
  Venture: ['id'],
  Residency: ['beganOn', 'id'],
  Tenancy: ['beganOn', 'id'],
  JobsReturn: ['month', 'id'],
  ReturnCell: ['id'],
  FounderReport: ['month', 'id'],
  Roster: ['month', 'id'],
  ReturnProof: ['month', 'id'],
  VisitVenture: ['visitId', 'ventureId'],
  PersonRole: ['beganOn', 'id'],
  WaiverApplication: ['id'],
  Waiver: ['id'],
};
export const recordTables = Object.keys(order) as RecordTable[];

/** Reads all that hangs on some ventures. */
export async function recordsOn(reads: Reads, ventureIds: number[]): Promise<Records> {
  const found: Partial<Record<RecordTable, unknown>> = {};
  for (const table of recordTables) {
    const owner = table === 'Venture' ? 'id' : 'ventureId';
    const rows = await ownedRows(reads, { table, owner, order: order[table] }, ventureIds);
    found[table] = rows.map((row) => compared(table, row));
  }
  return found as Records;
}

/** A case goes on living after a merge: what is stored of it is only what tells whether it did. */
function compared(table: RecordTable, row: StoredRow): StoredRow {
  const { id = null, ventureId = null, number = null, state = null, endedOn = null } = row;
  if (table === 'WaiverApplication') return { id, ventureId, number, state };
  return table === 'Waiver' ? { id, ventureId, number, endedOn } : row;
}
