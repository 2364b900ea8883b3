import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { actOnce, sentBefore } from '../people/act-once.js';
import { requireSignIn } from '../people/viewer.js';
import { acceptedPhotos, mostAtOnce } from '../photos/limits.js';
import { presentPhotos } from '../photos/present.js';
import { findPhoto, type PhotoFound } from '../photos/queries.js';
import { readPhotos } from '../photos/read-photos.js';
import { sendPhoto } from '../photos/send-photo.js';
import { takePhotos } from '../photos/take-photos.js';
import { proofsFolder } from '../process/data-folders.js';
import { deleteStored } from '../proofs/file-store.js';
import type { SealingDeps } from '../vault/deps.js';
import { answerForm } from '../web/answer-form.js';
import { found } from '../web/errors.js';
import { text } from '../web/fields.js';
import { refuseForgery } from '../web/forgery.js';
import { type FormView, formView, takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { noteEvents } from '../web/note-events.js';
import { page } from '../web/views.js';
import { presentVisit, visitHref } from './present.js';
import type { VisitRow } from './queries.js';
import { addVisitPhotos, removeVisitPhoto, yearsKept } from './visit-photos.js';
import { aboutVisit, readableVisit, writableVisit } from './writable-visit.js';

const RemovalForm = z.object({ reason: text(200) });

/** Photos of a visit, for who reads it: seeing them, and taking one away. */
export function visitPhotoRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get('/visits/:id/photos/new', async (req, res) => {
    newPage(res, await writableVisit(deps, req, res), formView(sayTo(res), {}));
  });
  router.get('/visits/:id/photos/:photo', async (req, res) => {
    const visit = await readableVisit(deps, req, res);
    await sendPhoto(deps, { req, res }, await photoOf(deps, visit, req), false);
  });
  router.get('/visits/:id/photos/:photo/removal', async (req, res) => {
    const visit = await writableVisit(deps, req, res);
    const photo = await photoOf(deps, visit, req);
    removalPage(res, visit, photo, formView(sayTo(res), {}));
  });
  router.post('/visits/:id/photos/:photo/removal', (req, res) => remove(deps, req, res));
  return router;
}

/** Takes photos of a visit that is logged: their form has a reader of its own. */
export function visitPhotoUploadRoutes(deps: SealingDeps): Router {
  return Router().post(
    '/visits/:id/photos',
    requireSignIn,
    readPhotos,
    refuseForgery,
    noteEvents,
    (req: Request, res: Response) => upload(deps, req, res),
  );
}

const photoOf = async ({ db }: SealingDeps, { id }: VisitRow, req: Request): Promise<PhotoFound> =>
  found(await findPhoto(db, { visitId: id }, idParam(req.params.photo)));

async function upload(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const visit = await writableVisit(deps, req, res);
  const form = await takeForm(z.object({}), req.body, () =>
    takePhotos(deps, { req, res, needed: true }, async (tx, by, photos, keep) => {
      keep(await addVisitPhotos(tx, by, visit.id, photos));
      return visitHref(visit);
    }),
  );
  if (form.ok) return leadOn(res, form.value, 'unchanged');
  await answerForm(res, form, { file: 'photos.field' }, (view) => newPage(res, visit, view));
}

async function remove(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const visit = await writableVisit(deps, req, res);
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const photo = await photoOf(deps, visit, req);
  let stored: string[] = [];
  const form = await actOnce(deps, req, res, RemovalForm, async (tx, by, { reason }) => {
    stored = await removeVisitPhoto(tx, by, { visitId: visit.id, id: photo.id, reason });
    return visitHref(visit);
  });
  await deleteStored(proofsFolder(deps.config), stored);
  const labels = { reason: 'photos.reason' } as const;
  await answerForm(res, form, labels, (view) => removalPage(res, visit, photo, view));
}

function newPage(res: Response, visit: VisitRow, form: FormView): void {
  const { say } = frameOf(res);
  page(res, 'photos/new', {
    ...aboutVisit(res, visit),
    title: say('photos.add'),
    lead: say('visits.photos.lead', { years: yearsKept }),
    action: `${visitHref(visit)}/photos`,
    hint: say('photos.hint', { n: mostAtOnce }),
    accept: acceptedPhotos,
    form,
    hasErrors: form.summary.length > 0,
  });
}

function removalPage(res: Response, visit: VisitRow, photo: PhotoFound, form: FormView): void {
  const voice = frameOf(res);
  const href = `${visitHref(visit)}/photos`;
  const { title } = presentVisit(visit, voice);
  const shown = presentPhotos(visit.photos, { what: title, href }, voice);
  page(res, 'photos/remove', {
    ...aboutVisit(res, visit),
    title: voice.say('photos.remove'),
    action: `${href}/${photo.id}/removal`,
    photos: shown.filter(({ id }) => id === photo.id),
    asksReason: true,
    form,
    hasErrors: form.summary.length > 0,
  });
}
