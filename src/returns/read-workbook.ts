import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import type { WordKey, WordValues } from '../language/say.js';

/** A cell of a sheet as it was typed; null where it is blank. */
export type SheetCell = { text: string | null; isText: boolean; isFormula: boolean };
/** A row by its number as a spreadsheet shows it, and whether cells of it were merged with others. */
export type SheetRow = { row: number; cells: SheetCell[]; isMerged: boolean };
type Unreadable = { key: WordKey; values?: WordValues };

export const mostRows = 20_000;
const lastColumn = 'P';
const mostUnpacked = 40 * 1024 * 1024;
const inflate = promisify(inflateRaw);

/**
 * Reads the first sheet of a workbook, or text with commas, as far as a table of a park may go.
 * @returns its rows with their numbers as a spreadsheet shows them, or why it cannot be read
 */
export async function readSheet(bytes: Buffer): Promise<SheetRow[] | Unreadable> {
  if (bytes.length === 0) return { key: 'returns.roster.no-workbook' };
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK';
  const read = isZip ? await readZip(bytes) : readText(bytes);
  if (!Array.isArray(read)) return read;
  return read.length > mostRows + 1
    ? { key: 'returns.roster.too-many', values: { most: mostRows } }
    : read;
}

async function readZip(bytes: Buffer): Promise<SheetRow[] | Unreadable> {
  const size = await unpackedSize(bytes);
  if (size === null) return { key: 'returns.roster.no-workbook' };
  if (size > mostUnpacked) return { key: 'returns.roster.bomb' };
  try {
    const { sheets } = await readXlsx(bytes, {
      sheets: (_, index) => index === 0,
      range: `A1:${lastColumn}${mostRows + 2}`,
    });
    const [sheet] = sheets;
    if (!sheet) return { key: 'returns.roster.no-workbook' };
    const formulas = new Set(
      [...(sheet.cells ?? [])].filter(([, cell]) => cell.formula).map(([at]) => at),
    );
    const merged = new Set(
      (sheet.merges ?? []).flatMap(({ startRow, endRow }) =>
        Array.from({ length: Math.min(endRow, mostRows) - startRow + 1 }, (_, i) => startRow + i),
      ),
    );
    return sheet.rows.map((cells, index) => ({
      row: index + 1,
      isMerged: merged.has(index),
      cells: cells.map((value, column) => ({
        text: value === null || value === undefined ? null : String(value).trim() || null,
        isText: typeof value === 'string' && !formulas.has(`${index},${column}`),
        isFormula: formulas.has(`${index},${column}`),
      })),
    }));
  } catch {
    return { key: 'returns.roster.no-workbook' };
  }
}

/**
 * UTF-8, or else what Excel on a Chinese Windows saves csv in. Other encodings can be read as GB18030 too and give
 * other names, so that it is taken only under heads in Chinese. @throws TypeError for what is neither
 */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    const [heads = ''] = text.split('\n', 1);
    if (!/\p{Script=Han}{2}/u.test(heads)) throw new TypeError('heads in another encoding');
    return text;
  }
}

function readText(bytes: Buffer): SheetRow[] | Unreadable {
  try {
    const text = decoded(bytes);
    if (text.includes('\0')) return { key: 'returns.roster.no-workbook' };
    const lines = text.split('\n').length;
    if (lines > mostRows + 10)
      return { key: 'returns.roster.too-many', values: { most: mostRows } };
    return parseCsv(text).map((cells, index) => ({
      row: index + 1,
      isMerged: false,
      cells: cells.map((value) => ({
        text: String(value ?? '').trim() || null,
        isText: true,
        isFormula: false,
      })),
    }));
  } catch {
    return { key: 'returns.roster.no-workbook' };
  }
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;

/**
 * What the entries of a zip come to when they are unpacked, by unpacking them under a bound: what a zip says of
 * itself may be a lie. @returns the size, more than the bound as soon as it is passed, or null for a broken zip
 */
async function unpackedSize(bytes: Buffer): Promise<number | null> {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endMark) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let size = 0;
  try {
    for (let entry = 0; entry < count; entry += 1) {
      if (bytes.readUInt32LE(at) !== entryMark) return null;
      size += await entrySize(bytes, at, mostUnpacked - size + 1);
      if (size > mostUnpacked) return size;
      at +=
        46 +
        bytes.readUInt16LE(at + 28) +
        bytes.readUInt16LE(at + 30) +
        bytes.readUInt16LE(at + 32);
    }
    return size;
  } catch {
    return null;
  }
}

async function entrySize(bytes: Buffer, at: number, most: number): Promise<number> {
  const packed = bytes.readUInt32LE(at + 20);
  const start = bytes.readUInt32LE(at + 42);
  const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
  if (bytes.readUInt16LE(at + 10) === 0) return packed;
  try {
    return (await inflate(bytes.subarray(data, data + packed), { maxOutputLength: most })).length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return most;
    throw error;
  }
}
