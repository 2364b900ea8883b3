import { type Request, type Response, Router } from 'express';
import { Conflict } from '../language/refusal.js';
import { namesOf } from '../parks/present.js';
import { presentFreeSpace } from '../parks/present-spaces.js';
import type { ParkRow } from '../parks/queries.js';
import { spaceLabel } from '../parks/space-names.js';
import { findSpace, type SpaceFound } from '../parks/space-queries.js';
import { writablePark } from '../parks/writable-park.js';
import { actOnce, sentBefore } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { ventureLabels } from './field-labels.js';
import { VoidTenancyForm as VoidSpaceForm } from './tenancy-forms.js';
import { restsOnSpace, voidSpace } from './void-space.js';

/** 登记错误: a space that never was. */
export function voidSpaceRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/parks/:number/spaces/:space/void', async (req, res) => {
    const { park, space } = await voidable(deps, req, res);
    await voidPage(
      deps,
      res,
      { park, space },
      formView(sayTo(res), { version: `${space.version}` }),
    );
  });
  router.post('/parks/:number/spaces/:space/void', async (req, res) => {
    const before = await sentBefore(deps, req, res);
    if (before !== null) return leadOn(res, before);
    const { park, space } = await voidable(deps, req, res);
    const form = await actOnce(deps, req, res, VoidSpaceForm, async (tx, by, input) => {
      await voidSpace(tx, by, Object.assign(input, { spaceId: space.id }));
      return `/parks/${park.number}/spaces/${space.number}`;
    });
    await answerForm(res, form, ventureLabels['void-tenancy'], (view) =>
      voidPage(deps, res, { park, space }, view),
    );
  });
  return router;
}

/** @throws Conflict for a space that is void already */
async function voidable({ db }: Deps, req: Request, res: Response) {
  const park = await writablePark(db, res, req.params.number);
  const space = found(await findSpace(db, park.id, String(req.params.space)));
  if (space.voidedAt !== null) throw new Conflict('parks.space.void-already');
  return { park, space };
}

async function voidPage(
  { db }: Deps,
  res: Response,
  { park, space }: { park: ParkRow; space: SpaceFound },
  form: FormView,
): Promise<void> {
  const voice = frameOf(res);
  const { say, lang } = voice;
  const { kind, place, area } = presentFreeSpace(space, park, voice);
  const resting = await restsOnSpace(db, viewerOf(res), space.id);
  const here = `/parks/${park.number}/spaces/${space.number}`;
  page(res, 'ventures/void-space', {
    title: say('ventures.space.void-title', { number: space.number }),
    over: namesOf(park, lang).name,
    crumbs: [{ href: here, label: spaceLabel(space, lang) }],
    action: `${here}/void`,
    back: here,
    rows: [
      { label: say('parks.space.kind'), value: kind },
      { label: say('parks.space.place'), value: place },
      { label: say('parks.space.address'), value: space.address },
      { label: say('parks.space.area'), value: area },
    ],
    resting: resting.map(({ fault, href }) => ({ text: say(fault.key, fault.values), href })),
    form,
    hasErrors: form.summary.length > 0,
  });
}
