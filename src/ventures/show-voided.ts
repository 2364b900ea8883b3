import type { Request, Response } from 'express';
import { viewerOf } from '../people/viewer.js';
import { found } from '../web/errors.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import type { VentureDeps } from './panels.js';
import { canSeePhones } from './permissions.js';
import { presentVoided } from './present-void.js';
import { ventureHref } from './residency-present.js';
import { findVoided } from './voided-venture.js';

/** The page of a venture that was logged by mistake: what it was, who voided it, when and why. */
export async function showVoided(
  { db, panels }: VentureDeps,
  req: Request,
  res: Response,
): Promise<void> {
  const viewer = viewerOf(res);
  const venture = found(await findVoided(db, viewer, String(req.params.number)));
  const frame = frameOf(res);
  const showsPhones = canSeePhones(viewer, venture);
  page(res, 'ventures/voided', {
    ...(await presentVoided(db, viewer, venture, frame)),
    events: await panels.events(db, viewer, { ventureId: venture.id, showsPhones }, frame),
    historyHref: `${ventureHref(venture)}/history`,
  });
}
