import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { time } from '../language/format.js';
import { actOnce, pressOnce } from '../people/act-once.js';
import type { SavedList } from '../people/saved-list.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import { allow, BadRequest, found, NotFound } from '../web/errors.js';
import { optional, text, wholeNumber } from '../web/fields.js';
import { parsePairs } from '../web/form-body.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import type { ListDeps } from './deps.js';
import { canKeepViews, canRemoveView, canShareWith } from './permissions.js';
import { sharedText } from './present-tools.js';
import { removeView, restoreView } from './remove-view.js';
import { saveView } from './save-view.js';
import { findView, viewsOf } from './view-queries.js';

const ViewForm = z.object({
  name: text(40),
  parkId: optional(wholeNumber(1, 1_000_000_000)),
});

/** Saved views: one is saved from its list, opened by its address, and taken off where all of them stand. */
export function viewRoutes(deps: ListDeps): Router {
  const router = Router();
  router.get('/views', (_req, res) => showAll(deps, res));
  router.get('/views/new', async (req, res) => {
    allow(canKeepViews(viewerOf(res)));
    const of = listAt(deps, viewerOf(res), req.query.of);
    await savePage(deps, res, of, formView(frameOf(res).say, {}));
  });
  router.post('/views', (req, res) => save(deps, req, res));
  router.get('/views/:id', async (req, res) => {
    leadOn(res, (await seenView(deps, req, res)).address);
  });
  router.post('/views/:id/removal', (req, res) => remove(deps, req, res));
  router.post('/views/:id/restoration', (req, res) => restore(deps, req, res));
  return router;
}

type ListAt = { list: SavedList; address: string };

/** The list of an address, as the list itself writes it. @throws BadRequest where it is of none that the viewer has */
function listAt({ savedLists }: ListDeps, viewer: Viewer, of: unknown): ListAt {
  const [path = '', query = ''] = typeof of === 'string' ? of.split('?', 2) : [];
  const list = savedLists.find((each) => each.path.test(path));
  if (!list?.canSee(viewer)) throw new BadRequest('lists.views.no-list');
  return { list, address: list.addressOf(path, parsePairs(query)) };
}

async function save(deps: ListDeps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canKeepViews(viewer));
  const of = listAt(deps, viewer, req.body.of);
  const form = await actOnce(deps, req, res, ViewForm, async (tx, by, view) => {
    await saveView(tx, by, of.list, Object.assign(view, { address: of.address }));
    return of.address;
  });
  const labels = { name: 'lists.views.name', parkId: 'lists.views.park' } as const;
  await answerForm(res, form, labels, (view) => savePage(deps, res, of, view));
}

async function savePage(
  { db }: ListDeps,
  res: Response,
  { list, address }: ListAt,
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const viewer = viewerOf(res);
  const parks = list.isShared ? await db.park.findMany({ orderBy: { number: 'asc' } }) : [];
  page(res, 'lists/save', {
    title: say('lists.views.save'),
    over: say(list.title),
    crumbs: [{ href: address, label: say(list.title) }],
    parks: parks
      .filter(({ id }) => canShareWith(viewer, id))
      .map(({ id, number, nameZh, nameEn }) => ({
        value: String(id),
        label: say('lists.views.park-managers', {
          park: `${number} ${lang === 'zh' ? nameZh : nameEn}`,
        }),
      })),
    of: address,
    form,
    hasErrors: form.summary.length > 0,
  });
}

async function showAll({ db, savedLists }: ListDeps, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canKeepViews(viewer));
  const voice = frameOf(res);
  const views = await viewsOf(db, viewer, null);
  page(res, 'lists/views', {
    title: voice.say('lists.views.title'),
    rows: views.flatMap((view) => {
      const list = savedLists.find(({ key }) => key === view.list);
      if (!list?.canSee(viewer)) return [];
      return {
        href: view.address,
        name: view.name,
        list: voice.say(list.title),
        shared: sharedText(view, voice),
        owner: view.account.name,
        savedAt: time(view.savedAt, voice.lang),
        removal: canRemoveView(viewer, view) ? `/views/${view.id}/removal` : null,
      };
    }),
  });
}

async function seenView({ db, savedLists }: ListDeps, req: Request, res: Response) {
  const viewer = viewerOf(res);
  allow(canKeepViews(viewer));
  const view = found(await findView(db, viewer, idParam(req.params.id)));
  found(savedLists.find(({ key, canSee }) => key === view.list && canSee(viewer)));
  return view;
}

async function remove(deps: ListDeps, req: Request, res: Response): Promise<void> {
  const { id } = await removable(deps, req, res);
  await pressOnce(deps, req, res, async (tx, by) => {
    await removeView(tx, by, id);
    return '/views';
  });
}

/** One that was removed before is removable still: the verb says that somebody was quicker. */
async function removable({ db }: ListDeps, req: Request, res: Response) {
  const viewer = viewerOf(res);
  allow(canKeepViews(viewer));
  const view = found(await db.listView.findUnique({ where: { id: idParam(req.params.id) } }));
  if (!canRemoveView(viewer, view)) throw new NotFound();
  return view;
}

async function restore(deps: ListDeps, req: Request, res: Response): Promise<void> {
  const { id } = await removable(deps, req, res);
  await pressOnce(deps, req, res, async (tx, by) => {
    await restoreView(tx, by, id);
    return '/views';
  });
}
