/** A cell of a table as it was typed; null where it is blank. */
export type TableCell = { text: string | null; isText: boolean; isFormula: boolean };
/** A row by its number as a spreadsheet shows it, and whether cells of it were merged with others. */
export type TableRow = { row: number; cells: TableCell[]; isMerged: boolean };
/** The rows of a file that have something in them. */
export type FileTable = { sheet: string; rows: TableRow[] };

export const blankCell: TableCell = { text: null, isText: true, isFormula: false };
