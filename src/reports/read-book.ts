import { readXlsx } from 'hucre/xlsx';
import { refuseIf } from '../language/refusal.js';
import { zipEndIn } from '../proofs/whole-file.js';
import type { ColumnKind } from './table.js';

export type ReadCell = string | number | boolean | Date | null | undefined;
export type ReadSheet = { name: string; rows: ReadCell[][] };

/** What a workbook may come to when it is unpacked, as it says itself. */
const mostUnpacked = 300 * 1024 * 1024;

/** The sheets of an uploaded workbook. @throws Refusal for what is none, is broken, or would fill the memory */
export async function readBook(bytes: Buffer): Promise<ReadSheet[]> {
  const unpacked = unpackedSize(bytes);
  refuseIf([
    unpacked === null && { field: 'file', key: 'reports.verify.unreadable' },
    unpacked !== null &&
      unpacked > mostUnpacked && { field: 'file', key: 'reports.verify.too-large' },
  ]);
  const read = await readXlsx(new Uint8Array(bytes)).catch(() => null);
  refuseIf([
    (read === null || read.sheets.length === 0) && {
      field: 'file',
      key: 'reports.verify.unreadable',
    },
  ]);
  return (read?.sheets ?? []).map(({ name, rows }) => ({ name, rows: rows as ReadCell[][] }));
}

/** The sum of the sizes in the directory of a ZIP, or null where there is no whole one. */
function unpackedSize(bytes: Buffer): number | null {
  const end = zipEndIn(bytes);
  if (end < 0) return null;
  let at = bytes.readUInt32LE(end + 16);
  let size = 0;
  for (let files = bytes.readUInt16LE(end + 10); files > 0; files -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return null;
    size += bytes.readUInt32LE(at + 24);
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return size;
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
