import { type Request, type Response, Router } from 'express';
import { findParkInScope } from '../parks/queries.js';
import { recordedVenturesInScope } from '../people/scope.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import { findVenture } from '../ventures/find-venture.js';
import { canSeePhones } from '../ventures/permissions.js';
import { findVoided } from '../ventures/voided-venture.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { frameOf } from '../web/frame.js';
import { pageOf } from '../web/page-number.js';
import { pagesOf } from '../web/pages.js';
import type { RoomRoutes } from '../web/route-table.js';
import { page } from '../web/views.js';
import { historyListRoutes } from './list-routes.js';
import { namesFor } from './names.js';
import { seesEveryPhone } from './permissions.js';
import { presentEvent } from './present.js';
import { eventsOf, eventsOnAPage, type Subject } from './queries.js';
import { recordHistoryRoutes } from './record-routes.js';

/** What was done: everything, to a venture, in a park, to any record; newest first. */
export function historyRoutes(deps: Deps): RoomRoutes {
  const router = Router();
  router.use(historyListRoutes(deps), recordHistoryRoutes(deps));
  router.get('/ventures/:number/history', async (req, res) => {
    const viewer = viewerOf(res);
    const { number } = req.params;
    const current = await findVenture(deps.db, viewer, number);
    const venture = current ?? found(await findVoided(deps.db, viewer, number));
    await historyPage(deps, req, res, {
      subject: { ventureId: venture.id },
      name: `${venture.number} ${venture.name}`,
      href: `/ventures/${venture.number}`,
      showsPhones: canSeePhones(viewer, venture),
    });
  });
  router.get('/parks/:number/history', async (req, res) => {
    const viewer = viewerOf(res);
    const park = found(await findParkInScope(deps.db, viewer, req.params.number));
    const name = frameOf(res).lang === 'zh' ? park.nameZh : park.nameEn;
    await historyPage(deps, req, res, {
      subject: { parkId: park.id },
      name: `${park.number} ${name}`,
      href: `/parks/${park.number}`,
      showsPhones: seesEveryPhone(viewer),
    });
  });
  return { signedIn: router };
}

type About = { subject: Subject; name: string; href: string; showsPhones: boolean };

async function historyPage(
  { db }: Deps,
  req: Request,
  res: Response,
  { subject, name, href, showsPhones }: About,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const number = pageOf(req);
  const viewer = viewerOf(res);
  const { events, total } = await eventsOf(db, viewer, subject, number);
  const names = await namesFor(db, events, lang);
  const ventures = await ventureNames(db, viewer, 'parkId' in subject ? events : []);
  page(res, 'trail/list', {
    title: say('history.title'),
    over: name,
    crumbs: [{ href, label: name }],
    events: events.map((event) => {
      const venture = ventures.get(event.ventureId ?? 0);
      const shown = presentEvent(
        event,
        names,
        { say, lang },
        {
          showsPhones,
          href: venture ? `/ventures/${venture.number}` : null,
        },
      );
      return { ...shown, of: venture ? `${venture.number} ${venture.name}` : null };
    }),
    pages: pagesOf(
      say,
      { total, page: number, size: eventsOnAPage },
      (at) => `${href}/history?page=${at}`,
    ),
  });
}

/** A park's events name the venture that they are about. */
async function ventureNames(
  db: Deps['db'],
  viewer: Viewer,
  events: { ventureId: number | null }[],
) {
  const ids = [...new Set(events.map((event) => event.ventureId))].filter((id) => id !== null);
  const ventures = await db.venture.findMany({
    where: { AND: [recordedVenturesInScope(viewer), { id: { in: ids } }] },
    select: { id: true, number: true, name: true },
  });
  return new Map(ventures.map((venture) => [venture.id, venture]));
}
