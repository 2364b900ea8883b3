import type { Request, Response } from 'express';
import type { Db } from '../database/database.js';
import { viewerOf } from '../people/viewer.js';
import { allow, found } from '../web/errors.js';
import { findVenture, type VentureWithStays } from './find-venture.js';
import { canWriteVenture } from './permissions.js';

/** The venture of an address, to write its records. @throws NotFound, or Forbidden for who only reads them */
export async function writableVenture(
  db: Db,
  req: Request,
  res: Response,
): Promise<VentureWithStays> {
  const viewer = viewerOf(res);
  const venture = found(await findVenture(db, viewer, String(req.params.number)));
  allow(canWriteVenture(viewer, venture));
  return venture;
}
