import { z } from 'zod';
import { holdsCitizenNumber } from '../input/citizen-number.js';
import type { WordKey } from '../language/say.js';
import { BadRequest } from '../web/errors.js';
import type { Sent } from '../web/form-body.js';
import { type Column, columns, isColumn, readCell } from './cell-values.js';
import type { CellEdit } from './save-cells.js';

/** A cell that holds what is no value of its column; what was typed stays on the page. */
export type CellFault = { ventureId: number; column: Column; key: WordKey };
export type ReadGrid = {
  edits: CellEdit[];
  faults: CellFault[];
  /** What was typed in every cell, and what its page had shown of every row, by the names of the fields. */
  typed: Record<string, string>;
};

export const cellName = (ventureId: number, column: Column): string => `c.${ventureId}.${column}`;
export const wasName = (ventureId: number): string => `w.${ventureId}`;

const Was = z.array(z.string().max(1000)).length(columns.length);

/** What a row showed when its page was made, for its form to carry along. */
export const wasText = (shown: string[]): string => JSON.stringify(shown);

/** The same, read. @returns null for what no page of this site sends */
export function readWas(text: string): string[] | null {
  try {
    return Was.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Reads a whole grid as its form sends it. @throws BadRequest for what no page of this site sends */
export function readGrid(body: Sent): ReadGrid {
  const read: ReadGrid = { edits: [], faults: [], typed: {} };
  for (const [name, typed] of Object.entries(body)) {
    const [kind, id = '', column = ''] = name.split('.');
    if (kind !== 'c') continue;
    const ventureId = Number(id);
    if (typeof typed !== 'string' || !isColumn(column) || !Number.isSafeInteger(ventureId))
      throw new BadRequest();
    const was = wasOf(body, ventureId)[columns.indexOf(column)] ?? '';
    read.typed[wasName(ventureId)] = String(body[wasName(ventureId)]);
    addCell(read, { ventureId, column, was, typed });
  }
  return read;
}

/** Reads single cells as the script sends them: three lists of the same length. @throws BadRequest */
export function readCells(body: Sent): ReadGrid {
  const list = (name: string): string[] => [body[name] ?? []].flat();
  const [cells, was, values] = [list('cell'), list('was'), list('value')];
  if (cells.length === 0 || was.length !== cells.length || values.length !== cells.length)
    throw new BadRequest();
  const read: ReadGrid = { edits: [], faults: [], typed: {} };
  for (const [i, cell] of cells.entries()) {
    const [id = '', column = ''] = cell.split('.');
    if (!isColumn(column) || !/^\d{1,12}$/.test(id)) throw new BadRequest();
    const typed = values[i] as string;
    addCell(read, { ventureId: Number(id), column, was: was[i] as string, typed });
  }
  return read;
}

type TypedCell = { ventureId: number; column: Column; was: string; typed: string };

function addCell(read: ReadGrid, { ventureId, column, was, typed }: TypedCell): void {
  read.typed[cellName(ventureId, column)] = typed;
  const cell = readCell(column, typed);
  if (cell)
    read.edits.push({ ventureId, column, was: was.replace(/\r\n?/g, '\n'), value: cell.value });
  else read.faults.push({ ventureId, column, key: wrongIn(column, typed) });
}

/** What is said of a cell that holds no value of its column. */
export function wrongIn(column: Column, typed: string): WordKey {
  if (column === 'note')
    return holdsCitizenNumber(typed) ? 'web.field.identity' : 'returns.grid.wrong-note';
  return column === 'evidence' ? 'returns.grid.wrong-evidence' : 'returns.grid.wrong-number';
}

function wasOf(body: Sent, ventureId: number): string[] {
  const was = readWas(String(body[wasName(ventureId)]));
  if (was === null) throw new BadRequest();
  return was;
}
