import { randomBytes } from 'node:crypto';
import { today } from '../calendar/days.js';
import { type Db, type Tx, transact } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { actingAccount } from '../people/acting-viewer.js';
import type { CoverLine, Made } from './book.js';
import type { WrittenCsv } from './csv.js';
import type { ExportFormat, Prepared } from './prepared.js';

/** Keeps that somebody takes records out of the system, before the first row goes. @returns the number of the export
 * @throws Forbidden for an account that is no more; which rows, the query of its reader says */
export async function beginExport(
  tx: Tx,
  by: Actor,
  { prepared, format, cover }: { prepared: Prepared; format: ExportFormat; cover: CoverLine[] },
): Promise<string> {
  await actingAccount(tx, by);
  const number = `X${today(by.at).replaceAll('-', '')}-${randomBytes(4).toString('hex').toUpperCase()}`;
  const { what, address, sheets } = prepared;
  await tx.exportRecord.create({
    data: {
      number,
      what,
      address,
      format,
      accountId: by.accountId,
      at: by.at,
      cover,
      columns: sheets.map(({ name, heads }) => ({
        name,
        heads: heads.map(({ head, kind, sum }) => ({ head, kind, isSummed: sum !== undefined })),
      })),
    },
  });
  return number;
}

/** Tells the history who took what out, and how many rows. */
export const recordExported = (
  tx: Tx,
  by: Actor,
  {
    prepared,
    format,
    rows,
    number,
  }: { prepared: Prepared; format: ExportFormat; rows: number; number: string },
): void =>
  recordEvent(tx, by, {
    verb: `${prepared.what}.exported`,
    subjectKind: 'export',
    subjectId: 0,
    detail: { ...prepared.detail, format, rows, number },
  });

/** Keeps what the rows came to: by it a file is held against the record. */
export async function finishExport(db: Db, number: string, at: Date, made: Made): Promise<void> {
  const { hash, rows, sheets } = made;
  await transact(db, async (tx) => {
    await tx.exportRecord.update({
      where: { number },
      data: {
        hash,
        rows,
        finishedAt: at,
        sums: sheets.map(({ marks }) => ({
          rows: marks.rows.length,
          sums: marks.sums.map(String),
        })),
        checks: Uint8Array.from(Buffer.concat(sheets.map(({ marks }) => marks.bytes()))),
      },
    });
  });
}

/** Keeps that a csv was taken out whole, and what its bytes came to. */
export async function finishCsv(
  db: Db,
  number: string,
  at: Date,
  { hash, rows }: WrittenCsv,
): Promise<void> {
  await transact(db, (tx) =>
    tx.exportRecord.update({ where: { number }, data: { hash, rows, finishedAt: at } }),
  );
}
