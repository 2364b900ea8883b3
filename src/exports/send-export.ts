import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { slowly } from '../database/slowly.js';
import { viewerOf } from '../people/viewer.js';
import { refuseUnreadTimes } from '../web/asked-times.js';
import type { Deps } from '../web/deps.js';
import type { Sent } from '../web/form-body.js';
import { frameOf } from '../web/frame.js';
import { makeFile } from './make-book.js';
import type { ExportFormat, PathParams, Source } from './prepared.js';

export const mediaTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Answers with the file of a page: who takes it out is recorded before the first row goes. */
export function sendExport(
  deps: Deps,
  req: Request,
  res: Response,
  { source, format }: { source: Source; format: ExportFormat },
): Promise<void> {
  return slowly(() => sendFile(deps, req, res, { source, format }));
}

async function sendFile(
  deps: Deps,
  req: Request,
  res: Response,
  { source, format }: { source: Source; format: ExportFormat },
): Promise<void> {
  const viewer = viewerOf(res);
  const voice = frameOf(res);
  const params = req.params as PathParams;
  const prepared = await source({ deps, viewer, query: req.query as Sent, params, voice });
  refuseUnreadTimes(res);
  asFile(res, prepared.name, format);
  if (req.method === 'HEAD') return void res.end();
  const by = { accountId: viewer.accountId, name: viewer.name, at: deps.clock.now() };
  const { bytes } = await makeFile(deps.db, by, { prepared, format, voice, telling: 'first' });
  await sendBytes(req, res, bytes);
}

export const asFile = (res: Response, name: string, format: ExportFormat): Response =>
  res
    .attachment(`${name}.${format}`)
    .set('Content-Type', mediaTypes[format])
    .set('Cache-Control', 'no-store');

/**
 * Streams a file. A reader who goes away stops the reading of rows; an error in the middle breaks the connection,
 * so that half a file is never taken for a whole one.
 */
export async function sendBytes(req: Request, res: Response, bytes: Readable): Promise<void> {
  try {
    await pipeline(bytes, res);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    req.log.error({ err: error }, 'an export broke off');
    res.destroy();
  }
}
