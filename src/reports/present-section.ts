import type { Cell, ColumnKind, Head } from '../exports/table.js';
import { day, number, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Lang } from '../language/words.js';
import type { ReportCell, Section } from './report.js';

/** A value in words: money and ratios with two decimals, shares in per cent. */
export function cellText(value: Cell, kind: ColumnKind, lang: Lang): string {
  if (value === null) return '—';
  if (kind === 'text') return String(value);
  if (kind === 'day') return day(String(value), lang);
  if (kind === 'money') return yuan(Number(value), lang);
  if (kind === 'share') return `${number(Number(value) / 100, lang)}%`;
  return number(Number(value), lang);
}

const isNumeric = (kind: ColumnKind): boolean => kind !== 'text' && kind !== 'day';

/** Nothing stands there, as in a row of sums under what is not summed; null in a column of numbers is a number that there is none of. */
const isBlank = ({ value }: ReportCell, kind: ColumnKind): boolean =>
  value === '' || (value === null && kind === 'text');

/** Whether a text is a number of a record, which is not broken at its hyphen. */
const isRecordNumber = (value: Cell): boolean =>
  typeof value === 'string' && /^[A-Z]\d{4}-\d+$/.test(value);

/** A table of a report as reports/_section shows it. */
export function presentSection(
  { key, name, note, heads, rows, total }: Section,
  { lang, say }: Voice,
) {
  const cells = (row: ReportCell[]) =>
    row.map((cell, i) => {
      const { head, kind } = heads[i] as Head;
      return {
        label: head,
        isNumeric: isNumeric(kind),
        href: cell.href ?? null,
        text: isBlank(cell, kind) ? '' : cellText(cell.value, kind, lang),
        isUnbroken: kind === 'day' || isRecordNumber(cell.value),
        mark:
          cell.mark === undefined
            ? null
            : {
                label: say(`reports.mark.${cell.mark}`),
                tone: cell.mark === 'good' ? 'sea' : 'heed',
              },
      };
    });
  return {
    key,
    name,
    note: note ?? null,
    heads: heads.map(({ head, kind }) => ({ label: head, isNumeric: isNumeric(kind) })),
    rows: rows.map(cells),
    total: total ? cells(total) : null,
  };
}
