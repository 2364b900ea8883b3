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
  return recordTables
    .filter((table) => contentOf(table, after) !== contentOf(table, now))
    .map((table) => ({ field: '', key: `ventures.merge.since-${table}` }));
}

function contentOf(table: RecordTable, records: Records): string {
  const rows: readonly object[] = records[table];
  const lines = rows.map((row) => {
    const { ...content } = row as StoredRow;
    for (const name of byItself[table] ?? []) delete content[name];
    if (table === 'WaiverApplication' && undecidedStates.includes(String(content.state)))
      content.state = 'undecided';
    return JSON.stringify(content);
  });
  return lines.sort().join('\n');
}
