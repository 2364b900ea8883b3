import { type Request, type Response, Router } from 'express';
import { viewerOf } from '../people/viewer.js';
import { presentPhotos } from '../photos/present.js';
import { photosOfRecord } from '../photos/queries.js';
import { asOfDay, keepAsOf } from '../web/as-of.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { canWritePark } from './permissions.js';
import { asOfText, namesOf } from './present.js';
import { presentSpacePage } from './present-space-page.js';
import { spaceLabel, spaceName } from './space-names.js';
import { findSpacePage } from './space-page-queries.js';
import { readablePark } from './writable-park.js';

/** A space by itself: what it is, in which state on a day, and all of its leases. */
export function spacePageRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/parks/:number/spaces/:space', (req, res) => showSpace(deps, req, res));
  return router;
}

async function showSpace({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const park = await readablePark(db, res, req.params.number);
  const viewer = viewerOf(res);
  const asOf = asOfDay(req, clock);
  const number = String(req.params.space);
  const space = found(await findSpacePage(db, viewer, { parkId: park.id, number, asOf }));
  const voice = frameOf(res);
  const { say, lang } = voice;
  const here = `/parks/${park.number}/spaces`;
  const { name } = namesOf(park, lang);
  const photosHref = `${here}/${space.number}/photos`;
  const canWrite = canWritePark(viewer, park) && space.voidedAt === null;
  page(res, 'parks/space', {
    title: spaceLabel(space, lang),
    over: name,
    crumbs: [
      { href: keepAsOf(req, `/parks/${park.number}`), label: name },
      { href: keepAsOf(req, here), label: say('parks.spaces.title', { park: name }) },
    ],
    actions: canWrite
      ? [{ href: `${here}/${space.number}/edit`, label: say('parks.space.edit-act') }]
      : [],
    photos: presentPhotos(
      await photosOfRecord(db, { spaceId: space.id }),
      { what: spaceName(space.name, lang), href: photosHref },
      voice,
    ),
    photosHref,
    photosLabel: say(canWrite ? 'parks.photos.keep' : 'photos.title'),
    form: formView(say, { asOf }),
    asOfText: asOfText(asOf, voice),
    historyHref: `/history/space/${space.id}`,
    ...presentSpacePage(space, { park, viewer, asOf }, voice),
  });
}
