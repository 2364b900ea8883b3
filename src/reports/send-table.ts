import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { csvOf } from './csv.js';
import type { Table } from './table.js';
import { workbookOf } from './workbook.js';

export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const writers: Record<ExportFormat, { type: string; write: (table: Table) => Readable }> = {
  csv: { type: 'text/csv; charset=utf-8', write: csvOf },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: workbookOf,
  },
};

/**
 * Streams a table as a file to keep. A reader who goes away stops the reading of rows; an error in the middle
 * breaks the connection, so that half a file is never taken for a whole one.
 */
export async function sendTable(
  req: Request,
  res: Response,
  table: Table,
  format: ExportFormat,
): Promise<void> {
  const { type, write } = writers[format];
  res
    .attachment(`${table.name}.${format}`)
    .set('Content-Type', type)
    .set('Cache-Control', 'no-store');
  try {
    await pipeline(write(table), res);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    req.log.error({ err: error }, 'an export broke off');
    res.destroy();
  }
}
