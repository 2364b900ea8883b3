import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import { actOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { day, text, wholeNumber } from '../web/fields.js';
import { type FormView, formView, type Labels } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { page } from '../web/views.js';
import { closePark, mergeParks } from './merge-parks.js';
import { changeParkRegion } from './park-structure.js';
import { canOpenParks } from './permissions.js';
import { regionOptions } from './present.js';
import { listParks, listRegions, type ParkRow } from './queries.js';
import { readablePark } from './writable-park.js';

const RegionForm = z.object({ regionCode: text(12), beganOn: day, reason: text(200) });
const MergerForm = z.object({
  intoId: wholeNumber(1, 999_999_999),
  mergedOn: day,
  mergerReason: text(200),
});
const ClosingForm = z.object({ closedOn: day, closingReason: text(200) });
const labels: Labels = {
  regionCode: 'parks.region',
  beganOn: 'parks.structure.from',
  reason: 'parks.structure.reason',
  intoId: 'parks.structure.into',
  mergerReason: 'parks.structure.reason',
  closingReason: 'parks.structure.reason',
  mergedOn: 'parks.structure.from',
  closedOn: 'parks.structure.from',
};

/** Where a park belongs, and its end: the bureau's. */
export function parkStructureRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/parks/:number/structure', async (req, res) => {
    await show(deps, res, await parkOf(deps, req, res), 'region', formView(sayTo(res), {}));
  });
  router.post('/parks/:number/region', (req, res) =>
    take(deps, req, res, 'region', (park, form) =>
      actOnce(deps, req, res, RegionForm, async (tx, by, input) => {
        await changeParkRegion(tx, by, { parkId: park.id, ...input });
        return form;
      }),
    ),
  );
  router.post('/parks/:number/merger', (req, res) =>
    take(deps, req, res, 'merger', (park, form) =>
      actOnce(deps, req, res, MergerForm, async (tx, by, input) => {
        const { mergerReason: reason, ...merger } = input;
        await mergeParks(tx, by, { parkId: park.id, reason, ...merger });
        return form;
      }),
    ),
  );
  router.post('/parks/:number/closing', (req, res) =>
    take(deps, req, res, 'closing', (park, form) =>
      actOnce(deps, req, res, ClosingForm, async (tx, by, input) => {
        const { closingReason: reason, ...closing } = input;
        await closePark(tx, by, { parkId: park.id, ...closing, reason });
        return form;
      }),
    ),
  );
  return router;
}

type Act = 'region' | 'merger' | 'closing';
type Result = Awaited<ReturnType<typeof actOnce>>;

async function parkOf({ db }: Deps, req: Request, res: Response): Promise<ParkRow> {
  const park = await readablePark(db, res, req.params.number);
  allow(canOpenParks(viewerOf(res)));
  return park;
}

async function take(
  deps: Deps,
  req: Request,
  res: Response,
  act: Act,
  doIt: (park: ParkRow, location: string) => Promise<Result>,
): Promise<void> {
  const park = await parkOf(deps, req, res);
  const form = await doIt(park, `/parks/${park.number}`);
  await answerForm(res, form, labels, (view) => show(deps, res, park, act, view));
}

async function show(
  { db, clock }: Deps,
  res: Response,
  park: ParkRow,
  act: Act,
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const name = (of: { nameZh: string; nameEn: string }) => (lang === 'zh' ? of.nameZh : of.nameEn);
  const fresh = formView(say, {});
  const others = (await listParks(db, today(clock.now()))).filter(({ id }) => id !== park.id);
  page(res, 'parks/structure', {
    title: say('parks.structure.title'),
    hasErrors: form.summary.length > 0,
    crumbs: [{ href: `/parks/${park.number}`, label: `${park.number} ${name(park)}` }],
    region: say('parks.structure.now', { region: name(park.region) }),
    failed: form,
    forms: { region: fresh, merger: fresh, closing: fresh, [act]: form },
    regions: regionOptions(await listRegions(db), lang),
    parks: others.map((other) => ({
      value: String(other.id),
      label: `${other.number} ${name(other)}`,
    })),
    action: `/parks/${park.number}`,
    today: today(clock.now()),
  });
}
