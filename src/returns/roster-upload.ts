import type { RequestHandler, Response } from 'express';
import multer from 'multer';
import { Refusal } from '../language/refusal.js';
import { BadRequest, HttpProblem } from '../web/errors.js';

const mostBytes = 4 * 1024 * 1024;

/** Held in memory while it is read: in the clear it is never written to a disk. */
const read = multer({
  storage: multer.memoryStorage(),
  defParamCharset: 'utf8',
  limits: {
    fileSize: mostBytes,
    files: 1,
    fields: 10,
    parts: 11,
    fieldSize: 10_000,
    fieldNameSize: 100,
    headerPairs: 20,
  },
}).single('file');

/** Reads a form with one file of rosters: its fields go to `req.body` as from any form. */
export const readRosterUpload: RequestHandler = (req, res, next) => {
  if (!req.is('multipart/form-data')) throw new HttpProblem(415);
  read(req, res, (error?: unknown) => {
    const isTooLarge = error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE';
    if (error && !isTooLarge) return next(new BadRequest());
    const values = Object.values((req.body ?? {}) as Record<string, unknown>).flat();
    if (!values.every((value) => typeof value === 'string')) return next(new BadRequest());
    res.locals.roster = isTooLarge ? 'too-large' : req.file?.buffer;
    next();
  });
};

/** The file that was sent. @throws Refusal for none, or for one that is too large */
export function rosterFileOf(res: Response): Buffer {
  const { roster } = res.locals as { roster?: Buffer | 'too-large' };
  if (roster === 'too-large')
    throw new Refusal([{ field: 'file', key: 'returns.roster.too-large' }]);
  if (roster === undefined) throw new Refusal([{ field: 'file', key: 'returns.roster.none' }]);
  return roster;
}
