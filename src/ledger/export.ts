import type { Reads } from '../database/database.js';
import { type Column, type Table, tableOf } from '../exports/table.js';
import type { Voice } from '../language/say.js';
import { isMoney, recordsOf } from './measures.js';
import { type NamedRecord, namedRecords } from './named-records.js';
import { basisText } from './present-records.js';
import type { RecordQuery } from './record-list.js';

/** A batch sums the ledger anew, so few large ones are read. */
const recordsABatch = 5000;

/** The columns of an export of records, in their order. */
export function recordColumns(
  query: RecordQuery,
  voice: Voice,
  { sum, measure }: { sum: number | null; measure: string },
): Column<NamedRecord>[] {
  const { say, lang } = voice;
  const parkName = ({ park }: NamedRecord) => (lang === 'zh' ? park.nameZh : park.nameEn);
  const text = (head: string, width: number, of: (record: NamedRecord) => string) =>
    ({ head, width, of, kind: 'text' }) as const;
  const venture =
    recordsOf(query.measure) === 'park'
      ? []
      : [
          text(say('ledger.column.number'), 14, (record) => record.venture?.number ?? ''),
          text(say('ledger.column.name'), 28, (record) => record.venture?.name ?? ''),
        ];
  const waiver =
    recordsOf(query.measure) === 'waiver'
      ? [
          text(say('ledger.column.waiver'), 14, (record) => record.waiver?.number ?? ''),
          text(say('ledger.column.case'), 16, ({ waiver }) => waiver?.application.number ?? ''),
        ]
      : [];
  return [
    ...waiver,
    ...venture,
    text(say('ledger.column.park-number'), 10, ({ park }) => park.number),
    text(say('ledger.totals.park'), 24, parkName),
    {
      head: say('ledger.column.basis-day'),
      kind: 'day',
      width: 14,
      of: ({ basis }) => basis.day,
    },
    text(say('ledger.totals.basis'), 24, ({ basis }) => basisText(basis, voice)),
    {
      head: measure,
      kind: isMoney(query.measure) ? 'money' : 'number',
      width: 12,
      ...(sum === null ? {} : { sum }),
      of: ({ amount }) => amount,
    },
  ];
}

/**
 * All records of a number, however long the writing takes: the query's position is held.
 * @param sum the number itself, which the rows must come to; null where it is not known
 * @param measure what the number is called: what one month added is not the sum since the beginning
 */
export const recordTable = (
  reads: Reads,
  name: string,
  held: RecordQuery & { position: number },
  { voice, ...number }: { sum: number | null; measure: string; voice: Voice },
): Table => tableOf(name, recordColumns(held, voice, number), batches(reads, held));

async function* batches(reads: Reads, query: RecordQuery): AsyncGenerator<NamedRecord[]> {
  for (let offset = 0; ; offset += recordsABatch) {
    const records = await namedRecords(reads, query, { offset, limit: recordsABatch });
    if (records.length > 0) yield records;
    if (records.length < recordsABatch) return;
  }
}
