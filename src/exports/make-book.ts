import { type Db, transact } from '../database/database.js';
import { plainTime } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Book, CoverLine, Made } from './book.js';
import { csvOf } from './csv.js';
import { beginExport, finishCsv, finishExport, recordExported } from './export-record.js';
import type { ExportFormat, Prepared } from './prepared.js';
import { workbookOf } from './workbook.js';

/** Who takes it out, and when. */
export type Taker = { accountId: number; name: string; at: Date };

/** Whether the history is told before the first row goes, or by whoever makes the file when it is there. */
export type Telling = 'first' | 'later';

/** The bytes of a file, and the number under which it is kept that they were made. */
export async function makeFile(
  db: Db,
  by: Taker,
  {
    prepared,
    format,
    voice,
    telling,
  }: { prepared: Prepared; format: ExportFormat; voice: Voice; telling: Telling },
) {
  const cover = coverOf(prepared, by, voice);
  const number = await transact(db, async (tx) => {
    const made = await beginExport(tx, by, { prepared, format, cover });
    if (telling === 'first')
      recordExported(tx, by, { prepared, format, rows: prepared.rows, number: made });
    return made;
  });
  const finish = (made: Made) => finishExport(db, number, by.at, made);
  const bytes =
    format === 'csv'
      ? csvOf(prepared.sheets, (made) => finishCsv(db, number, by.at, made))
      : workbookOf(bookOf(prepared, { number, cover, finish }, voice));
  return { number, bytes };
}

const coverOf = (prepared: Prepared, by: Taker, { say }: Voice): CoverLine[] => [
  { label: say('reports.cover.what'), value: prepared.title },
  { label: say('reports.cover.each-row'), value: prepared.eachRow },
  ...prepared.lines,
  { label: say('reports.cover.who'), value: by.name },
  { label: say('reports.cover.when'), value: plainTime(by.at) },
];

function bookOf(
  prepared: Prepared,
  {
    number,
    cover,
    finish,
  }: { number: string; cover: CoverLine[]; finish: (made: Made) => Promise<void> },
  { say }: Voice,
): Book {
  return {
    name: prepared.name,
    sheets: prepared.sheets,
    sumLabel: say('reports.sum'),
    cover: {
      name: say('reports.cover'),
      title: say('reports.cover.number', { number }),
      lines: cover,
      labels: {
        rows: say('reports.cover.rows'),
        hash: say('reports.cover.hash'),
        sum: (head) => say('reports.cover.sum', { head }),
      },
      finish,
    },
  };
}
