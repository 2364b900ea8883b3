import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { day } from '../language/format.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import { allVersions } from '../policies/versions.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { choice, optional } from '../web/fields.js';
import { frameOf } from '../web/frame.js';
import { pageNumber } from '../web/page-number.js';
import { pagesOf } from '../web/pages.js';
import { readQuery } from '../web/read-query.js';
import type { RoomRoutes } from '../web/route-table.js';
import { page } from '../web/views.js';
import { findingKinds } from './find.js';
import { presentFindings } from './present.js';
import { countFindings, countSettled, findFindings, findingsOnAPage } from './queries.js';

const PrereviewQuery = z.object({
  kind: optional(choice(findingKinds)).transform((kind) => kind ?? 'qualifies'),
  page: pageNumber,
});

/** Who looks after ventures: the parks, their counties, the bureau; an auditor reads. */
export const canReadFindings = ({ role }: Viewer): boolean =>
  ['park-manager', 'county-reviewer', 'bureau-staff', 'auditor'].includes(role);

/** Who qualifies and has not applied, and what runs out, in the viewer's parks. */
export function prereviewRoutes(deps: Deps): RoomRoutes {
  const router = Router();
  router.get('/prereview', (req, res) => showFindings(deps, req, res));
  return { signedIn: router };
}

async function showFindings({ db }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canReadFindings(viewer));
  const voice = frameOf(res);
  const { say, lang } = voice;
  const query = readQuery(PrereviewQuery, req);
  const { kind } = query;
  const counts = await countFindings(db, viewer);
  const last = Math.max(1, Math.ceil(counts[kind] / findingsOnAPage));
  const at = Math.min(query.page, last);
  const offset = (at - 1) * findingsOnAPage;
  const found = await findFindings(db, viewer, { kind, offset });
  const run = await db.prereviewRun.findFirst({ orderBy: { id: 'desc' } });
  const href = (text: string, n = 1) => `/prereview?kind=${text}${n > 1 ? `&page=${n}` : ''}`;
  page(res, 'prereview/findings', {
    title: say('prereview.title'),
    ran: run
      ? say('prereview.ran', {
          day: day(run.foundOn, lang),
          ventures: await countSettled(db, viewer),
        })
      : say('prereview.never'),
    kinds: findingKinds.map((value) => ({
      label: `${say(`prereview.kind.${value}`)} ${counts[value]}`,
      href: href(value),
      isHere: value === kind,
    })),
    heading: say(`prereview.kind.${kind}`),
    rows: presentFindings(found, await allVersions(db), viewer, voice),
    pages: pagesOf(say, { total: counts[kind], page: at, size: findingsOnAPage }, (n) =>
      href(kind, n),
    ),
  });
}
