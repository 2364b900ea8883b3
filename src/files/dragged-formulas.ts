import type { TableCell } from './table.js';

/** What names nobody: nothing, 0 or the number of a row, an error. */
const nobody = /^(?:\d{0,5}|#.*)$/;

/**
 * Whether a row holds only formulas that were dragged on past the table: nothing is typed beside them, and what they make names nobody.
 * @param read the cells of the row that are read and may be typed
 * @param naming those of them that say whose row it is
 */
export const areDraggedFormulas = (read: TableCell[], naming: TableCell[]): boolean =>
  read.some(({ isFormula }) => isFormula) &&
  read.every(({ text, isFormula }) => isFormula || text === null) &&
  naming.every(({ text }) => nobody.test(text ?? ''));
