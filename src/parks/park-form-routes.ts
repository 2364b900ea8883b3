import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { transact } from '../database/database.js';
import { sinceLabels, sinceOf, sinceOptions } from '../ledger/since.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { compareTyped, takeEdit } from '../web/edits.js';
import { allow } from '../web/errors.js';
import { type FormView, formView, labelsOf, type Typed, takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { once, onceKeyOf } from '../web/once.js';
import { page } from '../web/views.js';
import { editPark } from './edit-park.js';
import { newParkLabels, parkLabels, typedPark } from './form-values.js';
import { NewParkForm, ParkForm } from './forms.js';
import { drawMap } from './map.js';
import { openPark } from './open-park.js';
import { canOpenParks } from './permissions.js';
import { mapParks, regionOptions } from './present.js';
import { listEveryPark, listRegions, type ParkRow } from './queries.js';
import { writablePark } from './writable-park.js';

/** The bureau opens parks; they and a park's manager keep its description. */
export function parkFormRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/parks/new', async (_req, res) => {
    allow(canOpenParks(viewerOf(res)));
    await newPage(deps, res, formView(sayTo(res), {}));
  });
  router.post('/parks/new', (req, res) => open(deps, req, res));
  router.get('/parks/:number/edit', async (req, res) => {
    const park = await writablePark(deps.db, res, req.params.number);
    await editPage(deps, res, park, formView(sayTo(res), typedPark(park)));
  });
  router.post('/parks/:number/edit', (req, res) => edit(deps, req, res));
  return router;
}

async function open(deps: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canOpenParks(viewer));
  const by = { accountId: viewer.accountId, at: deps.clock.now() };
  const form = await takeForm(NewParkForm, req.body, (park) =>
    transact(deps.db, (tx) =>
      once(tx, { key: onceKeyOf(req), ...by }, async () => {
        await openPark(tx, by, park);
        return `/parks/${park.number}`;
      }),
    ),
  );
  await answerForm(res, form, newParkLabels, (view) => newPage(deps, res, view));
}

async function newPage({ db }: Deps, res: Response, form: FormView): Promise<void> {
  const { say, lang } = frameOf(res);
  page(res, 'parks/new', {
    title: say('parks.form.new'),
    form,
    hasErrors: form.summary.length > 0,
    regions: regionOptions(await listRegions(db), lang),
    map: drawMap(mapParks(await listEveryPark(db), lang), lang),
  });
}

async function edit(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db, clock } = deps;
  const park = await writablePark(db, res, req.params.number);
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  const form = await takeEdit(ParkForm, req.body, ({ version, ...input }) => {
    const { since, changedOn, changeReason, ...changes } = input;
    const meant = sinceOf({ since, changedOn, changeReason }, today(by.at));
    const change = Object.assign(changes, { since: meant });
    return transact(db, (tx) => editPark(tx, by, park.id, version, change));
  });
  if (form.ok) return leadOn(res, `/parks/${park.number}`, 'unchanged');
  const say = sayTo(res);
  const fields = [...labelsOf(say, parkLabels), ...labelsOf(say, sinceLabels)];
  const view = formView(say, form.typed, form.faults, fields);
  if (!form.isLate) return editPage(deps, res.status(422), park, view);
  const now = await writablePark(db, res, park.number);
  const typed = { ...form.typed, version: String(now.version) };
  const answer = res.status(409);
  await editPage(deps, answer, now, formView(sayTo(res), typed), compared(res, now, typed));
}

const compared = (res: Response, now: ParkRow, typed: Typed) =>
  compareTyped(labelsOf(sayTo(res), parkLabels), typedPark(now), typed, frameOf(res).lang);

async function editPage(
  { db, clock }: Deps,
  res: Response,
  park: ParkRow,
  form: FormView,
  conflict: ReturnType<typeof compareTyped> = [],
): Promise<void> {
  const { say, lang } = frameOf(res);
  page(res, 'parks/edit', {
    title: say('parks.form.edit'),
    number: park.number,
    form,
    conflict,
    hasErrors: form.summary.length > 0,
    action: `/parks/${park.number}/edit`,
    back: `/parks/${park.number}`,
    historyHref: `/parks/${park.number}/history`,
    since: sinceOptions(say),
    today: today(clock.now()),
    structure: canOpenParks(viewerOf(res)) ? `/parks/${park.number}/structure` : null,
    map: drawMap(mapParks(await listEveryPark(db), lang), lang),
  });
}
