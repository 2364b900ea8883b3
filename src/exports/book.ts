import type { Table } from './table.js';
import type { WrittenSheet } from './workbook.js';

/** A line of a cover: what stands in the first column, and beside it. */
export type CoverLine = { label: string; value: string };

/** What became known while the rows went by. */
export type Made = { hash: string; rows: number; sheets: WrittenSheet[] };

/** The first sheet of a workbook: what it holds, as of when, and how it can be checked. */
export type Cover = {
  /** Of the sheet. */
  name: string;
  title: string;
  lines: CoverLine[];
  /** The lines that only the rows make: how many, their hash, each sum. */
  labels: { rows: string; hash: string; sum: (head: string) => string };
  /** Keeps what the rows came to, before anybody holds the file. */
  finish(made: Made): Promise<void>;
};

/** A file to be made of tables. */
export type Book = {
  /** Of the file, without an ending. */
  name: string;
  sheets: Table[];
  /** How the row of sums is called. */
  sumLabel: string;
  cover: Cover | null;
  /** How many rows go on one sheet before a table goes on in another; as many as a spreadsheet holds when not given. */
  rowsASheet?: number;
};
