import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.js';
import { type Budget, RefusedFile } from './limits.js';
import type { FileTable, TableRow } from './table.js';

/** Characters of one row. */
const mostOfARow = 1_000_000;

/** Text with commas as a table (RFC 4180). @throws RefusedFile for no such text, and beyond the limits */
export function readTextTable(bytes: Buffer, budget: Budget): FileTable {
  const rows: TableRow[] = [];
  let row = 0;
  const take = (record: string[]): null => {
    row += 1;
    budget.spend('cells', record.length);
    const cells = record.map((value) => {
      const text = value.trim() || null;
      return { text, isText: true, isFormula: false };
    });
    while (cells.length > 0 && cells.at(-1)?.text === null) cells.pop();
    if (cells.length === 0) return null;
    budget.spend('rows');
    budget.check('columns', cells.length);
    for (const { text } of cells) budget.spend('text', text?.length ?? 0);
    rows.push({ row, cells, isMerged: false });
    return null;
  };
  try {
    parse(decodeText(bytes), {
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: mostOfARow,
      on_record: take,
    });
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error) : error;
  }
  return { sheet: '', rows };
}

const refusalOf = ({ code }: CsvError): RefusedFile =>
  code === 'CSV_MAX_RECORD_SIZE'
    ? new RefusedFile('text', mostOfARow)
    : new RefusedFile('unreadable');
