import type { Request, Response } from 'express';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { idParam } from '../web/id-param.js';
import { canImport } from './permissions.js';
import { findBatch, type NamedBatch } from './queries.js';

/** The batch that an address names. @throws Forbidden; NotFound for one of a park that the viewer does not keep */
export async function batchOf({ db }: Deps, req: Request, res: Response): Promise<NamedBatch> {
  const viewer = viewerOf(res);
  allow(canImport(viewer));
  return found(await findBatch(db, viewer, idParam(req.params.id)));
}
