import { type Day, endOfMonth } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Head } from '../exports/table.js';
import { month as monthText } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Dimension } from '../ledger/measure-definition.js';
import { parksNow, parksOn } from '../ledger/parks-on.js';
import { founderCategories } from '../people/categories.js';
import { industries, legalForms } from '../standards/register-codes.js';
import { measureKey, textHead } from './columns.js';
import { columnKind } from './counted.js';
import type { CrossQuery } from './cross-query.js';
import { type CrossTable, noKey } from './cross-table.js';
import type { ReportCell, Section } from './report.js';

/** How the keys of a dimension are called, and in which order they stand. */
export type KeyNames = { name: (key: string) => string; place: (key: string) => number | string };

/** @param day on which parks were called so; null for their names of now */
export async function keyNames(
  reads: Reads,
  dimension: Dimension | null,
  day: Day | null,
  voice: Voice,
): Promise<KeyNames> {
  const { say, lang } = voice;
  const nameOf = (row: { nameZh: string; nameEn: string } | undefined, key: string) =>
    row ? (lang === 'zh' ? row.nameZh : row.nameEn) : key;
  const inList = (list: readonly string[], name: (key: string) => string): KeyNames => ({
    name,
    place: (key) => list.indexOf(key),
  });
  switch (dimension) {
    case 'region': {
      const rows = await reads.region.findMany({ orderBy: { sequence: 'asc' } });
      const found = (key: string) => rows.find(({ code }) => code === key);
      return { name: (key) => nameOf(found(key), key), place: (key) => found(key)?.sequence ?? 0 };
    }
    case 'park': {
      const rows = day === null ? await parksNow(reads) : await parksOn(reads, day);
      const found = (key: string) => rows.find(({ number }) => number === key);
      return { name: (key) => `${key} ${nameOf(found(key), key)}`, place: (key) => key };
    }
    case 'industry':
      return inList(industries, (key) => say(`ventures.industry.${key as 'A'}`));
    case 'form':
      return inList(legalForms, (key) => say(`ventures.form.${key as 'firm'}`));
    case 'category':
      return inList(founderCategories, (key) => say(`ventures.category.${key as 'other'}`));
    case 'month':
      return { name: (key) => monthText(key, lang), place: (key) => key };
    default:
      return { name: () => '', place: () => 0 };
  }
}

const sorted = (keys: string[], { place }: KeyNames): string[] =>
  [...keys].sort((a, b) => {
    const [x, y] = [place(a), place(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  });

/** A cross-table as a section: the same that stands on the page and in the files. */
export async function crossSection(
  reads: Reads,
  query: CrossQuery,
  table: CrossTable,
  voice: Voice,
): Promise<Section> {
  const { say } = voice;
  const day = query.structure === 'then' ? endOfMonth(query.to) : null;
  const [rowNames, columnNames] = [
    await keyNames(reads, query.rows, day, voice),
    await keyNames(reads, query.columns, day, voice),
  ];
  const columns = query.columns === null ? [noKey] : sorted(table.columnKeys, columnNames);
  const measure = say(measureKey(query.measure));
  const kind = columnKind(query.measure);
  const head = (name: string): Head =>
    table.columnTotal
      ? { head: name, kind, width: 12, sum: true }
      : { head: name, kind, width: 12 };
  const { rowTotal, columnTotal } = table;
  const total: ReportCell[] | undefined = columnTotal
    ? [
        { value: say('reports.sum') },
        ...columns.map((column) => columnTotal(column)),
        ...(rowTotal && table.total ? [table.total] : []),
      ]
    : undefined;
  return {
    key: 'cross-table',
    name: measure,
    total,
    heads: [
      textHead(say(`reports.dimension.${query.rows}`), 24),
      ...columns.map((column) => head(query.columns === null ? measure : columnNames.name(column))),
      ...(rowTotal ? [head(say('reports.sum'))] : []),
    ],
    rows: sorted(table.rowKeys, rowNames).map((row) => [
      { value: rowNames.name(row) },
      ...columns.map((column) => table.cell(row, column)),
      ...(rowTotal ? [rowTotal(row)] : []),
    ]),
  };
}
