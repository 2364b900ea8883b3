import { type Request, type Response, Router } from 'express';
import { type Day, today } from '../calendar/days.js';
import { totalsAddress } from '../ledger/forms.js';
import { publishLink } from '../ledger/publish-link.js';
import { type RentCoverage, rememberRentCoverage } from '../ledger/rent-coverage.js';
import { canReadTotals } from '../ledger/seen-scope.js';
import { headPosition, levelsByPark } from '../ledger/totals.js';
import { type Viewer, viewerOrNull } from '../people/viewer.js';
import { asOfDay, keepAsOf } from '../web/as-of.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { formView } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { pageOf } from '../web/page-number.js';
import { pagesOf } from '../web/pages.js';
import { page } from '../web/views.js';
import { homePage } from './home.js';
import { drawMap } from './map.js';
import { occupancyHref } from './occupancy.js';
import { canOpenParks, canReadRegister, canWritePark } from './permissions.js';
import { rememberPremises, sumPremises, type VillagePremises } from './premises.js';
import { asOfText, mapParks, namesOf, parkFacts, parkFigures, presentParks } from './present.js';
import { placeText, presentFreeSpace } from './present-spaces.js';
import {
  findPark,
  findParkInScope,
  listParks,
  mostNamed,
  namedVentures,
  type ParkRow,
} from './queries.js';
import { listFreeSpaces, spacesOnAPage } from './space-queries.js';

type PublicDeps = Deps & {
  premises: (day: Day) => Promise<VillagePremises[]>;
  rents: (day: Day) => Promise<Map<number, RentCoverage>>;
};

/** What anyone may see of the parks. */
export function publicParkRoutes(deps: Deps): Router {
  const router = Router();
  const withPremises = {
    ...deps,
    premises: rememberPremises(deps.db),
    rents: rememberRentCoverage(deps.db),
  };
  router.get('/', (req, res) => homePage(withPremises, req, res));
  router.get('/parks', (req, res) => showList(withPremises, req, res));
  router.get('/parks/:number', (req, res) => showPark(withPremises, req, res));
  return router;
}

async function showList(deps: PublicDeps, req: Request, res: Response): Promise<void> {
  const asOf = asOfDay(req, deps.clock);
  const voice = frameOf(res);
  const parks = await listParks(deps.db, asOf);
  const villages = await deps.premises(asOf);
  const rows = presentParks(parks, { levels: await levelsByPark(deps.db, asOf), villages }, voice);
  const viewer = viewerOrNull(res);
  page(res, 'parks/list', {
    title: voice.say('parks.list.title'),
    actions:
      viewer && canOpenParks(viewer)
        ? [{ href: '/parks/new', label: voice.say('parks.park.open') }]
        : [],
    form: formView(voice.say, { asOf }),
    asOfText: asOfText(asOf, voice),
    rows: rows.map((row) => ({ ...row, href: keepAsOf(req, row.href) })),
    total: {
      states: sumPremises(ofParks(parks, villages)).states,
      ventures: rows.reduce((sum, row) => sum + row.ventures, 0),
    },
  });
}

const ofParks = (parks: ParkRow[], villages: VillagePremises[]): VillagePremises[] =>
  villages.filter(({ parkId }) => parks.some(({ id }) => id === parkId));

async function showPark(deps: PublicDeps, req: Request, res: Response): Promise<void> {
  const { db, clock } = deps;
  const asOf = asOfDay(req, clock);
  const park = found(await findPark(db, String(req.params.number), asOf));
  const filter = { page: pageOf(req) };
  const voice = frameOf(res);
  const { say, lang } = voice;
  const villages = (await deps.premises(asOf)).filter(({ parkId }) => parkId === park.id);
  const ventures = (await levelsByPark(db, asOf)).of('ventures', park.id);
  const free = await listFreeSpaces(db, park.id, asOf, filter.page);
  const names = namesOf(park, lang);
  page(res, 'parks/park', {
    title: names.name,
    number: park.number,
    about: names.about,
    form: formView(say, { asOf }),
    asOfText: asOfText(asOf, voice),
    crumbs: [{ href: keepAsOf(req, '/parks'), label: say('parks.list.title') }],
    actions: await actionsFor(deps, viewerOrNull(res), park, res),
    openedLater: park.openedOn > asOf ? park.openedOn : null,
    figures: parkFigures(
      sumPremises(villages),
      ventures,
      voice,
      await venturesTotal(deps, viewerOrNull(res), park, asOf),
    ),
    facts: parkFacts(park, voice),
    map: drawMap(mapParks([park], lang), lang),
    villages: villages.map((village) => ({
      place: placeText(village, park, voice),
      total: village.total,
      states: village.states,
    })),
    spaces: free.rows.map((space) =>
      Object.assign(presentFreeSpace(space, park, voice), {
        // A free space of another day may be let by now.
        href: asOf === today(clock.now()) ? `/spaces/${space.number}` : null,
      }),
    ),
    pages: pagesOf(say, { total: free.total, page: filter.page, size: spacesOnAPage }, (number) =>
      keepAsOf(req, `/parks/${park.number}?page=${number}`),
    ),
    ...(await namedPart(deps, park, asOf, ventures, res)),
  });
}

/** Where staff read the records under the number of ventures, and publish it. */
async function venturesTotal({ db }: Deps, viewer: Viewer | null, park: ParkRow, asOf: Day) {
  const isSeen =
    viewer && canReadTotals(viewer) && (await findParkInScope(db, viewer, park.number));
  if (!isSeen) return { href: null, publish: null };
  const address = { measure: 'ventures' as const, scope: `park:${park.number}`, asOf };
  const publish = publishLink(viewer, address, await headPosition(db));
  return { href: totalsAddress(address), publish };
}

/** The ventures that agreed to be named, and of how many. */
async function namedPart({ db }: Deps, park: ParkRow, asOf: Day, total: number, res: Response) {
  const say = sayTo(res);
  const named = await namedVentures(db, park.id, asOf);
  const isCut = named.length === mostNamed;
  const text = isCut
    ? say('parks.park.ventures-most', { n: mostNamed })
    : say('parks.park.ventures-text', { total, named: named.length });
  return {
    namedText: text,
    named: named.map(({ name }) => name),
  };
}

/** Where those who keep this park's records go from its public page. */
async function actionsFor(
  { db, clock }: Deps,
  viewer: Viewer | null,
  park: ParkRow,
  res: Response,
) {
  if (!viewer || !canReadRegister(viewer)) return [];
  if (!(await findParkInScope(db, viewer, park.number))) return [];
  const say = sayTo(res);
  const href = `/parks/${park.number}`;
  const canWrite = canWritePark(viewer, park);
  return [
    {
      href: `${href}/spaces`,
      label: say(canWrite ? 'parks.park.manage' : 'parks.park.view-spaces'),
    },
    { href: `/ventures?park=${park.number}`, label: say('parks.park.view-ventures') },
    {
      href: occupancyHref(`park:${park.number}`, today(clock.now())),
      label: say('parks.spaces.by-month'),
    },
    ...(canWrite ? [{ href: `${href}/edit`, label: say('parks.park.edit') }] : []),
    { href: `${href}/history`, label: say('history.title') },
  ];
}
