import { type Request, type Response, Router } from 'express';
import { addMonths, monthOf, today } from '../../calendar/days.js';
import { jobHref, largeExport } from '../../exports/job-address.js';
import { area, day, month, number, yuan } from '../../language/format.js';
import { canReadTotals } from '../../ledger/seen-scope.js';
import { occupancyHref } from '../../parks/occupancy.js';
import type { ListToolsDeps } from '../../people/saved-list.js';
import { viewerOf } from '../../people/viewer.js';
import { densityOf } from '../../web/density.js';
import type { Deps } from '../../web/deps.js';
import { allow } from '../../web/errors.js';
import type { Sent } from '../../web/form-body.js';
import { formView } from '../../web/forms.js';
import { frameOf } from '../../web/frame.js';
import type { Arrangement } from '../../web/list-columns.js';
import { tableOf } from '../../web/list-table.js';
import { pagesOf } from '../../web/pages.js';
import { page } from '../../web/views.js';
import { rollInView } from './asked-roll.js';
import { endsByMonth, findRoll, leasesOnAPage, sumRoll } from './find-roll.js';
import {
  chosenInRoll,
  presentRollLine,
  presentRollTotals,
  rollChoices,
  unknownText,
} from './present-roll.js';
import { rollColumns } from './roll-columns.js';
import { type RollFilter, rollAddress } from './roll-filter.js';
import { rollList } from './roll-list.js';

/** 租金台账: who pays what for which space; and when leases end, by month. */
export function rentRollRoutes(deps: ListToolsDeps): Router {
  const router = Router();
  router.get('/rent-roll', (req, res) => showRoll(deps, req, res));
  router.get('/rent-roll/ends', (req, res) => showEnds(deps, req, res));
  return router;
}

async function showRoll(deps: ListToolsDeps, req: Request, res: Response): Promise<void> {
  const { db } = deps;
  const viewer = viewerOf(res);
  allow(canReadTotals(viewer));
  const view = await rollInView(deps, viewer, req.query as Sent);
  const { filter, query, asOf } = view;
  const totals = await sumRoll(db, query);
  const last = Math.max(1, Math.ceil(totals.leases / leasesOnAPage));
  const lines = await findRoll(db, query, Math.min(filter.page, last));
  const frame = frameOf(res);
  const { say, lang } = frame;
  const { page: _, ...kept } = filter;
  const arranged = (order: Pick<Arrangement, 'sort' | 'order'>) =>
    rollAddress('/rent-roll', Object.assign({}, kept, order));
  page(res, 'ventures/rent-roll', {
    title: say('ventures.roll.title'),
    asOf: say('ventures.list.as-of', { day: day(asOf, lang) }),
    actions: [
      {
        href: rollAddress('/rent-roll/ends', placeOf(filter)),
        label: say('ventures.roll.calendar'),
      },
      { href: occupancyHref(scopeOfPlace(filter), asOf), label: say('parks.spaces.by-month') },
    ],
    form: formView(say, typedOf(filter)),
    choices: rollChoices(view, frame),
    hasSeveralParks: view.parks.length > 1,
    hasChoices: chosenInRoll(filter, frame).length > 0,
    chosen: chosenInRoll(filter, frame),
    tools: await deps.listTools(
      db,
      viewer,
      rollList,
      {
        here: rollAddress('/rent-roll', kept),
        usual: rollAddress('/rent-roll', Object.assign({}, kept, { columns: null })),
        chosen: filter.columns,
        density: densityOf(req, res, { secure: deps.config.secureCookies, say }),
      },
      frame,
    ),
    table: tableOf(
      rollColumns,
      filter,
      lines.map((line) => ({ cells: presentRollLine(line, view, viewer, frame) })),
      { say, hrefOf: arranged, foot: presentRollTotals(totals, view, frame) },
    ),
    unknown: unknownText(totals, frame),
    csv: rollAddress('/rent-roll.csv', kept),
    xlsx: rollAddress('/rent-roll.xlsx', kept),
    job: totals.leases > largeExport ? jobHref(rollAddress('/rent-roll.xlsx', kept)) : null,
    pages: pagesOf(say, { total: totals.leases, page: filter.page, size: leasesOnAPage }, (to) =>
      rollAddress('/rent-roll', Object.assign({}, filter, { page: to })),
    ),
  });
}

/** The scope of a roll as reports are asked for it; null for all that the viewer sees. */
const scopeOfPlace = ({ park, region }: RollFilter): string | null =>
  park !== null ? `park:${park}` : region !== null ? `region:${region}` : null;

const placeOf = ({ park, region }: RollFilter) => ({ park, region });
const typedOf = (filter: RollFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value ?? '')]));

/** What ended and goes on, and the months of a year from this one, each with the leases whose last day it has. */
async function showEnds(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db, clock } = deps;
  const viewer = viewerOf(res);
  allow(canReadTotals(viewer));
  const view = await rollInView(deps, viewer, req.query as Sent);
  const { filter, query, asOf } = view;
  const frame = frameOf(res);
  const { say, lang } = frame;
  const ends = await endsByMonth(db, query);
  const held = await sumRoll(db, Object.assign({}, query, { state: 'held-over' }));
  const now = monthOf(today(clock.now()));
  const months = new Map(ends.map((row) => [row.month, row]));
  const coming = Array.from({ length: 12 }, (_, at) => addMonths(now, at));
  const later = ends.filter(({ month: of }) => of > (coming.at(-1) ?? now));
  const row = (of: string) => {
    const found = months.get(of) ?? { leases: 0, rent: 0, area: 0 };
    return {
      month: month(of, lang),
      href: rollAddress('/rent-roll', { ...placeOf(filter), ends: of, sort: 'end' }),
      leases: number(found.leases, lang),
      isNone: found.leases === 0,
      area: area(found.area, lang),
      rent: yuan(found.rent, lang),
    };
  };
  page(res, 'ventures/rent-ends', {
    title: say('ventures.roll.ends-title'),
    asOf: say('ventures.list.as-of', { day: day(asOf, lang) }),
    crumbs: [
      { href: rollAddress('/rent-roll', placeOf(filter)), label: say('ventures.roll.title') },
    ],
    form: formView(say, typedOf(filter)),
    choices: rollChoices(view, frame),
    hasSeveralParks: view.parks.length > 1,
    held: {
      text: say('ventures.roll.held-over', { n: held.leases }),
      href: rollAddress('/rent-roll', { ...placeOf(filter), state: 'held-over', sort: 'end' }),
      isNone: held.leases === 0,
    },
    rows: [...coming, ...later.map(({ month: of }) => of)].map(row),
  });
}
