import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { dayAfter, lastDayOf } from '../calendar/last-day.js';
import { day } from '../language/format.js';
import { Conflict } from '../language/refusal.js';
import { areaOnDay } from '../ledger/space-on.js';
import { actOnce, sentBefore } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { actOnceSeen } from './act-once-seen.js';
import { correctTenancy } from './correct-tenancy.js';
import { ventureLabels } from './field-labels.js';
import { canWriteVenture } from './permissions.js';
import { basisOptions } from './present-basis.js';
import { leaseFacts, ownBasis, presentResting, typedLease } from './present-lease.js';
import { noRentMeans } from './present-no-rent.js';
import { leaseRenewedBy } from './renewed-lease.js';
import { hasTypedSteps, readRentTerms } from './rent-steps.js';
import { aboutVenture, ventureHref } from './residency-present.js';
import { CorrectTenancyForm, VoidTenancyForm } from './tenancy-forms.js';
import { findTenancy, type TenancyFound } from './tenancy-queries.js';
import { voidTenancy } from './void-tenancy.js';

/** Putting right what was entered of a lease: it was otherwise all along, or it never was. */
export function leaseMistakeRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/tenancies/:id/correction', async (req, res) => {
    const lease = await correctable(deps, req, res);
    await correctionPage(deps, res, lease, formView(sayTo(res), typedLease(lease)));
  });
  router.post('/tenancies/:id/correction', async (req, res) => {
    const lease = await correctable(deps, req, res);
    const { say } = frameOf(res);
    await actOnceSeen(deps, req, res, {
      schema: CorrectTenancyForm,
      title: say('ventures.lease.correct-title'),
      about: aboutVenture(lease.venture, say),
      labels: ventureLabels['correct-tenancy'],
      showAgain: (view) => correctionPage(deps, res, lease, view),
      async act(tx, by, input) {
        const area = input.area ?? areaOnDay(lease.space, input.beganOn);
        const { termLastOn, lastOn, ...terms } = readRentTerms(input);
        const ends = { termEndOn: dayAfter(termLastOn), endedOn: lastOn && dayAfter(lastOn) };
        await correctTenancy(tx, by, Object.assign(terms, ends, { area, tenancyId: lease.id }));
        return ventureHref(lease.venture);
      },
    });
  });
  router.get('/tenancies/:id/void', async (req, res) => {
    const lease = await correctable(deps, req, res);
    await voidPage(deps, res, lease, formView(sayTo(res), { version: String(lease.version) }));
  });
  router.post('/tenancies/:id/void', async (req, res) => {
    const before = await sentBefore(deps, req, res);
    if (before !== null) return leadOn(res, before);
    const lease = await correctable(deps, req, res);
    const form = await actOnce(deps, req, res, VoidTenancyForm, async (tx, by, input) => {
      await voidTenancy(tx, by, Object.assign(input, { tenancyId: lease.id }));
      return ventureHref(lease.venture);
    });
    const labels = ventureLabels['void-tenancy'];
    await answerForm(res, form, labels, (view) => voidPage(deps, res, lease, view));
  });
  return router;
}

/** @throws Conflict for a lease that is void already */
async function correctable({ db }: Deps, req: Request, res: Response): Promise<TenancyFound> {
  const viewer = viewerOf(res);
  const lease = found(await findTenancy(db, viewer, idParam(req.params.id)));
  allow(canWriteVenture(viewer, lease.venture));
  if (lease.voidedAt !== null) throw new Conflict('ventures.lease.void-already');
  return lease;
}

async function correctionPage(
  { db, clock }: Deps,
  res: Response,
  lease: TenancyFound,
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const bases = await basisOptions(db, today(clock.now()), { say, lang });
  page(res, 'ventures/correct-tenancy', {
    ...aboutVenture(lease.venture, say),
    title: say('ventures.lease.correct-title'),
    action: `/tenancies/${lease.id}/correction`,
    voidHref: `/tenancies/${lease.id}/void`,
    rows: leaseFacts(lease, { say, lang }),
    resting: await presentResting(db, lease, { say, lang }),
    noRent: await noRentMeans(db, today(clock.now()), { say, lang }),
    bases: [...ownBasis(lease, bases, { say, lang }), ...bases],
    hasSteps: hasTypedSteps(form.typed),
    form,
    hasErrors: form.summary.length > 0,
  });
}

async function voidPage(
  { db }: Deps,
  res: Response,
  lease: TenancyFound,
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const earlier = await leaseRenewedBy(db, lease);
  page(res, 'ventures/void-tenancy', {
    ...aboutVenture(lease.venture, say),
    title: say('ventures.lease.void-title'),
    action: `/tenancies/${lease.id}/void`,
    rows: leaseFacts(lease, { say, lang }),
    renewedText:
      earlier &&
      say('ventures.lease.void-renewal', {
        from: day(earlier.beganOn, lang),
        to: day(lastDayOf(earlier.termEndOn), lang),
      }),
    resting: await presentResting(db, lease, { say, lang }),
    form,
    hasErrors: form.summary.length > 0,
  });
}
