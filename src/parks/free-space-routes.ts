import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import { presentPhotos } from '../photos/present.js';
import { photosOfRecord } from '../photos/queries.js';
import { versionsInForce } from '../policies/versions.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { optional, optionalText } from '../web/fields.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { pageNumber } from '../web/page-number.js';
import { pagesOf } from '../web/pages.js';
import { readQuery } from '../web/read-query.js';
import { page } from '../web/views.js';
import { freeSpace, freeSpaces } from './free-space-queries.js';
import { namesOf } from './present.js';
import { presentFacts, presentListed, presentPays } from './present-free-space.js';
import { listParks } from './queries.js';
import { spaceName } from './space-names.js';

const size = 50;
const ListQuery = z.object({ park: optional(optionalText(8)), page: pageNumber });

/** What anyone may see of the spaces that are free: a list, and a page of each with what it would cost. */
export function freeSpaceRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/spaces', (req, res) => showList(deps, req, res));
  router.get('/spaces/:space', (req, res) => showSpace(deps, req, res));
  return router;
}

async function showList({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const on = today(clock.now());
  const voice = frameOf(res);
  const { say, lang } = voice;
  const query = readQuery(ListQuery, req);
  const parks = await listParks(db, on);
  const chosen = query.park === null ? null : found(parks.find((p) => p.number === query.park));
  const spaces = await freeSpaces(db, on, chosen?.id ?? null);
  const parkOf = new Map(parks.map((park) => [park.id, park]));
  const last = Math.max(1, Math.ceil(spaces.length / size));
  const first = (Math.min(query.page, last) - 1) * size;
  page(res, 'parks/free-spaces', {
    title: say('parks.free.title'),
    lead: say('parks.free.lead'),
    count: say('parks.free.count', { n: spaces.length }),
    form: formView(say, { park: query.park ?? '' }),
    parks: parks.map((park) => ({ value: park.number, label: namesOf(park, lang).name })),
    rows: spaces.slice(first, first + size).flatMap((space) => {
      const park = parkOf.get(space.parkId);
      return park ? [presentListed(space, park, voice)] : [];
    }),
    pages: pagesOf(say, { total: spaces.length, page: query.page, size }, (number) => {
      const address = new URLSearchParams({ park: query.park ?? '', page: String(number) });
      return `/spaces?${address}`;
    }),
  });
}

async function showSpace({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const on = today(clock.now());
  const voice = frameOf(res);
  const { say, lang } = voice;
  const space = found(await freeSpace(db, on, String(req.params.space)));
  const parks = await listParks(db, on);
  const park = found(parks.find(({ id }) => id === space.parkId));
  page(res, 'parks/free-space', {
    title: spaceName(space.name, lang),
    spaceNumber: space.number,
    crumbs: [{ href: '/spaces', label: say('parks.free.title') }],
    ...presentFacts(space, park, voice),
    photos: presentPhotos(
      await photosOfRecord(db, { spaceId: space.id }),
      { what: spaceName(space.name, lang), href: `/spaces/${space.number}/photos` },
      voice,
    ),
    ...presentPays(space, await versionsInForce(db, on), { on, voice }),
  });
}
