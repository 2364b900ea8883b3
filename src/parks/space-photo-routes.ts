import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import { Conflict } from '../language/refusal.js';
import { actOnce, sentBefore } from '../people/act-once.js';
import { requireSignIn, viewerOf } from '../people/viewer.js';
import { acceptedPhotos, mostAtOnce } from '../photos/limits.js';
import { presentPhotos } from '../photos/present.js';
import { findPhoto, type PhotoFound, type PhotoRow, photosOfRecord } from '../photos/queries.js';
import { readPhotos } from '../photos/read-photos.js';
import { sendPhoto } from '../photos/send-photo.js';
import { takePhotos } from '../photos/take-photos.js';
import { proofsFolder } from '../process/data-folders.js';
import { deleteStored } from '../proofs/file-store.js';
import type { SealingDeps } from '../vault/deps.js';
import { answerForm } from '../web/answer-form.js';
import { found } from '../web/errors.js';
import { optionalText, wholeNumber } from '../web/fields.js';
import { refuseForgery } from '../web/forgery.js';
import { type FormView, formView, takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { noteEvents } from '../web/note-events.js';
import { page } from '../web/views.js';
import { freeSpaceId } from './free-space-queries.js';
import { canWritePark } from './permissions.js';
import { namesOf } from './present.js';
import type { ParkRow } from './queries.js';
import { spaceLabel, spaceName } from './space-names.js';
import { addSpacePhotos, arrangeSpacePhotos, removeSpacePhoto } from './space-photos.js';
import { findSpace, type SpaceFound } from './space-queries.js';
import { readablePark, writablePark } from './writable-park.js';

type Place = { park: ParkRow; space: SpaceFound };

export const spacePhotosHref = ({ park, space }: { park: ParkRow; space: { number: string } }) =>
  `/parks/${park.number}/spaces/${space.number}/photos`;

/** Photos of spaces, for those who keep or review the register: seeing them, putting them in order, taking one away. */
export function spacePhotoRoutes(deps: SealingDeps): Router {
  const router = Router();
  const { db } = deps;
  const path = '/parks/:number/spaces/:space/photos';
  router.get(path, async (req, res) => {
    const place = await readableSpace(deps, req, res);
    const photos = await photosOfRecord(db, { spaceId: place.space.id });
    photosPage(res, place, photos, formView(sayTo(res), typedOf(photos)));
  });
  router.post(`${path}/order`, (req, res) => arrange(deps, req, res));
  router.get(`${path}/new`, async (req, res) => {
    newPage(res, await writableSpace(deps, req, res), formView(sayTo(res), {}));
  });
  router.get(`${path}/:photo`, async (req, res) => {
    const { space } = await readableSpace(deps, req, res);
    await sendPhoto(deps, { req, res }, await photoOf(deps, space, req), false);
  });
  router.get(`${path}/:photo/removal`, async (req, res) => {
    const place = await writableSpace(deps, req, res);
    const photo = await photoOf(deps, place.space, req);
    await removalPage(deps, res, { ...place, photo }, formView(sayTo(res), {}));
  });
  router.post(`${path}/:photo/removal`, (req, res) => remove(deps, req, res));
  return router;
}

/** Takes photos of a space: their form has a reader of its own. */
export function spacePhotoUploadRoutes(deps: SealingDeps): Router {
  return Router().post(
    '/parks/:number/spaces/:space/photos',
    requireSignIn,
    readPhotos,
    refuseForgery,
    noteEvents,
    (req: Request, res: Response) => upload(deps, req, res),
  );
}

/** The photos of a free space, for everyone: of no other. */
export function freeSpacePhotoRoutes(deps: SealingDeps): Router {
  return Router().get('/spaces/:space/photos/:photo', async (req, res) => {
    const { db, clock } = deps;
    const spaceId = await freeSpaceId(db, today(clock.now()), String(req.params.space));
    const photo = await findPhoto(db, { spaceId: found(spaceId) }, idParam(req.params.photo));
    await sendPhoto(deps, { req, res }, found(photo), true);
  });
}

async function readableSpace({ db }: SealingDeps, req: Request, res: Response): Promise<Place> {
  const park = await readablePark(db, res, req.params.number);
  return { park, space: found(await findSpace(db, park.id, String(req.params.space))) };
}

/** @throws Forbidden for who only reads it, Conflict for a void space */
async function writableSpace(deps: SealingDeps, req: Request, res: Response): Promise<Place> {
  const park = await writablePark(deps.db, res, req.params.number);
  const space = found(await findSpace(deps.db, park.id, String(req.params.space)));
  if (space.voidedAt !== null) throw new Conflict('parks.space.void-already');
  return { park, space };
}

const photoOf = async (
  { db }: SealingDeps,
  { id }: SpaceFound,
  req: Request,
): Promise<PhotoFound> => found(await findPhoto(db, { spaceId: id }, idParam(req.params.photo)));

async function upload(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const place = await writableSpace(deps, req, res);
  const form = await takeForm(z.object({}), req.body, () =>
    takePhotos(deps, { req, res, needed: true }, async (tx, by, photos, keep) => {
      keep(await addSpacePhotos(tx, by, place.space.id, photos));
      return spacePhotosHref(place);
    }),
  );
  if (form.ok) return leadOn(res, form.value, 'unchanged');
  await answerForm(res, form, { file: 'photos.field' }, (view) => newPage(res, place, view));
}

const fieldsOf = (id: number) => ({ position: `position-${id}`, caption: `caption-${id}` });

/** The fields of each photo bear its number. */
const arrangementOf = (photos: readonly PhotoRow[]) =>
  z.object(
    Object.fromEntries(
      photos.flatMap(({ id }) => [
        [fieldsOf(id).position, wholeNumber(1, 99)],
        [fieldsOf(id).caption, optionalText(60)],
      ]),
    ),
  );

const typedOf = (photos: readonly PhotoRow[]) =>
  Object.fromEntries(
    photos.flatMap(({ id, caption }, at) => [
      [fieldsOf(id).position, String(at + 1)],
      [fieldsOf(id).caption, caption],
    ]),
  );

async function arrange(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const place = await writableSpace(deps, req, res);
  const photos = await photosOfRecord(deps.db, { spaceId: place.space.id });
  // One that went meanwhile has fields here, and no place any more.
  const gone = Object.keys(req.body ?? {}).some((name) => {
    const id = /^position-(\d+)$/.exec(name)?.[1];
    return id !== undefined && !photos.some((photo) => String(photo.id) === id);
  });
  if (gone) throw new Conflict('record.changed-meanwhile');
  const form = await actOnce(deps, req, res, arrangementOf(photos), async (tx, by, typed) => {
    const arranged = photos.map(({ id }) => ({
      id,
      position: Number(typed[fieldsOf(id).position]),
      caption: String(typed[fieldsOf(id).caption] ?? ''),
    }));
    await arrangeSpacePhotos(tx, by, place.space.id, arranged);
    return spacePhotosHref(place);
  });
  if (form.ok) return leadOn(res, form.value, 'unchanged');
  const labels = Object.fromEntries(
    photos.flatMap(({ id }) => [
      [fieldsOf(id).position, 'parks.photos.position' as const],
      [fieldsOf(id).caption, 'parks.photos.caption' as const],
    ]),
  );
  await answerForm(res, form, labels, (view) => photosPage(res, place, photos, view));
}

async function remove(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const place = await writableSpace(deps, req, res);
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const photo = await photoOf(deps, place.space, req);
  let stored: string[] = [];
  const form = await actOnce(deps, req, res, z.object({}), async (tx, by) => {
    stored = await removeSpacePhoto(tx, by, { spaceId: place.space.id, id: photo.id });
    return spacePhotosHref(place);
  });
  await deleteStored(proofsFolder(deps.config), stored);
  await answerForm(res, form, {}, (view) => removalPage(deps, res, { ...place, photo }, view));
}

function photosPage(res: Response, place: Place, photos: PhotoRow[], form: FormView): void {
  const voice = frameOf(res);
  const href = spacePhotosHref(place);
  const isKept = canWritePark(viewerOf(res), place.park) && place.space.voidedAt === null;
  page(res, 'parks/space-photos', {
    ...aboutSpace(res, place),
    title: voice.say('parks.photos.of', { space: spaceLabel(place.space, voice.lang) }),
    photos: presentPhotos(
      photos,
      { what: spaceName(place.space.name, voice.lang), href },
      voice,
    ).map((photo) => ({
      ...photo,
      fields: fieldsOf(photo.id),
    })),
    isKept,
    addHref: `${href}/new`,
    action: `${href}/order`,
    form,
    hasErrors: form.summary.length > 0,
  });
}

function newPage(res: Response, place: Place, form: FormView): void {
  const { say } = frameOf(res);
  page(res, 'photos/new', {
    ...aboutSpace(res, place),
    title: say('photos.add'),
    lead: say('parks.photos.lead'),
    back: spacePhotosHref(place),
    action: spacePhotosHref(place),
    hint: say('photos.hint', { n: mostAtOnce }),
    accept: acceptedPhotos,
    form,
    hasErrors: form.summary.length > 0,
  });
}

async function removalPage(
  { db }: SealingDeps,
  res: Response,
  { photo, ...place }: Place & { photo: PhotoFound },
  form: FormView,
): Promise<void> {
  const voice = frameOf(res);
  const href = spacePhotosHref(place);
  const photos = await photosOfRecord(db, { spaceId: place.space.id });
  const shown = presentPhotos(
    photos,
    { what: spaceName(place.space.name, voice.lang), href },
    voice,
  );
  page(res, 'photos/remove', {
    ...aboutSpace(res, place),
    title: voice.say('photos.remove'),
    back: href,
    action: `${href}/${photo.id}/removal`,
    photos: shown.filter(({ id }) => id === photo.id),
    asksReason: false,
    form,
    hasErrors: form.summary.length > 0,
  });
}

function aboutSpace(res: Response, { park, space }: Place) {
  const { say, lang } = frameOf(res);
  const { name } = namesOf(park, lang);
  const spaces = `/parks/${park.number}/spaces`;
  return {
    over: name,
    crumbs: [
      { href: `/parks/${park.number}`, label: name },
      { href: spaces, label: say('parks.spaces.title', { park: name }) },
      { href: `${spaces}/${space.number}`, label: spaceLabel(space, lang) },
    ],
  };
}
