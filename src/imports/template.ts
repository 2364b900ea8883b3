import type { Say } from '../language/say.js';
import { columnKeys } from './columns.js';
import { sheetOf } from './rest-workbook.js';

/** A list to fill in, with the headings that are read: no row, as an example would be brought in too. @returns xlsx */
export const templateWorkbook = (say: Say): Promise<Buffer> =>
  sheetOf(
    say('imports.template-sheet'),
    columnKeys.map((key) => say(`imports.column.${key}`)),
    [],
  );
