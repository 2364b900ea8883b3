import { writeXlsx } from 'hucre/xlsx';
import type { Voice } from '../language/say.js';
import type { Batch } from './batch.js';
import { type ColumnKey, columnKeys } from './columns.js';
import { leaseLeftOut } from './plan-lease.js';
import { isBacklog, type Planned } from './planned.js';
import { whyText } from './row-text.js';

/**
 * The rows of a batch that were rejected, have to be decided or came without their lease, as they were read, with the
 * reason beside each: put right there, it can be brought in again.
 * @returns xlsx; null where there are none
 */
export async function restWorkbook(
  { source, plan }: Pick<Batch, 'source' | 'plan'>,
  voice: Voice,
): Promise<Buffer | null> {
  const { say } = voice;
  const rest = plan.rows.filter(isRest);
  if (rest.length === 0) return null;
  const textsOf = new Map(source.rows.map(({ row, texts }) => [row, texts]));
  const used = columnKeys.filter((key) =>
    source.rows.some(({ texts }) => texts[key] !== undefined),
  );
  const heads = [
    ...used.map((key) => say(`imports.column.${key}`)),
    say('imports.rest.row'),
    say('imports.rest.outcome'),
    say('imports.rest.why'),
  ];
  const rows = rest.map(({ row, outcome, why }) => [
    ...used.map((key) => textIn(textsOf.get(row), key)),
    String(row),
    say(`imports.outcome.${outcome}`),
    whyText(why, voice),
  ]);
  return sheetOf(say('imports.rest.sheet'), heads, rows);
}

/** A row of which something is still to be done: it, or its lease, was left out, or it waits for the bureau. */
export const isRest = (planned: Planned): boolean =>
  planned.outcome === 'possible' ||
  planned.outcome === 'rejected' ||
  isBacklog(planned) ||
  planned.why.some(({ key }) => (leaseLeftOut as readonly string[]).includes(key));

const textIn = (texts: Partial<Record<ColumnKey, string | true>> | undefined, key: ColumnKey) => {
  const text = texts?.[key];
  return typeof text === 'string' ? text : null;
};

const wide = 40;

/** One sheet of texts under its headings: nothing in it is read as a number, a day or a formula. */
export async function sheetOf(
  name: string,
  heads: string[],
  rows: (string | null)[][],
): Promise<Buffer> {
  const columns = heads.map((_, place) => ({
    width: place === heads.length - 1 ? wide : 18,
    numFmt: '@',
  }));
  const bytes = await writeXlsx({
    sheets: [{ name, columns, rows: [heads, ...rows], freezePane: { rows: 1, columns: 0 } }],
  });
  return Buffer.from(bytes);
}
