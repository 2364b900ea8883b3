import { type Request, type Response, Router } from 'express';
import { actOnce } from '../../people/act-once.js';
import { viewerOf } from '../../people/viewer.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { allow, found } from '../../web/errors.js';
import { type FormView, formView, type Labels } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { page } from '../../web/views.js';
import { findVenture, type VentureWithStays } from '../find-venture.js';
import { readNumber } from '../merging/merge-forms.js';
import { aboutVenture, ventureHref } from '../residency-present.js';
import { writableVenture } from '../writable-venture.js';
import { DistinctionForm } from './distinction-form.js';
import { canTellApart } from './present-pairs.js';
import { tellApart } from './tell-apart.js';

const labels = { reason: 'ventures.field.another' } satisfies Labels;
const address = '/ventures/:number/distinction';

/** Telling two ventures apart that look like one: the address names the one, `with` the other. */
export function distinctionRoutes(deps: Deps): Router {
  const router = Router();
  router.get(address, async (req, res) => {
    const two = await bothOf(deps, req, res, req.query.with);
    distinctionPage(res, two, formView(sayTo(res), {}));
  });
  router.post(address, async (req, res) => {
    const two = await bothOf(deps, req, res, req.body?.with);
    const form = await actOnce(deps, req, res, DistinctionForm, async (tx, by, { reason }) => {
      await tellApart(tx, by, { ventureIds: [two.own.id, two.other.id], reason });
      return '/ventures/doubles';
    });
    await answerForm(res, form, labels, (view) => distinctionPage(res, two, view));
  });
  return router;
}

type Two = { own: VentureWithStays; other: VentureWithStays };

async function bothOf({ db }: Deps, req: Request, res: Response, typed: unknown): Promise<Two> {
  const own = await writableVenture(db, req, res);
  const number = readNumber(typeof typed === 'string' ? typed : '');
  const other = found(await findVenture(db, viewerOf(res), number));
  allow(canTellApart(viewerOf(res), [own, other]));
  return { own, other };
}

function distinctionPage(res: Response, { own, other }: Two, form: FormView): void {
  const { say } = frameOf(res);
  page(res, 'ventures/distinction', {
    ...aboutVenture(own, say),
    title: say('ventures.doubles.distinct-title'),
    back: '/ventures/doubles',
    lead: say('ventures.doubles.distinct-lead', { other: `${other.number} ${other.name}` }),
    hint: say('ventures.doubles.distinct-hint'),
    distinctLabel: say('ventures.doubles.distinct'),
    action: `${ventureHref(own)}/distinction`,
    otherNumber: other.number,
    otherHref: ventureHref(other),
    otherName: `${other.number} ${other.name}`,
    mergeHref: `${ventureHref(own)}/merge?with=${other.number}`,
    form,
    hasErrors: form.summary.length > 0,
  });
}
