import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
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
import { countDue, countFindings, countSettled, findFindings, findingsOnAPage } from './queries.js';
import { dueGroups } from './still-holds.js';

const PrereviewQuery = z.object({
  kind: optional(choice(findingKinds)).transform((kind) => kind ?? 'qualifies'),
  /** What ran out or ends soon, of all kinds together, in place of a kind. */
  due: optional(choice(dueGroups)),
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

async function showFindings({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canReadFindings(viewer));
  const voice = frameOf(res);
  const { say, lang } = voice;
  const query = readQuery(PrereviewQuery, req);
  const { kind, due } = query;
  const counts = await countFindings(db, viewer);
  const group = due === null ? null : { due, on: today(clock.now()) };
  const total = group === null ? counts[kind] : await countDue(db, viewer, group);
  const last = Math.max(1, Math.ceil(total / findingsOnAPage));
  const at = Math.min(query.page, last);
  const offset = (at - 1) * findingsOnAPage;
  const found = await findFindings(db, viewer, Object.assign({ offset }, group ?? { kind }));
  const run = await db.prereviewRun.findFirst({ orderBy: { id: 'desc' } });
  const href = (text: string, n = 1) => `/prereview?${text}${n > 1 ? `&page=${n}` : ''}`;
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
      href: href(`kind=${value}`),
      isHere: due === null && value === kind,
    })),
    heading: say(due === null ? `prereview.kind.${kind}` : `prereview.today.${due}`),
    rows: presentFindings(found, await allVersions(db), viewer, voice),
    pages: pagesOf(say, { total, page: at, size: findingsOnAPage }, (n) =>
      href(due === null ? `kind=${kind}` : `due=${due}`, n),
    ),
  });
}
