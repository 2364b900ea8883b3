import type { RequestHandler, Response } from 'express';
import { type SentFile, uploadReader, uploadsOf } from '../files/upload.js';
import { viewerOf } from '../people/viewer.js';
import { readFormBody } from '../web/form-body.js';
import { mostAtOnce, mostBytes } from './limits.js';

const readFiles = uploadReader({
  mostBytes,
  mostFiles: mostAtOnce,
  mostFields: 2000,
  mostAtOnce: 2,
  accountOf: (res) => viewerOf(res).accountId,
});

/** Reads a form that may bring photos; one without any may come as any form does. */
export const readPhotos: RequestHandler = (req, res, next) =>
  req.is('multipart/form-data') ? readFiles(req, res, next) : readFormBody(req, res, next);

/** The photos that were sent, none where none was chosen. @throws Refusal for one that is too large, or too many */
export const photosOf = (res: Response): SentFile[] =>
  uploadsOf(res, { tooLarge: 'photos.too-large', tooMany: 'photos.too-many-at-once' });
