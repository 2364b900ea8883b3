import { dayOfSerial } from '../files/days.js';
import type { ColumnKind } from './table.js';

export type CellValue = string | number | boolean | null;

/**
 * A cell of a workbook in the form that is hashed. What a column cannot hold stays as it stands, and so differs: digits
 * kept as text too, as no sum counts them.
 */
export function plainOf(cell: CellValue, kind: ColumnKind, is1904: boolean): string {
  if (cell === null || cell === '') return '';
  if (kind === 'text') return String(cell);
  if (kind === 'day' && typeof cell === 'string') return cell.slice(0, 10);
  if (typeof cell !== 'number') return `text ${cell}`;
  if (kind === 'day') return dayOfSerial(cell, is1904) ?? String(cell);
  const scale = { number: 1, money: 100, share: 10_000 }[kind];
  const scaled = Math.round(cell * scale);
  return Math.abs(cell * scale - scaled) < 1e-6 * Math.max(1, Math.abs(scaled)) ** 0.5
    ? String(scaled)
    : `${cell}`;
}
