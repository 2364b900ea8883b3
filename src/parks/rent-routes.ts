import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { actOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { page } from '../web/views.js';
import { ValuationForm } from './forms.js';
import { canWritePark } from './permissions.js';
import { namesOf } from './present.js';
import { presentRents } from './present-rents.js';
import type { ParkRow } from './queries.js';
import { spaceLabel } from './space-names.js';
import { findSpace, type SpaceFound, valuationsOf } from './space-queries.js';
import { valueSpace } from './value-space.js';
import { readablePark, writablePark } from './writable-park.js';

/** 市场月租: what a space would bring on the market, day by day, and entering another. */
export function rentRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/parks/:number/spaces/:space/rents', async (req, res) => {
    const park = await readablePark(deps.db, res, req.params.number);
    const space = found(await findSpace(deps.db, park.id, req.params.space));
    const typed = { fromOn: today(deps.clock.now()) };
    await showRents(deps, res, { park, space }, formView(sayTo(res), typed));
  });
  router.post('/parks/:number/spaces/:space/rents', (req, res) => enter(deps, req, res));
  return router;
}

async function enter(deps: Deps, req: Request, res: Response): Promise<void> {
  const park = await writablePark(deps.db, res, req.params.number);
  const space = found(await findSpace(deps.db, park.id, String(req.params.space)));
  const form = await actOnce(deps, req, res, ValuationForm, async (tx, by, input) => {
    const { fromOn, marketRent, rentSource } = input;
    await valueSpace(tx, by, { spaceId: space.id, fromOn, fen: marketRent, source: rentSource });
    return addressOf(park, space);
  });
  await answerForm(res, form, labels, (view) => showRents(deps, res, { park, space }, view));
}

const labels = {
  fromOn: 'parks.rents.from',
  marketRent: 'parks.space.rent',
  rentSource: 'parks.rents.source',
} as const;

async function showRents(
  { db }: Deps,
  res: Response,
  { park, space }: { park: ParkRow; space: SpaceFound },
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const back = `/parks/${park.number}/spaces`;
  const { name } = namesOf(park, lang);
  page(res, 'parks/market-rents', {
    title: say('parks.rents.of', { space: spaceLabel(space, lang) }),
    over: name,
    crumbs: [
      { href: `/parks/${park.number}`, label: name },
      { href: back, label: say('parks.spaces.title', { park: name }) },
    ],
    rows: presentRents(await valuationsOf(db, space.id), { say, lang }),
    action: canWritePark(viewerOf(res), park) ? addressOf(park, space) : null,
    historyHref: `/history/space/${space.id}`,
    back,
    form,
    hasErrors: form.summary.length > 0,
  });
}

const addressOf = (park: ParkRow, space: SpaceFound): string =>
  `/parks/${park.number}/spaces/${space.number}/rents`;
