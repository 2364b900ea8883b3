import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { transact } from '../database/database.js';
import { catchUp } from '../find/catch-up.js';
import type { FindDeps } from '../find/deps.js';
import { Conflict } from '../language/refusal.js';
import { sinceLabels, sinceOf, sinceOptions } from '../ledger/since.js';
import { actOnce } from '../people/act-once.js';
import type { ListToolsDeps } from '../people/saved-list.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import { densityOf } from '../web/density.js';
import type { Deps } from '../web/deps.js';
import { type ComparedRow, compareTyped, takeEdit } from '../web/edits.js';
import { found } from '../web/errors.js';
import type { Sent } from '../web/form-body.js';
import { type FormView, formView, labelsOf } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import type { Arrangement } from '../web/list-columns.js';
import { tableOf } from '../web/list-table.js';
import { pagesOf } from '../web/pages.js';
import { unlessRefused } from '../web/unless-refused.js';
import { page } from '../web/views.js';
import { addSpace } from './add-spaces.js';
import { editSpace } from './edit-space.js';
import { newSpaceFields, type SpaceRecord, spaceFields, typedSpace } from './form-values.js';
import { NewSpaceForm, SpaceForm } from './forms.js';
import { occupancyHref } from './occupancy.js';
import { canWritePark } from './permissions.js';
import { asOfText, namesOf, stateText } from './present.js';
import { kindOptions, presentSpace } from './present-spaces.js';
import type { ParkRow } from './queries.js';
import { spaceColumns } from './space-columns.js';
import { chosenSpaces, type SpaceListFilter, spacesAddress } from './space-filter.js';
import { spaceList } from './space-list.js';
import { findSpace, listSpaces, spacesOnAPage } from './space-queries.js';
import { spaceStates } from './space-states.js';
import { spacesInView } from './spaces-in-view.js';
import { writablePark } from './writable-park.js';

type SpaceListDeps = FindDeps & ListToolsDeps;

/** The premises of a park, for those who keep or review its register. */
export function spaceRoutes(deps: SpaceListDeps): Router {
  const router = Router();
  const { db } = deps;
  router.get('/parks/:number/spaces', (req, res) => showList(deps, req, res));
  router.get('/parks/:number/spaces/new', async (req, res) => {
    const park = await writablePark(db, res, req.params.number);
    const { village, island } = { village: park.villageZh, island: park.islandZh };
    newPage(res, park, formView(sayTo(res), { village, island }));
  });
  router.post('/parks/:number/spaces/new', (req, res) => add(deps, req, res));
  router.get('/parks/:number/spaces/:space/edit', async (req, res) => {
    const { park, space } = await writableSpace(deps, req, res);
    editPage(deps, res, { park, space }, formView(sayTo(res), typedSpace(space)));
  });
  router.post('/parks/:number/spaces/:space/edit', (req, res) => edit(deps, req, res));
  return router;
}

async function showList(deps: SpaceListDeps, req: Request, res: Response): Promise<void> {
  const { db, findables } = deps;
  const viewer = viewerOf(res);
  const number = String(req.params.number);
  const query = req.query as Sent;
  const { park, asOf, filter, of } = await spacesInView(deps, viewer, { number, query });
  const { page: asked, ...kept } = filter;
  if (filter.q !== '') await unlessRefused(req, catchUp(db, findables));
  const found = await listSpaces(db, park.id, of);
  const voice = frameOf(res);
  const { say, lang } = voice;
  const path = `/parks/${park.number}/spaces`;
  const hrefOf = (to: Partial<SpaceListFilter> | Pick<Arrangement, 'sort' | 'order'>) =>
    spacesAddress(path, Object.assign({}, kept, to));
  const canWrite = canWritePark(viewer, park);
  const chosen = chosenSpaces(path, filter, voice);
  page(res, 'parks/spaces', {
    title: say('parks.spaces.title', { park: namesOf(park, lang).name }),
    number: park.number,
    crumbs: crumbs(res, park),
    actions: [
      ...(canWrite ? [{ href: `${path}/new`, label: say('parks.spaces.add') }] : []),
      { href: occupancyHref(`park:${park.number}`, asOf), label: say('parks.spaces.by-month') },
    ],
    action: path,
    form: formView(say, typedOf(kept)),
    kinds: kindOptions(say),
    hasChoices: chosen.length > 0,
    clear: spacesAddress(path, { state: filter.state }),
    chosen,
    asOfText: asOfText(asOf, voice),
    states: [null, ...spaceStates].map((state) => ({
      href: hrefOf({ state }),
      label: say('parks.spaces.count', {
        state: state === null ? say('parks.spaces.all') : stateText(state, say),
        n: state === null ? found.all : found.states[state],
      }),
      current: state === filter.state,
    })),
    tools: await deps.listTools(
      db,
      viewer,
      spaceList,
      {
        here: hrefOf({}),
        usual: hrefOf({ columns: null }),
        chosen: filter.columns,
        density: densityOf(req, res, { secure: deps.config.secureCookies, say }),
      },
      voice,
    ),
    table: tableOf(
      spaceColumns,
      filter,
      found.rows.map((row) => ({ cells: presentSpace(row, { park, asOf, canWrite }, voice) })),
      { say, hrefOf },
    ),
    csv: spacesAddress(`${path}.csv`, kept),
    xlsx: spacesAddress(`${path}.xlsx`, kept),
    pages: pagesOf(say, { total: found.total, page: asked, size: spacesOnAPage }, (to) =>
      hrefOf({ page: to }),
    ),
  });
}

const typedOf = (filter: object): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value ?? '')]));

async function add(deps: Deps, req: Request, res: Response): Promise<void> {
  const park = await writablePark(deps.db, res, req.params.number);
  const form = await actOnce(deps, req, res, NewSpaceForm, async (tx, by, space) => {
    await addSpace(tx, by, park.id, space);
    return `/parks/${park.number}/spaces`;
  });
  await answerForm(res, form, newSpaceFields, (view) => newPage(res, park, view));
}

async function edit(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db, clock } = deps;
  const { park, space } = await writableSpace(deps, req, res);
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  const form = await takeEdit(SpaceForm, req.body, ({ version, ...input }) => {
    const { since, changedOn, changeReason, ...changes } = input;
    const meant = sinceOf({ since, changedOn, changeReason }, today(by.at));
    const change = Object.assign(changes, { since: meant });
    return transact(db, (tx) => editSpace(tx, by, space.id, version, change));
  });
  if (form.ok) return leadOn(res, `/parks/${park.number}/spaces`, 'unchanged');
  const say = sayTo(res);
  const fields = [...spaceFields(say), ...labelsOf(say, sinceLabels)];
  const view = formView(say, form.typed, form.faults, fields);
  if (!form.isLate) return editPage(deps, res.status(422), { park, space }, view);
  const now = found(await findSpace(db, park.id, space.number));
  const typed = { ...form.typed, version: String(now.version) };
  const rows = compareTyped(spaceFields(say), typedSpace(now), typed, frameOf(res).lang);
  editPage(deps, res.status(409), { park, space: now }, formView(say, typed), rows);
}

/** @throws Conflict for a space that is void */
async function writableSpace({ db }: Deps, req: Request, res: Response) {
  const park = await writablePark(db, res, req.params.number);
  const space = found(await findSpace(db, park.id, String(req.params.space)));
  if (space.voidedAt !== null) throw new Conflict('parks.space.void-already');
  return { park, space };
}

function newPage(res: Response, park: ParkRow, form: FormView): void {
  const say = sayTo(res);
  page(res, 'parks/new-space', {
    title: say('parks.space.new'),
    ...shared(res, park, form),
    action: `/parks/${park.number}/spaces/new`,
  });
}

function editPage(
  { clock }: Deps,
  res: Response,
  { park, space }: { park: ParkRow; space: SpaceRecord },
  form: FormView,
  conflict: ComparedRow[] = [],
): void {
  page(res, 'parks/edit-space', {
    title: sayTo(res)('parks.space.edit', { number: space.number }),
    ...shared(res, park, form),
    conflict,
    action: `/parks/${park.number}/spaces/${space.number}/edit`,
    voidHref: `/parks/${park.number}/spaces/${space.number}/void`,
    rentsHref: `/parks/${park.number}/spaces/${space.number}/rents`,
    historyHref: `/history/space/${space.id}`,
    since: sinceOptions(sayTo(res)),
    today: today(clock.now()),
  });
}

function shared(res: Response, park: ParkRow, form: FormView) {
  return {
    form,
    hasErrors: form.summary.length > 0,
    over: namesOf(park, frameOf(res).lang).name,
    kinds: kindOptions(sayTo(res)),
    back: `/parks/${park.number}/spaces`,
  };
}

function crumbs(res: Response, park: ParkRow) {
  const { say, lang } = frameOf(res);
  return [
    { href: '/parks', label: say('parks.list.title') },
    { href: `/parks/${park.number}`, label: namesOf(park, lang).name },
  ];
}
