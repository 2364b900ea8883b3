import type { ListIndex } from './list-index.js';
import type { ParsedRow } from './parse-row.js';
import type { Note, PlannedVisit } from './planned.js';
import type { StoredVenture } from './register-facts.js';

/**
 * The visit that a row states, to be logged once: one of the same day and kind that is on record, or in an earlier row, is the
 * same. What is assumed is said.
 * @param venture null for one that the row makes
 */
export function planVisit(
  { visit: stated, row }: ParsedRow,
  venture: Pick<StoredVenture, 'id' | 'visits'> | null,
  index: ListIndex,
): { visit: PlannedVisit | null; notes: Note[] } {
  if (stated === null) return { visit: null, notes: [] };
  const visit: PlannedVisit = Object.assign({}, stated, { kind: stated.kind ?? 'visit' });
  const values = { day: visit.madeOn, visitKind: visit.kind };
  const said = (key: Note['key'], of: Note['values'] = values): Note => ({
    field: 'visitedOn',
    key,
    values: of,
  });
  if (venture?.visits.some(({ madeOn, kind }) => madeOn === visit.madeOn && kind === visit.kind))
    return { visit: null, notes: [said('imports.note.visit-logged')] };
  const earlier = venture && index.rowWithVisit(venture.id, visit, row);
  if (earlier)
    return { visit: null, notes: [said('imports.note.visit-of-row', { row: String(earlier) })] };
  const assumed: Note[] =
    stated.kind === null ? [{ field: 'visitKind', key: 'imports.note.visit-kind' }] : [];
  return { visit, notes: [said('imports.note.visit'), ...assumed] };
}
