import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import { applicationScope } from '../people/case-scope.js';
import type { Viewer } from '../people/viewer.js';
import { type Case, type CaseRow, caseColumns, caseOf, caseRows, caseTables } from './case.js';
import {
  type CaseRecords,
  type RecordsRow,
  recordColumns,
  recordsOf,
  recordTables,
} from './case-records.js';

/** A case with all that its pages show, for its applicant and for those who review it. */
export type CaseFile = Case & CaseRecords;

/** Whether an address speaks of a case, and not of another page of the room. */
export const isCaseNumber = (text: unknown): text is string =>
  typeof text === 'string' && /^A\d{4}-\d{6}$/.test(text);

/** The case with a number, or null where the viewer does not see it: one question, whatever belongs to it. */
export async function findCase(
  reads: Reads,
  viewer: Viewer,
  number: string,
): Promise<CaseFile | null> {
  const [row] = await rowsOf<CaseRow & RecordsRow>(
    reads,
    sql`SELECT ${caseColumns}, ${recordColumns} FROM ${caseTables} ${recordTables}
      WHERE a."number" = ${number} AND ${applicationScope(viewer).sql}`,
    caseRows,
  );
  return row ? { ...(await caseOf(reads, row)), ...recordsOf(row) } : null;
}

export const caseHref = ({ number }: { number: string }): string => `/waivers/${number}`;
