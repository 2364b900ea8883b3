import type { Response } from 'express';
import type { Reads } from '../database/database.js';
import { viewerOf } from '../people/viewer.js';
import { allow, found } from '../web/errors.js';
import { canReadRegister, canWritePark } from './permissions.js';
import { findParkInScope, type ParkRow } from './queries.js';

/** The park of an address, for reading its records. @throws NotFound outside the viewer's scope */
export async function readablePark(reads: Reads, res: Response, number: unknown): Promise<ParkRow> {
  const viewer = viewerOf(res);
  allow(canReadRegister(viewer));
  return found(await findParkInScope(reads, viewer, String(number)));
}

/** The same, for changing them. @throws Forbidden for who may look but not act */
export async function writablePark(reads: Reads, res: Response, number: unknown): Promise<ParkRow> {
  const park = await readablePark(reads, res, number);
  allow(canWritePark(viewerOf(res), park));
  return park;
}
