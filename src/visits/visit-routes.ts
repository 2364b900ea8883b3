import { type Request, type Response, Router } from 'express';
import { letKeepCopy } from '../people/offline-copy.js';
import { viewerOf } from '../people/viewer.js';
import { presentPhotos } from '../photos/present.js';
import type { Deps } from '../web/deps.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { canWriteVisit } from './permissions.js';
import { presentVisit, visitHref } from './present.js';
import { readableVisit } from './writable-visit.js';

/** The page of a visit. */
export function visitPageRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/visits/:id', (req, res) => showVisit(deps, req, res));
  return router;
}

async function showVisit(deps: Deps, req: Request, res: Response): Promise<void> {
  const visit = await readableVisit(deps, req, res);
  letKeepCopy(res);
  const voice = frameOf(res);
  const { say } = voice;
  const here = visitHref(visit);
  const canWrite = canWriteVisit(viewerOf(res), visit) && visit.cancelledAt === null;
  const shown = presentVisit(visit, voice);
  page(res, 'visits/visit', {
    ...shown,
    crumbs: [{ href: '/visits', label: say('visits.title') }],
    actions: canWrite
      ? [
          { href: `${here}/edit`, label: say('visits.edit.title') },
          { href: `${here}/cancellation`, label: say('visits.cancel.title') },
        ]
      : [],
    photos: presentPhotos(visit.photos, { what: shown.title, href: `${here}/photos` }, voice),
    addPhotosHref: canWrite ? `${here}/photos/new` : null,
    historyHref: `/history/visit/${visit.id}`,
  });
}
