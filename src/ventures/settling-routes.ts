import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { day as dayText } from '../language/format.js';
import { actOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { day, text, ticked, wholeNumber } from '../web/fields.js';
import { type FormView, formView, type Labels } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { correctSettling } from './correct-settling.js';
import type { VentureWithStays } from './find-venture.js';
import { canCorrectStay } from './permissions.js';
import { aboutVenture, parkName, ventureHref } from './residency-present.js';
import { writableVenture } from './writable-venture.js';

const SettlingForm = z.object({
  beganOn: day,
  reason: text(200),
  setsAsideReturns: ticked,
  version: wholeNumber(1, 1_000_000_000),
});
const labels = {
  beganOn: 'ventures.settle.began',
  reason: 'ventures.person.reason',
  setsAsideReturns: 'ventures.end.set-aside',
} satisfies Labels;

const address = '/ventures/:number/stays/:id/correction';

/** Correcting the day on which a venture settled in a park. */
export function settlingRoutes(deps: Deps): Router {
  const router = Router();
  router.get(address, async (req, res) => {
    const { venture, stay } = await correctable(deps, req, res);
    const typed = { beganOn: stay.beganOn, version: String(stay.version) };
    correctionPage(res, venture, stay, formView(sayTo(res), typed));
  });
  router.post(address, async (req, res) => {
    const { venture, stay } = await correctable(deps, req, res);
    const form = await actOnce(deps, req, res, SettlingForm, async (tx, by, input) => {
      await correctSettling(tx, by, { residencyId: stay.id, ...input });
      return ventureHref(venture);
    });
    if (form.ok) return leadOn(res, form.value, 'unchanged');
    await answerForm(res, form, labels, (view) => correctionPage(res, venture, stay, view));
  });
  return router;
}

type Stay = VentureWithStays['residencies'][number];

async function correctable({ db }: Deps, req: Request, res: Response) {
  const venture = await writableVenture(db, req, res);
  const id = idParam(req.params.id);
  const stay = found(venture.residencies.find((each) => each.id === id));
  allow(canCorrectStay(viewerOf(res), venture, stay));
  return { venture, stay };
}

function correctionPage(res: Response, venture: VentureWithStays, stay: Stay, form: FormView) {
  const { say, lang } = frameOf(res);
  const values = { park: parkName(stay.park, lang), day: dayText(stay.beganOn, lang) };
  page(res, 'ventures/correct-settling', {
    ...aboutVenture(venture, say),
    title: say('ventures.settling.title'),
    lead: say('ventures.settling.lead', values),
    action: `${ventureHref(venture)}/stays/${stay.id}/correction`,
    // Only where returns stand in the way does the page ask what shall become of them.
    asksSetAside: 'setsAsideReturns' in form.errors || 'setsAsideReturns' in form.typed,
    form,
    hasErrors: form.summary.length > 0,
  });
}
