import { type Request, type Response, Router } from 'express';
import { type Day, today } from '../calendar/days.js';
import { dayAfter } from '../calendar/last-day.js';
import { readDay } from '../input/days.js';
import { Conflict } from '../language/refusal.js';
import { sentBefore } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { actOnceSeen } from './act-once-seen.js';
import { ventureLabels } from './field-labels.js';
import { canWriteVenture } from './permissions.js';
import { basisOptions } from './present-basis.js';
import { leaseFacts, ownBasis } from './present-lease.js';
import { noRentMeans } from './present-no-rent.js';
import { renewalMeans, sameLength, typedRenewal } from './present-renewal.js';
import { endOf, renewTenancy, runsOver } from './renew-tenancy.js';
import { aroundRenewal, firstOpenDay } from './renewal-queries.js';
import { hasTypedSteps, readRentTerms } from './rent-steps.js';
import { aboutVenture, ventureHref } from './residency-present.js';
import { RenewForm } from './tenancy-forms.js';
import { findTenancy, type TenancyFound } from './tenancy-queries.js';

/** The next lease of the same space, in one form. */
export function renewalRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/tenancies/:id/renewal', async (req, res) => {
    const lease = await renewable(deps, req, res);
    const typed = typedRenewal(lease, {
      beganOn: await firstDay(deps, lease),
      today: today(deps.clock.now()),
    });
    await renewalPage(deps, res, lease, formView(sayTo(res), typed));
  });
  router.post('/tenancies/:id/renewal', async (req, res) => {
    const before = await sentBefore(deps, req, res);
    if (before !== null) return leadOn(res, before);
    const lease = await renewable(deps, req, res);
    const { say } = frameOf(res);
    await actOnceSeen(deps, req, res, {
      schema: RenewForm,
      title: say('ventures.renewal.title'),
      about: aboutVenture(lease.venture, say),
      labels: ventureLabels.renew,
      showAgain: (view) => renewalPage(deps, res, lease, view),
      async act(tx, by, typed) {
        const { termLastOn, ...input } = readRentTerms(typed);
        const terms = { tenancyId: lease.id, termEndOn: dayAfter(termLastOn) };
        await renewTenancy(tx, by, Object.assign(input, terms));
        return ventureHref(lease.venture);
      },
    });
  });
  return router;
}

/** @throws Conflict for a lease that is void or over */
async function renewable({ db, clock }: Deps, req: Request, res: Response): Promise<TenancyFound> {
  const viewer = viewerOf(res);
  const lease = found(await findTenancy(db, viewer, idParam(req.params.id)));
  allow(canWriteVenture(viewer, lease.venture));
  if (lease.voidedAt !== null) throw new Conflict('ventures.lease.void-already');
  if (lease.endedOn !== null && lease.endedOn <= today(clock.now()))
    throw new Conflict('ventures.tenancy-ended-already');
  return lease;
}

/** Of one that ran out and goes on the first day that no closed month stands in the way of; else the day after its end. */
const firstDay = ({ db, clock }: Deps, lease: TenancyFound): Promise<Day> | Day =>
  runsOver(lease, today(clock.now())) ? firstOpenDay(db, lease.termEndOn) : endOf(lease);

async function renewalPage(
  deps: Deps,
  res: Response,
  lease: TenancyFound,
  form: FormView,
): Promise<void> {
  const { db, clock } = deps;
  const { say, lang } = frameOf(res);
  const now = today(clock.now());
  const isOver = runsOver(lease, now);
  const first = await firstDay(deps, lease);
  const read = readDay(String(form.typed.beganOn ?? ''));
  const beganOn = isOver && 'day' in read ? read.day : first;
  const around = await aroundRenewal(db, lease, now);
  const bases = await basisOptions(db, now, { say, lang });
  page(res, 'ventures/renew', {
    ...aboutVenture(lease.venture, say),
    title: say('ventures.renewal.title'),
    action: `/tenancies/${lease.id}/renewal`,
    rows: leaseFacts(lease, { say, lang }),
    isOver,
    termHint: say(
      sameLength(lease, first) <= now
        ? 'ventures.renewal.term-hint-ahead'
        : 'ventures.renewal.term-hint',
    ),
    means: renewalMeans(
      lease,
      around,
      { beganOn, typed: String(form.typed.rent ?? '') },
      { say, lang },
    ),
    noRent: await noRentMeans(db, now, { say, lang }),
    bases: [...ownBasis(lease, bases, { say, lang }), ...bases],
    hasSteps: hasTypedSteps(form.typed),
    form,
    hasErrors: form.summary.length > 0,
  });
}
