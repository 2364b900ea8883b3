import { yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';

/** A cell of `payments/_table`. */
export type ShownCell = {
  text: string;
  label: string;
  href: string | null;
  /** Of which row it is, for who does not see the row. */
  of: string;
  numeric: boolean;
  isTag: boolean;
  tone: string | null;
};
type ShownTable = {
  heads: { label: string; numeric: boolean }[];
  rows: ShownCell[][];
  foot: { text: string; label: string }[] | null;
};

export type Value =
  | string
  | { fen: number }
  | { text: string; href: string | null }
  | { tag: string; tone: string | null };
type Head = string | { money: string };

/** A table of rows under heads; with sums, below the columns of money. */
export function presentTable(
  heads: readonly Head[],
  rows: readonly (readonly Value[])[],
  { lang, say }: Voice,
  { sums = false }: { sums?: boolean } = {},
): ShownTable {
  const shown = heads.map((head) =>
    typeof head === 'string'
      ? { label: head, numeric: false }
      : { label: head.money, numeric: true },
  );
  const fenOf = (value: Value | undefined): number =>
    typeof value === 'object' && 'fen' in value ? value.fen : 0;
  return {
    heads: shown,
    rows: rows.map((row) => row.map((value, at) => cellOf(value, shown[at], row[0], lang))),
    foot: sums
      ? shown.map(({ label, numeric }, at) => ({
          label,
          text: numeric
            ? yuan(
                rows.reduce((sum, row) => sum + fenOf(row[at]), 0),
                lang,
              )
            : at === 0
              ? say('payments.sum')
              : '',
        }))
      : null,
  };
}

function cellOf(
  value: Value,
  head: { label: string; numeric: boolean } | undefined,
  first: Value | undefined,
  lang: Voice['lang'],
): ShownCell {
  const of = typeof first === 'string' ? first : first && 'text' in first ? first.text : '';
  const { label = '', numeric = false } = head ?? {};
  const plain = { label, numeric, of, href: null, isTag: false, tone: null };
  if (typeof value === 'string') return { ...plain, text: value };
  if ('fen' in value) return { ...plain, text: yuan(value.fen, lang) };
  if ('tag' in value) return { ...plain, text: value.tag, isTag: true, tone: value.tone };
  return { ...plain, text: value.text, href: value.href };
}
