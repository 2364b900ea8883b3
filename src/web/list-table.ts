import type { Say } from '../language/say.js';
import type { Density } from './density.js';
import {
  type Arrangement,
  type ColumnKey,
  type Columns,
  isDescending,
  shownColumns,
} from './list-columns.js';

/** What views/lists/_tools shows above a list. */
export type Tools = {
  views: { href: string; label: string; shared: string | null; isHere: boolean }[];
  columns: { value: string; label: string; isShown: boolean }[];
  names: string[];
  usual: string;
  saveHref: string | null;
  density: Density;
};

/** One of several things that a cell names. */
export type Item = {
  text: string;
  href?: string | null;
  /** What its link is of, said to whom does not see the row. */
  of?: string | null;
  small?: string | null;
};
const plainItem: Required<Omit<Item, 'text'>> = { href: null, of: null, small: null };
/** What stands in a cell; only what is there is given. */
export type Content = {
  text?: string | null;
  href?: string | null;
  /** What its link is of, said to whom does not see the row. */
  of?: string | null;
  /** It stands out among its like: somebody has to do something about it. */
  isStrong?: boolean;
  /** A second line, in small. */
  small?: string | null;
  tag?: { label: string; tone: string | null } | null;
  /** Where its tag leads; `of` says of what. */
  tagHref?: string | null;
  /** A button that leads to a page, or a link that does something beside the row's name. */
  act?: { href: string; label: string; of: string; isLink?: boolean } | null;
  /** Presses, each a form of its own. */
  presses?: { action: string; label: string; of: string; isLink: boolean; fields: Field[] }[];
  items?: Item[];
};
type Field = { name: string; value: string };
export type Cells<C extends Columns> = Record<ColumnKey<C>, Content | string | null>;
/** A row by which something can be done to several at once. */
export type Choice = { name: string; value: string; label: string; isChosen: boolean };
export type Line<C extends Columns> = { cells: Cells<C>; choice?: Choice | null };

const blank: Required<Content> = {
  text: null,
  href: null,
  of: null,
  isStrong: false,
  small: null,
  tag: null,
  tagHref: null,
  act: null,
  presses: [],
  items: [],
};

type Head = { label: string; isNumeric: boolean; href: string | null; order: string };
type Cell = Required<Omit<Content, 'items'>> & {
  items: Required<Item>[];
  label: string;
  isName: boolean;
  isBlank: boolean;
  /** Whether its text is all that stands in it, as in most cells of most lists. */
  isPlain: boolean;
  /** Whether several things stand in it. */
  isMany: boolean;
  classes: string;
  saysLabel: boolean;
};
/** What views/lists/_table shows. */
export type Table = {
  heads: Head[];
  canChoose: boolean;
  /** Whether rows open on a phone. */
  folds: boolean;
  rows: { choice: Choice | null; cells: Cell[] }[];
  /** The sums under its rows; null where there are none. */
  foot: Cell[] | null;
};

/**
 * A list as its table: the columns that were chosen, each head with the order that a press on it gives.
 * @param hrefOf the address of the list under its filter, arranged otherwise
 */
export function tableOf<C extends Columns>(
  columns: C,
  arrangement: Arrangement,
  lines: Line<C>[],
  {
    say,
    hrefOf,
    foot,
  }: {
    say: Say;
    hrefOf: (order: Pick<Arrangement, 'sort' | 'order'>) => string;
    /** What stands under the columns that have a sum. */
    foot?: Partial<Cells<C>>;
  },
): Table {
  const shown = shownColumns(columns, arrangement.columns);
  const down = isDescending(columns, arrangement);
  const heads = shown.map(({ key, label, isNumeric, sorts }) => {
    const isHere = arrangement.sort === key;
    const order = isHere ? (down ? 'up' : 'down') : null;
    return {
      label: say(label),
      isNumeric: isNumeric === true,
      href: sorts ? hrefOf({ sort: key, order }) : null,
      order: isHere ? (down ? 'descending' : 'ascending') : 'none',
    };
  });
  const labels = new Map(shown.map(({ key, label }) => [key, say(label)]));
  const cellsOf = (cells: Partial<Cells<C>>): Cell[] =>
    shown.map((column) =>
      cellOf(column, cells[column.key as ColumnKey<C>] ?? null, labels.get(column.key) ?? ''),
    );
  return {
    heads,
    canChoose: lines.some(({ choice }) => choice),
    folds: shown.some(({ isFolded }) => isFolded),
    rows: lines.map(({ cells, choice }) => ({ choice: choice ?? null, cells: cellsOf(cells) })),
    foot: foot ? cellsOf(foot) : null,
  };
}

function cellOf(
  { isName, isNumeric, isNowrap, isFolded, saysLabel }: Columns[number],
  content: Content | string | null,
  label: string,
): Cell {
  const given = typeof content === 'string' || content === null ? { text: content } : content;
  const full = Object.assign({}, blank, given);
  const { text, href, isStrong, small, tag, act, presses, items } = full;
  const isTextAtMost = !tag && !act && presses.length + items.length === 0;
  return Object.assign(full, {
    items: items.map((item) => Object.assign({}, plainItem, item)),
    label,
    isName: isName === true,
    isBlank: !text && isTextAtMost,
    isPlain: Boolean(text) && !href && !small && !isStrong && isTextAtMost,
    isMany: !isName && [text, tag, act, small, ...presses, ...items].filter(Boolean).length > 1,
    classes: [isNumeric ? 'numeric' : isNowrap ? 'nowrap' : '', isFolded ? 'folded' : '']
      .filter(Boolean)
      .join(' '),
    saysLabel: saysLabel === true,
  });
}
