import { type EvidenceGrade, evidenceGrades } from '../ventures/kinds.js';
import { optional, optionalText, wholeNumber } from '../web/fields.js';
import { MOST_PEOPLE, PARTS } from './headcount.js';

export const numberColumns = ['headcount', ...PARTS] as const;
export type NumberColumn = (typeof numberColumns)[number];
export const isNumberColumn = (column: string): column is NumberColumn =>
  (numberColumns as readonly string[]).includes(column);
/** The columns of the grid, in their order. */
export const columns = [...numberColumns, 'evidence', 'note'] as const;
export type Column = (typeof columns)[number];
export const isColumn = (text: string): text is Column =>
  (columns as readonly string[]).includes(text);

/** What stands in a row: null is missing, 0 is zero. */
export type Values = Record<NumberColumn, number | null> & {
  evidence: EvidenceGrade;
  note: string;
};

export const noValues: Values = {
  headcount: null,
  graduates: null,
  hardship: null,
  returned: null,
  local: null,
  others: null,
  evidence: 'self-reported',
  note: '',
};

/** The columns of a record that has them, and nothing else of it. */
export function valuesOf(
  record: Values | (Omit<Values, 'evidence'> & { evidence: string }),
): Values {
  const { headcount, graduates, hardship, returned, local, others, evidence, note } = record;
  return {
    headcount,
    graduates,
    hardship,
    returned,
    local,
    others,
    note,
    evidence: evidence as EvidenceGrade,
  };
}

/** A cell as it is typed and as a page carries it along. */
export const textOf = (value: string | number | null): string =>
  value === null ? '' : String(value);

const people = optional(wholeNumber(0, MOST_PEOPLE, 'people'));
const note = optionalText(300, { lines: true });

/** What was typed in a cell, read. @returns null where it is no value of its column */
export function readCell(column: Column, typed: string): { value: string | number | null } | null {
  const text = typed.replace(/\r\n?/g, '\n').trim();
  if (column === 'evidence')
    return (evidenceGrades as readonly string[]).includes(text) ? { value: text } : null;
  const read = column === 'note' ? note.safeParse(text) : people.safeParse(text);
  return read.success ? { value: read.data } : null;
}
