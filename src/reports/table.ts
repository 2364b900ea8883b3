/** A cell: text stays text whatever it looks like, null is blank. */
export type Cell = string | number | null;

/** One column of an export, defined in one place: what stands in its head and in each row. */
export type Column<Row> = Head & { of: (row: Row) => Cell };
export type Head = {
  head: string;
  kind: 'text' | 'number';
  /** In characters, for a workbook. */
  width: number;
};

/** What an export writes. Rows are pulled one batch at a time, and only as fast as they are taken. */
export type Table = {
  /** Of the sheet and of the file, without an ending. */
  name: string;
  heads: Head[];
  rows: AsyncIterable<Cell[]>;
};

/** The table of batches of records under some columns. */
export function tableOf<Row>(
  name: string,
  columns: Column<Row>[],
  batches: AsyncIterable<Row[]>,
): Table {
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const batch of batches) {
      for (const row of batch) yield columns.map((column) => column.of(row));
    }
  }
  return { name, heads: columns, rows: rows() };
}
