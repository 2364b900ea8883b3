import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { type Day, today } from '../calendar/days.js';
import { Refusal, refuseIf } from '../language/refusal.js';
import { requireSignIn, viewerOf } from '../people/viewer.js';
import { acceptedPhotos, mostAtOnce } from '../photos/limits.js';
import { readPhotos } from '../photos/read-photos.js';
import { takePhotos } from '../photos/take-photos.js';
import type { SealingDeps } from '../vault/deps.js';
import { type ParkWithRegion, parksToLogIn } from '../ventures/park-choices.js';
import { parkName } from '../ventures/residency-present.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow, found, WrongQuery } from '../web/errors.js';
import { chosenCode, day as dayField, optional, optionalText } from '../web/fields.js';
import { refuseForgery } from '../web/forgery.js';
import { type FormView, formView, labelsOf, type Typed, takeForm, typedOf } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { noteEvents } from '../web/note-events.js';
import { readQuery } from '../web/read-query.js';
import { page } from '../web/views.js';
import { formOf, formParts } from './form-page.js';
import { logLabels, Place, VisitForm } from './forms.js';
import { logVisit } from './log-visit.js';
import { canLogVisits } from './permissions.js';
import { addVisitPhotos } from './visit-photos.js';

const Asked = z.object({
  park: chosenCode,
  madeOn: optional(dayField),
  venture: optionalText(20),
});
type Asked = { park: ParkWithRegion; on: Day };

/** Logging a visit: first the park and the day, by which its residents stand to be ticked. */
export function visitLogRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/visits/new', (req, res) => begin(deps, req, res));
  // Another park or day, without script: nothing is written, and all that was typed stays.
  router.post('/visits/new/residents', (req, res) => showResidents(deps, req, res));
  return router;
}

/** Takes the form of a visit, with photos or without: it has a reader of its own. */
export function visitLogUploadRoutes(deps: SealingDeps): Router {
  return Router().post(
    '/visits/new',
    requireSignIn,
    readPhotos,
    refuseForgery,
    noteEvents,
    (req: Request, res: Response) => log(deps, req, res),
  );
}

async function begin(deps: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canLogVisits(viewer));
  const asked = readQuery(Asked, req);
  const now = today(deps.clock.now());
  const parks = await parksToLogIn(deps.db, viewer);
  const ticked = await askedVenture(deps, asked.venture);
  const home = ticked?.residencies[0]?.parkId;
  const park = found(
    asked.park === null
      ? (parks.find(({ id }) => id === home) ?? parks[0])
      : parks.find(({ number }) => number === asked.park),
  );
  const on = asked.madeOn ?? now;
  if (on > now) throw new WrongQuery([{ field: 'madeOn', key: 'calendar.in-future' }]);
  const typed = {
    parkId: String(park.id),
    madeOn: on,
    kind: 'visit',
    madeBy: viewer.name,
    ...(ticked ? { ventureIds: String(ticked.id) } : {}),
  };
  await logPage(deps, res, { park, on }, formView(sayTo(res), typed));
}

/** The venture that the visit is begun for, with the park that it is in. */
const askedVenture = ({ db }: Deps, number: string) =>
  number === ''
    ? null
    : db.venture.findUnique({
        where: { number },
        select: { id: true, residencies: { where: { endedOn: null } } },
      });

async function log(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canLogVisits(viewer));
  const parks = await parksToLogIn(deps.db, viewer);
  const form = await takeForm(VisitForm, req.body, (visit) => {
    if (!parks.some(({ id }) => id === visit.parkId))
      throw new Refusal([{ field: 'parkId', key: 'web.field.choose' }]);
    return takePhotos(deps, { req, res, needed: false }, async (tx, by, photos, keep) => {
      const id = await logVisit(tx, by, visit);
      if (photos.length > 0) keep(await addVisitPhotos(tx, by, id, photos));
      return `/visits/${id}`;
    });
  });
  await answerForm(res, form, { ...logLabels, file: 'photos.field' }, (view) =>
    logPage(deps, res, placeOf(view.typed, parks, today(deps.clock.now())), view),
  );
}

/** The form again with the residents of the park and the day that are typed; those ticked who were not there then fall off. */
async function showResidents(deps: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canLogVisits(viewer));
  const parks = await parksToLogIn(deps.db, viewer);
  const now = today(deps.clock.now());
  const form = await takeForm(Place, req.body, async ({ parkId, madeOn }) => {
    refuseIf([
      !parks.some(({ id }) => id === parkId) && { field: 'parkId', key: 'web.field.choose' },
      madeOn > now && { field: 'madeOn', key: 'calendar.in-future' },
    ]);
  });
  const say = sayTo(res);
  const typed = typedOf(req.body ?? {});
  const faults = form.ok ? [] : form.faults;
  const view = formView(say, typed, faults, labelsOf(say, logLabels));
  await logPage(deps, res.status(form.ok ? 200 : 422), placeOf(typed, parks, now), view);
}

/** Where and when, as far as it can be read: else the first park, and today. */
function placeOf({ parkId, madeOn }: Typed, parks: ParkWithRegion[], now: Day): Asked {
  const park = found(parks.find(({ id }) => String(id) === parkId) ?? parks[0]);
  const on = dayField.safeParse(madeOn);
  return { park, on: on.success && on.data < now ? on.data : now };
}

async function logPage(
  deps: Deps,
  res: Response,
  { park, on }: Asked,
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const parks = await parksToLogIn(deps.db, viewerOf(res));
  page(res, 'visits/new', {
    title: say('visits.log.title'),
    crumbs: [{ href: '/visits', label: say('visits.title') }],
    parks: parks.map((item) => ({
      value: String(item.id),
      label: `${item.number} ${parkName(item, lang)}`,
    })),
    today: today(deps.clock.now()),
    photosHint: [say('photos.hint', { n: mostAtOnce }), say('photos.hint-draft')].join(
      lang === 'zh' ? '' : ' ',
    ),
    accept: acceptedPhotos,
    ...formOf(form),
    ...(await formParts(deps, res, { parkId: park.id, on, typed: form.typed })),
  });
}
