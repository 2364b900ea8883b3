import type { RequestHandler } from 'express';
import multer from 'multer';

/** Files go by, and nothing of them is kept. */
const nowhere: multer.StorageEngine = {
  _handleFile: (_req, { stream }, done) => {
    stream.on('error', done).on('end', () => done(null, {}));
    stream.resume();
  },
  _removeFile: (_req, _file, done) => done(null),
};

/**
 * Reads what was typed into a form with files, without its files, of somebody who has not signed in: what it takes in memory is no more than a
 * usual form.
 */
export const readTypedParts: RequestHandler = multer({
  storage: nowhere,
  defParamCharset: 'utf8',
  limits: {
    fileSize: 64 * 1024 * 1024,
    files: 20,
    fields: 500,
    parts: 520,
    fieldSize: 10_000,
    fieldNameSize: 100,
    headerPairs: 20,
  },
}).any();
