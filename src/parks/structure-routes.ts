import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import type { Voice } from '../language/say.js';
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
    showActs(res, await parkOf(deps, req, res));
  });
  for (const act of acts)
    router.get(`/parks/:number/${act}`, async (req, res) => {
      await show(deps, res, await parkOf(deps, req, res), act, formView(sayTo(res), {}));
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

/** What can be changed, each on a page of its own: no button takes or loses what was typed for another. */
const acts = ['region', 'merger', 'closing'] as const;
type Act = (typeof acts)[number];
const views = { region: 'change-region', merger: 'merge', closing: 'close' } as const;
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

const nameOf = (of: { nameZh: string; nameEn: string }, { lang }: Voice): string =>
  lang === 'zh' ? of.nameZh : of.nameEn;

const leadOf = (act: Act, park: ParkRow, voice: Voice): string =>
  act === 'region'
    ? voice.say('parks.structure.now', { region: nameOf(park.region, voice) })
    : voice.say(`parks.structure.${act}-lead`);

function showActs(res: Response, park: ParkRow): void {
  const voice = frameOf(res);
  const { say } = voice;
  page(res, 'parks/structure', {
    title: say('parks.structure.title'),
    crumbs: [{ href: `/parks/${park.number}`, label: `${park.number} ${nameOf(park, voice)}` }],
    acts: acts.map((act) => ({
      href: `/parks/${park.number}/${act}`,
      title: say(`parks.structure.${act}`),
      lead: leadOf(act, park, voice),
    })),
  });
}

async function show(
  { db, clock }: Deps,
  res: Response,
  park: ParkRow,
  act: Act,
  form: FormView,
): Promise<void> {
  const voice = frameOf(res);
  const { say, lang } = voice;
  const here = `/parks/${park.number}`;
  const others = (await listParks(db, today(clock.now()))).filter(({ id }) => id !== park.id);
  page(res, `parks/${views[act]}`, {
    title: say(`parks.structure.${act}`),
    lead: leadOf(act, park, voice),
    hasErrors: form.summary.length > 0,
    crumbs: [
      { href: here, label: `${park.number} ${nameOf(park, voice)}` },
      { href: `${here}/structure`, label: say('parks.structure.title') },
    ],
    form,
    regions: regionOptions(await listRegions(db), lang),
    parks: others.map((other) => ({
      value: String(other.id),
      label: `${other.number} ${nameOf(other, voice)}`,
    })),
    action: `${here}/${act}`,
    back: `${here}/structure`,
    today: today(clock.now()),
  });
}
