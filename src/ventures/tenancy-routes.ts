import { type Request, type Response, Router } from 'express';
import { type Day, today } from '../calendar/days.js';
import { dayAfter, lastDayOf } from '../calendar/last-day.js';
import { Conflict, Refusal } from '../language/refusal.js';
import { areaOnDay } from '../ledger/space-on.js';
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
import { endTenancy } from './end-tenancy.js';
import { ventureLabels } from './field-labels.js';
import type { VentureWithStays } from './find-venture.js';
import { letSpace } from './let-spaces.js';
import { canWriteVenture } from './permissions.js';
import { basisOptions } from './present-basis.js';
import { leaseFacts } from './present-lease.js';
import { noRentMeans } from './present-no-rent.js';
import { spaceOptions } from './present-spaces-to-let.js';
import { hasTypedSteps, readRentTerms } from './rent-steps.js';
import { aboutVenture, parkName, ventureHref } from './residency-present.js';
import { EndTenancyForm, LetForm } from './tenancy-forms.js';
import { findTenancy, spacesToLet, type TenancyFound } from './tenancy-queries.js';
import { writableVenture } from './writable-venture.js';

/** Letting a space to a venture, and ending a tenancy. */
export function tenancyRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/ventures/:number/tenancies/new', async (req, res) => {
    const { venture } = await tenant(deps, req, res);
    const typed = { beganOn: await firstDay(deps, venture) };
    await letPage(deps, res, venture, formView(sayTo(res), typed));
  });
  router.post('/ventures/:number/tenancies/new', (req, res) => letOne(deps, req, res));
  router.get('/tenancies/:id/end', async (req, res) => {
    const tenancy = await heldTenancy(deps, req, res);
    const notice = await deps.db.quitNotice.findFirst({
      where: { tenancyId: tenancy.id, withdrawnAt: null },
    });
    const lastOn = notice ? lastDayOf(notice.endsOn) : today(deps.clock.now());
    endPage(res, tenancy, formView(sayTo(res), { lastOn }));
  });
  router.post('/tenancies/:id/end', (req, res) => endOne(deps, req, res));
  return router;
}

async function letOne(deps: Deps, req: Request, res: Response): Promise<void> {
  const { venture, park } = await tenant(deps, req, res);
  const { say } = frameOf(res);
  await actOnceSeen(deps, req, res, {
    schema: LetForm,
    title: say('ventures.let.title'),
    about: aboutVenture(venture, say),
    labels: ventureLabels.let,
    showAgain: (view) => letPage(deps, res, venture, view),
    async act(tx, by, input) {
      const space = await tx.space.findFirst({
        where: { id: input.spaceId, parkId: park.id },
        include: { earlier: { orderBy: { changedOn: 'asc' } } },
      });
      if (!space || space.closedOn !== null) {
        throw new Refusal([{ field: 'spaceId', key: 'web.field.choose' }]);
      }
      const { termLastOn, area, ...terms } = readRentTerms(input);
      const lease = {
        ventureId: venture.id,
        termEndOn: dayAfter(termLastOn),
        area: area ?? areaOnDay(space, input.beganOn),
      };
      await letSpace(tx, by, Object.assign(terms, lease));
      return ventureHref(venture);
    },
  });
}

async function endOne(deps: Deps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const tenancy = await heldTenancy(deps, req, res);
  const { say } = frameOf(res);
  await actOnceSeen(deps, req, res, {
    schema: EndTenancyForm,
    title: say('ventures.end-tenancy.title'),
    about: aboutVenture(tenancy.venture, say),
    labels: ventureLabels['end-tenancy'],
    showAgain: (view) => endPage(res, tenancy, view),
    async act(tx, by, { lastOn }) {
      await endTenancy(tx, by, tenancy.id, dayAfter(lastOn));
      return ventureHref(tenancy.venture);
    },
  });
}

/** A first lease begins on the day of settling, a further one today. */
async function firstDay({ db, clock }: Deps, venture: VentureWithStays): Promise<Day> {
  const stay = venture.residencies.find(({ endedOn }) => endedOn === null);
  const ofStay = { ventureId: venture.id, voidedAt: null, beganOn: { gte: stay?.beganOn ?? '' } };
  const hasLease = (await db.tenancy.count({ where: ofStay })) > 0;
  return stay && !hasLease ? stay.beganOn : today(clock.now());
}

/** The venture and the park that it is in. @throws Conflict for one that is in no park */
async function tenant({ db }: Deps, req: Request, res: Response) {
  const venture = await writableVenture(db, req, res);
  const park = venture.residencies.find((stay) => stay.endedOn === null)?.park;
  if (!park) throw new Conflict('ventures.not-settled');
  return { venture, park };
}

/** @throws Conflict for a tenancy that has ended already */
async function heldTenancy({ db }: Deps, req: Request, res: Response): Promise<TenancyFound> {
  const viewer = viewerOf(res);
  const tenancy = found(await findTenancy(db, viewer, idParam(req.params.id)));
  allow(canWriteVenture(viewer, tenancy.venture));
  if (tenancy.endedOn !== null) throw new Conflict('ventures.tenancy-ended-already');
  return tenancy;
}

async function letPage(
  { db, clock }: Deps,
  res: Response,
  venture: VentureWithStays,
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const now = today(clock.now());
  const home = venture.residencies.find((stay) => stay.endedOn === null);
  if (!home) throw new Conflict('ventures.not-settled');
  const spaces = await spacesToLet(db, home.parkId, now);
  const park = parkName(home.park, lang);
  page(res, 'ventures/let', {
    ...aboutVenture(venture, say),
    title: say('ventures.let.title'),
    lead: say('ventures.let.lead', { park }),
    noSpaces: spaces.length === 0 ? say('ventures.let.no-spaces', { park }) : null,
    spaces: spaceOptions(spaces, now, { say, lang }),
    noRent: await noRentMeans(db, now, { say, lang }),
    bases: await basisOptions(db, now, { say, lang }),
    hasSteps: hasTypedSteps(form.typed),
    form,
    hasErrors: form.summary.length > 0,
  });
}

function endPage(res: Response, tenancy: TenancyFound, form: FormView): void {
  const { say, lang } = frameOf(res);
  page(res, 'ventures/end-tenancy', {
    ...aboutVenture(tenancy.venture, say),
    title: say('ventures.end-tenancy.title'),
    action: `/tenancies/${tenancy.id}/end`,
    rows: leaseFacts(tenancy, { say, lang }),
    voidHref: `/tenancies/${tenancy.id}/void`,
    form,
    hasErrors: form.summary.length > 0,
  });
}
