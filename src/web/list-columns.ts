import { z } from 'zod';
import type { WordKey } from '../language/say.js';
import { choice, optional } from './fields.js';

/** A column of a list, as its room names it. Its order in SQL is looked up by its key and nothing else. */
export type Column = {
  key: string;
  label: WordKey;
  /** Whether it stands there unless somebody chooses. */
  isShown?: boolean;
  /** What a row is called by: always there, and the head of its row. */
  isName?: true;
  isNumeric?: true;
  isNowrap?: true;
  /** On a phone its label stands before it: without it the value says nothing. */
  saysLabel?: true;
  /** On a phone it stands under its row, which opens by a press. */
  isFolded?: true;
  /** Which way the first press on its head sorts; a column without it is not sorted by. */
  sorts?: 'up' | 'down';
};
export type Columns = readonly [Column, ...Column[]];

type Sorted<C extends Columns> = Extract<C[number], { sorts: string }>;
/** The columns that a list can be sorted by. */
export type SortKey<C extends Columns> = Sorted<C>['key'];
export type ColumnKey<C extends Columns> = C[number]['key'];

/** What an address says of a list beside its filter. */
export type Arrangement = { columns: string | null; sort: string; order: 'up' | 'down' | null };

/** The keys of the columns that a list is put in order by. */
export const sortKeys = <const C extends Columns>(columns: C) =>
  columns.filter(({ sorts }) => sorts).map(({ key }) => key) as [SortKey<C>];

/** The fields of a list's address that arrange it. @param usual by what it is sorted unless somebody chooses */
export function arrangementFields<const C extends Columns>(columns: C, usual: SortKey<C>) {
  return {
    columns: chosenColumns(columns),
    sort: optional(choice(sortKeys(columns))).transform((sort): SortKey<C> => sort ?? usual),
    order: optional(choice(['up', 'down'])),
  };
}

/** The keys of columns, dots between, in the order of the list; null where they are the usual ones. */
function chosenColumns(columns: Columns) {
  const keys = columns.map(({ key }) => key);
  return z.preprocess(
    (sent) => [sent ?? []].flat().join('.').split('.').filter(Boolean),
    z
      .array(z.string())
      .refine((sent) => sent.every((key) => keys.includes(key)), 'web.field.choose')
      .transform((sent) => {
        if (sent.length === 0) return null;
        const text = textOf(columns, (column) => column.isName || sent.includes(column.key));
        return text === textOf(columns, isUsual) ? null : text;
      }),
  );
}

const isUsual = ({ isName, isShown }: Column): boolean => Boolean(isName || isShown);
const textOf = (columns: Columns, isIn: (column: Column) => boolean | undefined): string =>
  columns
    .filter(isIn)
    .map(({ key }) => key)
    .join('.');

/** The columns with some more of them folded on a phone, where what they hold is of no use at a glance. */
export const folding = <C extends Columns>(columns: C, keys: readonly ColumnKey<C>[]): C =>
  columns.map((column) =>
    keys.includes(column.key) ? Object.assign({}, column, { isFolded: true }) : column,
  ) as unknown as C;

/** The columns that stand in a list. */
export function shownColumns<C extends Columns>(columns: C, chosen: string | null): C[number][] {
  const keys = (chosen ?? textOf(columns, isUsual)).split('.');
  return columns.filter(({ key }) => keys.includes(key));
}

/** Newest and largest first, names from A: as the column's first press says, unless an order was chosen. */
export function isDescending(
  columns: Columns,
  { sort, order }: Pick<Arrangement, 'sort' | 'order'>,
): boolean {
  const first = columns.find(({ key }) => key === sort)?.sorts;
  return (order ?? first) === 'down';
}
