import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.js';
import { type Budget, RefusedFile } from './limits.js';
import type { TableRow } from './table.js';

/** Characters of one row. */
const mostOfARow = 1_000_000;

/**
 * Text with commas (RFC 4180), semicolons or tabs as a table.
 * @throws RefusedFile for no such text, and beyond the limits
 */
export function readTextTable(bytes: Buffer, budget: Budget): TableRow[] {
  const rows: TableRow[] = [];
  const { text: content, delimiter, skipped } = separated(decodeText(bytes));
  let row = skipped;
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
    parse(content, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: mostOfARow,
      on_record: take,
    });
  } catch (error) {
    throw error instanceof CsvError ? refusalOf(error) : error;
  }
  return rows;
}

const separators = [',', ';', '\t'];
const linesLookedAt = 20;

/** By what fields are separated: as a first line `sep=;` says, else what most of the first lines have in them. */
function separated(text: string): { text: string; delimiter: string; skipped: number } {
  const [line, , said] = /^\ufeff?("?)sep=([,;\t|])\1[^\r\n]*(?:\r\n|\r|\n|$)/i.exec(text) ?? [];
  if (line !== undefined && said !== undefined)
    return { text: text.slice(line.length), delimiter: said, skipped: 1 };
  const lines = text.slice(0, 20_000).split(/[\r\n]+/, linesLookedAt);
  let best = { delimiter: ',', count: 0 };
  for (const delimiter of separators) {
    const count = lines.filter((own) => own.includes(delimiter)).length;
    if (count > best.count) best = { delimiter, count };
  }
  return { text, delimiter: best.delimiter, skipped: 0 };
}

const refusalOf = ({ code }: CsvError): RefusedFile =>
  code === 'CSV_MAX_RECORD_SIZE'
    ? new RefusedFile('text', mostOfARow)
    : new RefusedFile('unreadable');
