import type { Response } from 'express';
import { uploadOf, uploadReader } from '../files/upload.js';
import { viewerOf } from '../people/viewer.js';
import { formReader } from '../web/form-body.js';

/** Reads a form with one table that a park fills in: of people, or of numbers. */
export const readTableUpload = uploadReader({
  mostBytes: 4 * 1024 * 1024,
  mostAtOnce: 1,
  accountOf: (res) => viewerOf(res).accountId,
});

/** The file that was sent. @throws Refusal for none, or for one that is too large */
export const tableFileOf = (res: Response): Buffer =>
  uploadOf(res, 'returns.roster.too-large').bytes;

/** Reads a form that carries such a table along, in letters of which three bytes need four. */
export const readCarriedTable = formReader({ bytes: '6mb', fields: 60 });
