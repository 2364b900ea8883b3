/** A cell: text stays text whatever it looks like, null is blank. */
export type Cell = string | number | null;

/**
 * What a column holds: text; whole numbers; money in fen, shown in yuan; days as text YYYY-MM-DD, which a
 * workbook keeps as dates; shares in hundredths of a per cent.
 */
export type ColumnKind = 'text' | 'number' | 'money' | 'day' | 'share';

export type Head = {
  head: string;
  kind: ColumnKind;
  /** In characters, for a workbook. */
  width: number;
  /**
   * Its sum as the system counts it by itself, or `true` where there is none beside the rows: a workbook then
   * ends with the sum as a live formula.
   */
  sum?: number | true;
};

/** One column of an export, defined in one place: what stands in its head and in each row. */
export type Column<Row> = Head & { of: (row: Row) => Cell };

export const textColumn = <Row>(
  head: string,
  width: number,
  of: Column<Row>['of'],
): Column<Row> => ({
  head,
  kind: 'text',
  width,
  of,
});
export const dayColumn = <Row>(head: string, of: Column<Row>['of']): Column<Row> => ({
  head,
  kind: 'day',
  width: 12,
  of,
});

/** What an export writes. Rows are pulled one batch at a time, and only as fast as they are taken. */
export type Table = {
  /** Of the sheet and of the file, without an ending. */
  name: string;
  heads: Head[];
  batches: AsyncIterable<Cell[][]>;
};

/** Columns of a file after the column of its list that shows what they hold; null where the file needs them anyway. */
type ShownIn<Row> = readonly [key: string | null, ...columns: Column<Row>[]];

/** Those of a file's columns that its list shows: all of them where nobody chose. */
export function columnsAsShown<Row>(
  { columns: chosen }: { columns: string | null },
  groups: readonly ShownIn<Row>[],
): Column<Row>[] {
  const keys = chosen?.split('.');
  return groups.flatMap(([key, ...columns]) =>
    !keys || key === null || keys.includes(key) ? columns : [],
  );
}

/** The table of batches of records under some columns. */
export function tableOf<Row>(
  name: string,
  columns: Column<Row>[],
  batches: AsyncIterable<Row[]> | Iterable<Row[]>,
): Table {
  async function* cells(): AsyncGenerator<Cell[][]> {
    for await (const batch of batches) yield batch.map((row) => columns.map(({ of }) => of(row)));
  }
  return { name, heads: columns, batches: cells() };
}
