import type { Response } from 'express';
import { type SentFile, uploadOf, uploadReader } from '../files/upload.js';
import { viewerOf } from '../people/viewer.js';
import { mostBytes } from './file-kinds.js';

/** Reads a form with a file of proof. */
export const readUpload = uploadReader({
  mostBytes,
  mostAtOnce: 3,
  accountOf: (res) => viewerOf(res).accountId,
});

/** The file of proof that was sent. @throws Refusal for none, or for one that is too large */
export const proofFileOf = (res: Response): SentFile => uploadOf(res, 'proofs.file.too-large');
