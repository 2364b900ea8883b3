import type { Fault } from '../../language/refusal.js';
import type { Records, RecordTable, StoredRow } from './stored-records.js';
import { recordTables } from './stored-records.js';

/** What changes without anybody: what a search looks through, and until when the rent of a lease is entered. */
const byItself: Partial<Record<RecordTable, readonly string[]>> = {
  Venture: ['searchText', 'nameKey', 'soundKey'],
  Tenancy: ['heldOverTo'],
  Roster: ['people'],
};

/** In which nothing is decided on a case yet: it goes on with the record that it came from. */
const undecidedStates = [
  'draft',
  'submitted',
  'correction',
  'park-review',
  'county-review',
  'bureau-review',
];

/**
 * What was built on a merged record since: every kind of record that differs from what the merge left, so that nobody's
 * work is lost by undoing it.
 */
export function builtSince(after: Records, now: Records): Fault[] {
  const content = (table: RecordTable, records: Records) =>
    contentOf(
      table === 'WaiverApplication' ? undecided(records[table]) : records[table],
      byItself[table],
    );
  return recordTables
    .filter((table) => content(table, after) !== content(table, now))
    .map((table) => ({ field: '', key: `ventures.merge.since-${table}` }));
}

/** Cases of which nothing is decided are the same wherever they are on their way. */
export const undecided = <Row extends { state: string }>(cases: readonly Row[]): Row[] =>
  cases.map((row) =>
    undecidedStates.includes(row.state) ? Object.assign({}, row, { state: 'undecided' }) : row,
  );

/** Rows as one text, by which they are compared. @param ignored columns that change without anybody */
export function contentOf(rows: readonly object[], ignored: readonly string[] = []): string {
  const lines = rows.map((row) => {
    const { ...content } = row as StoredRow;
    for (const name of ignored) delete content[name];
    return JSON.stringify(content);
  });
  return lines.sort().join('\n');
}
