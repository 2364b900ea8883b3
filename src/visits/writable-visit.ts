import type { Request, Response } from 'express';
import { Conflict } from '../language/refusal.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { frameOf } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { canSeeVisits, canWriteVisit } from './permissions.js';
import { presentVisit, visitHref } from './present.js';
import { findVisit, type VisitRow } from './queries.js';

/** The visit of an address. @throws NotFound, or Forbidden for who sees no visits */
export async function readableVisit({ db }: Deps, req: Request, res: Response): Promise<VisitRow> {
  const viewer = viewerOf(res);
  allow(canSeeVisits(viewer));
  return found(await findVisit(db, viewer, idParam(req.params.id)));
}

/** The visit of an address, to change it. @throws NotFound, Forbidden for who only reads it, Conflict for one that was cancelled */
export async function writableVisit(deps: Deps, req: Request, res: Response): Promise<VisitRow> {
  const visit = await readableVisit(deps, req, res);
  allow(canWriteVisit(viewerOf(res), visit));
  if (visit.cancelledAt !== null) throw new Conflict('visits.cancelled-already');
  return visit;
}

/** What stands above a form about a visit. */
export function aboutVisit(res: Response, visit: VisitRow) {
  const voice = frameOf(res);
  const { title } = presentVisit(visit, voice);
  const back = visitHref(visit);
  return {
    over: title,
    back,
    crumbs: [
      { href: '/visits', label: voice.say('visits.title') },
      { href: back, label: title },
    ],
  };
}
