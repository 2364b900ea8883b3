import type { Fault } from '../language/refusal.js';
import type { Say } from '../language/say.js';
import { type FormView, formView } from '../web/forms.js';
import { columnLetters } from './cell-place.js';
import { carriedText, columnField, type Places, type Target, widthOf } from './choose-columns.js';
import type { FileTable } from './table.js';

export type ColumnsPage<Key extends string> = {
  table: FileTable;
  targets: Target<Key>[];
  places: Places<Key>;
  bytes: Buffer;
  faults?: Fault[];
  /** Where the choice goes, and where another sheet or row of headings does. */
  action: string;
  headsAction: string;
  again: string;
  /** Fields of the form that was sent with the file. */
  hidden?: { name: string; value: string }[];
};

const rowsShown = 5;

/** What `views/files/columns.hbs` shows: the columns that were found, to be given to those that a page reads. */
export function presentColumns<Key extends string>(
  say: Say,
  { table, targets, places, bytes, faults = [], ...page }: ColumnsPage<Key>,
) {
  const columns = Array.from({ length: widthOf(table) }, (_, place) => columnOf(table, place, say));
  const typed = Object.fromEntries([
    ['sheet', table.sheet],
    ['headRow', String(table.headRow)],
    ...targets.map(({ key }) => [columnField(key), places[key] < 0 ? '' : String(places[key])]),
  ]) as Record<string, string>;
  const labels = targets.map(({ key, label }) => ({ name: columnField(key), label }));
  const form: FormView = formView(say, typed, faults, labels);
  return {
    form,
    hasErrors: faults.length > 0,
    action: page.action,
    headsAction: page.headsAction,
    again: page.again,
    hidden: [...(page.hidden ?? []), { name: 'file', value: carriedText(bytes) }],
    read: readFrom(say, table),
    isEmpty: columns.length === 0,
    manySheets: table.sheets.length > 1,
    sheets: table.sheets.map((name) => ({ value: name, label: name })),
    headRows: table.firstRows.map(({ row, text }) => ({
      value: String(row),
      label: say('files.columns.row', { row: String(row), text: shortened(text) }),
    })),
    targets: targets.map(({ key, label, isNeeded }) => ({
      name: columnField(key),
      label,
      isOptional: !isNeeded,
      options: columns.map(({ label: column }, place) => ({ value: String(place), label: column })),
    })),
    letters: columns.map(({ label }) => label),
    rows: table.rows.slice(0, rowsShown).map(({ row, cells }) => ({
      row: String(row),
      cells: columns.map((_, place) => shortened(cells[place]?.text ?? '')),
    })),
  };
}

function columnOf({ heads }: FileTable, place: number, say: Say): { label: string } {
  const letters = columnLetters(place + 1);
  const head = heads[place];
  return {
    label: head ? say('files.columns.column', { letters, head }) : letters,
  };
}

/** Long numbers are those of people and accounts: their beginning is enough to know a column by. */
const shortened = (text: string): string =>
  text.replace(/[\dXx]{7,}/g, (digits) => `${digits.slice(0, 3)}…`).slice(0, 60);

/** Which sheet and row of a file was read, in words. */
export const readFrom = (
  say: Say,
  { sheet, headRow }: Pick<FileTable, 'sheet' | 'headRow'>,
): string =>
  sheet === ''
    ? say('files.read-from-text', { row: String(headRow) })
    : say('files.read-from', { sheet, row: String(headRow) });
