/** A cell of a table as it was typed; null where it is blank. */
export type TableCell = { text: string | null; isText: boolean; isFormula: boolean };
/** A row by its number as a spreadsheet shows it, and whether cells of it were merged with others. */
export type TableRow = { row: number; cells: TableCell[]; isMerged: boolean };
/** The rows of one sheet that have something in them; text has a sheet without a name. */
export type SheetRows = { sheet: string; rows: TableRow[]; is1904: boolean };

/** What a table is looked for by: the names that each column may have, and whether it has to be there. */
export type Heading = { names: string[]; isNeeded: boolean };

/** Which sheet and row somebody chose as the one with the headings. */
export type ChosenRow = { sheet: string; row: number | null };

/** A table with its headings, as it was found in a file. */
export type FileTable = SheetRows & {
  /** The row of the headings, as a spreadsheet numbers it. */
  headRow: number;
  heads: (string | null)[];
  /** Whether all the headings that are needed stand there; else the row is a guess. */
  isFound: boolean;
  /** The sheets that are shown and have something in them. */
  sheets: string[];
  /** The first rows of this one, from which another row of headings may be chosen. */
  firstRows: { row: number; text: string }[];
};

export const blankCell: TableCell = { text: null, isText: true, isFormula: false };

/** What is put over each sign of a text that is struck out, as a person sees it. */
export const strokeOver = '\u0336';

export const isStruckOut = (text: string): boolean => text.includes(strokeOver);
