import { type Request, type Response, Router } from 'express';
import { catchUp } from '../find/catch-up.js';
import type { FindDeps } from '../find/deps.js';
import { day } from '../language/format.js';
import type { ListToolsDeps } from '../people/saved-list.js';
import { viewerOf } from '../people/viewer.js';
import { densityOf } from '../web/density.js';
import type { Sent } from '../web/form-body.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { folding } from '../web/list-columns.js';
import { tableOf } from '../web/list-table.js';
import { pagesOf } from '../web/pages.js';
import type { RoomRoutes } from '../web/route-table.js';
import { unlessRefused } from '../web/unless-refused.js';
import { page } from '../web/views.js';
import { chosenInPrereview, type PrereviewFilter, prereviewAddress } from './filter.js';
import { findingKinds } from './find.js';
import { findingColumns } from './finding-columns.js';
import { findingList } from './finding-list.js';
import { findingsInView } from './in-view.js';
import { presentFindings } from './present.js';
import {
  countFindings,
  countRows,
  countSettled,
  findFindings,
  findingsOnAPage,
} from './queries.js';
import { isOfVentures } from './unclaimed.js';

/** Who qualifies and has not applied, and what runs out, in the viewer's parks. */
export function prereviewRoutes(deps: FindDeps & ListToolsDeps): RoomRoutes {
  const router = Router();
  router.get('/prereview', (req, res) => showFindings(deps, req, res));
  return { signedIn: router };
}

async function showFindings(
  deps: FindDeps & ListToolsDeps,
  req: Request,
  res: Response,
): Promise<void> {
  const { db, config, findables } = deps;
  const viewer = viewerOf(res);
  const voice = frameOf(res);
  const { say, lang } = voice;
  const view = await findingsInView(deps, viewer, req.query as Sent, voice);
  const { filter, versions, choices, group, narrowing, by } = view;
  if (filter.q !== '') await unlessRefused(req, catchUp(db, findables));
  const { kind, due } = filter;
  const counts = await countFindings(db, viewer, narrowing);
  const total = group === null ? counts[kind] : await countRows(db, viewer, group, narrowing);
  const last = Math.max(1, Math.ceil(total / findingsOnAPage));
  const at = Math.min(filter.page, last);
  const offset = (at - 1) * findingsOnAPage;
  const asked = { offset, narrowing, by };
  const found = await findFindings(db, viewer, Object.assign(asked, view.query));
  const run = await db.prereviewRun.findFirst({ orderBy: { id: 'desc' } });
  const { page: _, ...kept } = filter;
  const hrefOf = (to: Partial<PrereviewFilter>) => prereviewAddress(Object.assign({}, kept, to));
  const chosen = chosenInPrereview(filter, choices, voice);
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
      href: hrefOf({ kind: value, due: null }),
      isHere: due === null && value === kind,
    })),
    form: formView(say, {
      kind: due === null ? kind : '',
      due: due ?? '',
      q: filter.q,
      park: filter.park ?? '',
      policy: filter.policy ?? '',
      sort: filter.sort ?? '',
      order: filter.order ?? '',
    }),
    choices,
    hasSeveralParks: choices.parks.length > 1,
    isByPolicy: due === null && isOfVentures(kind),
    clear: prereviewAddress({ kind, due }),
    chosen,
    heading: say(due === null ? `prereview.kind.${kind}` : `prereview.today.${due}`),
    tools: await deps.listTools(
      db,
      viewer,
      findingList,
      {
        here: hrefOf({}),
        usual: hrefOf({ columns: null }),
        chosen: filter.columns,
        density: densityOf(req, res, { secure: config.secureCookies, say }),
      },
      voice,
    ),
    table: tableOf(
      // Who qualifies is called at once; what ends is done by its day.
      folding(findingColumns, group === null && isOfVentures(kind) ? ['due'] : []),
      { columns: filter.columns, ...by },
      presentFindings(found, versions, viewer, voice).map((cells) => ({ cells })),
      { say, hrefOf: (to) => hrefOf(to as Partial<PrereviewFilter>) },
    ),
    csv: prereviewAddress(kept, '/prereview.csv'),
    xlsx: prereviewAddress(kept, '/prereview.xlsx'),
    pages: pagesOf(say, { total, page: at, size: findingsOnAPage }, (n) => hrefOf({ page: n })),
  });
}
