import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { Refusal, refuseIf } from '../language/refusal.js';
import type { ColumnKind } from './table.js';
import { unpackedSizes } from './unpacked-sizes.js';

export type ReadCell = string | number | boolean | Date | null | undefined;
/** A sheet of a workbook; its rows are read as they are pulled, the blank ones between them too. */
export type ReadSheet = { name: string; rows: AsyncIterable<ReadCell[]> };

/** What the sheets of a workbook may come to when they are unpacked, which are read row by row. */
const mostInSheets = 1024 * 1024 * 1024;
/** And the rest, texts that its cells share above all, which is held in memory. */
const mostBeside = 200 * 1024 * 1024;
/** Excel's own bound. */
const mostRows = 1_048_576;

/** The sheets of an uploaded workbook. @throws Refusal for what is none, is broken, or would fill the memory */
export async function readBook(bytes: Buffer): Promise<ReadSheet[]> {
  refuseIf([isText(bytes) && { field: 'file', key: 'reports.verify.is-text' }]);
  const sizes = await unpackedSizes(bytes, { sheets: mostInSheets, beside: mostBeside });
  if (sizes === null) throw unreadable();
  refuseIf([sizes === 'too-large' && { field: 'file', key: 'reports.verify.too-large' }]);
  const names = await namesOf(bytes);
  if (names.length === 0) throw unreadable();
  return names.map((name, index) => ({ name, rows: rowsOf(bytes, index) }));
}

const unreadable = (): Refusal =>
  new Refusal([{ field: 'file', key: 'reports.verify.unreadable' }]);

/** Text with commas bears no number of its export, and a spreadsheet that saves it rewrites its days and long numbers. */
const isText = (bytes: Buffer): boolean =>
  bytes.includes(0x2c) && !bytes.subarray(0, 65_536).includes(0);

async function namesOf(bytes: Buffer): Promise<string[]> {
  const names: string[] = [];
  const note = ({ name }: { name: string }): boolean => {
    names.push(name);
    return false;
  };
  await readXlsx(new Uint8Array(bytes), { sheets: note }).catch(() => {
    throw unreadable();
  });
  return names;
}

async function* rowsOf(bytes: Buffer, sheet: number): AsyncGenerator<ReadCell[]> {
  let next = 0;
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      if (index >= mostRows) throw unreadable();
      for (; next < index; next += 1) yield [];
      yield values as ReadCell[];
      next = index + 1;
    }
  } catch {
    throw unreadable();
  }
}

/** A cell of a workbook in the form that is hashed: what a column cannot hold stays as it stands, and so differs. */
export function plainOf(cell: ReadCell, kind: ColumnKind): string {
  if (cell === null || cell === undefined || cell === '') return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (kind === 'text' || typeof cell !== 'number') return String(cell);
  if (kind === 'day') return dayOfSerial(cell);
  const scale = { number: 1, money: 100, share: 10_000 }[kind];
  const scaled = Math.round(cell * scale);
  return Math.abs(cell * scale - scaled) < 1e-6 * Math.max(1, Math.abs(scaled)) ** 0.5
    ? String(scaled)
    : `${cell}`;
}

const dayOfSerial = (serial: number): string =>
  Number.isInteger(serial) && serial > 0 && serial < 200_000
    ? new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
    : String(serial);
