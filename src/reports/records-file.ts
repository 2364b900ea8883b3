import { coverLines } from '../exports/cover-lines.js';
import type { Prepared, Source } from '../exports/prepared.js';
import { type Column, tableOf, textColumn } from '../exports/table.js';
import { day, number, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { definitionLines } from '../ledger/definition-lines.js';
import { scopeName, shareName } from '../ledger/present.js';
import { headPosition } from '../ledger/totals.js';
import { spaceName } from '../parks/space-names.js';
import { type AskedRecords, askRecords } from './ask-records.js';
import { measureKey } from './columns.js';
import { columnKind, isOfPeriod, recordKindOf } from './counted.js';
import { everyRecord, type Listed, summaryOf } from './record-queries.js';
import { recordsAddress } from './records-address.js';

/** The records under a number of a report, as a file. */
export const recordsExport: Source = async ({ deps, viewer, query, voice }) => {
  const asked = await askRecords(deps, viewer, query);
  const position = asked.question.position ?? (await headPosition(deps.db));
  const question = { ...asked.question, position };
  const { count, sum } = await summaryOf(deps.db, question);
  const title = titleOf(asked, voice);
  return {
    what: 'records',
    name: `${title} ${asked.question.asOf}`,
    title,
    eachRow: voice.say('reports.cover.each-row.record', {
      count,
      sum: amountText(asked, sum, voice.lang),
    }),
    rows: count,
    address: recordsAddress(asked.address),
    detail: { address: recordsAddress(asked.address) },
    // What is not of the ledger is as of no position of it.
    lines: linesOf(asked, recordKindOf(question.measure) === null ? position : undefined, voice),
    sheets: [tableOf(title, columnsOf(asked, sum, voice), everyRecord(deps.db, question))],
  } satisfies Prepared;
};

export function titleOf({ question, within, scope }: AskedRecords, voice: Voice): string {
  const { say, lang } = voice;
  const where = within?.[lang];
  const measure = say(measureKey(question.measure));
  const name = scopeName(scope, voice);
  return say('ledger.totals.title', { measure, scope: where ? `${name} ${where}` : name });
}

export function whenOf({ question }: AskedRecords, { say, lang }: Voice): string {
  const { from, asOf, measure } = question;
  if (!isOfPeriod(measure)) return say('ledger.as-of', { day: day(asOf, lang) });
  return say('reports.as-of', { from: day(from, lang), to: day(asOf, lang) });
}

export function chosenOf({ address }: AskedRecords, { say }: Voice): string[] {
  return [
    ...(address.form ? [say(`ventures.form.${address.form}` as 'ventures.form.firm')] : []),
    ...(address.industry
      ? [say(`ventures.industry.${address.industry}` as 'ventures.industry.A')]
      : []),
    ...(address.category ? [shareName({ by: 'category', value: address.category }, say)] : []),
  ];
}

const linesOf = (asked: AskedRecords, position: number | undefined, voice: Voice) =>
  coverLines(
    {
      scope: scopeName(asked.scope, voice),
      asOf: whenOf(asked, voice),
      position,
      filter: chosenOf(asked, voice),
      definitions: definitionLines([asked.question.measure], voice),
    },
    voice,
  );

/** Amounts are counts, or fen. */
export const amountText = ({ question }: AskedRecords, amount: number, lang: Lang): string =>
  columnKind(question.measure) === 'money' ? yuan(amount, lang) : number(amount, lang);

function columnsOf(
  { question }: AskedRecords,
  sum: number,
  { say, lang }: Voice,
): Column<Listed>[] {
  return [
    textColumn(
      say('ledger.column.number'),
      14,
      (item) => item.ventureNumber ?? item.spaceNumber ?? item.parkNumber,
    ),
    textColumn(say('ledger.column.name'), 28, (item) => nameOf(item, lang)),
    textColumn(say('ledger.column.park-number'), 10, (item) => item.parkNumber),
    textColumn(say('ledger.totals.park'), 24, (item) => parkOf(item, lang)),
    {
      head: say(measureKey(question.measure)),
      width: 14,
      sum,
      kind: columnKind(question.measure),
      of: ({ amount }) => amount,
    },
  ];
}

export const parkOf = (item: Listed, lang: Lang): string =>
  lang === 'zh' ? item.parkZh : item.parkEn;
export const nameOf = (item: Listed, lang: Lang): string =>
  item.ventureName ?? (item.spaceName && spaceName(item.spaceName, lang)) ?? parkOf(item, lang);
