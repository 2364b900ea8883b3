import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { transact } from '../database/database.js';
import { Conflict } from '../language/refusal.js';
import { sinceLabels, sinceOf, sinceOptions } from '../ledger/since.js';
import { actOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import { asOfDay, keepAsOf } from '../web/as-of.js';
import type { Deps } from '../web/deps.js';
import { type ComparedRow, compareTyped, takeEdit } from '../web/edits.js';
import { found } from '../web/errors.js';
import { type FormView, formView, labelsOf } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { pagesOf } from '../web/pages.js';
import { readQuery } from '../web/read-query.js';
import { page } from '../web/views.js';
import { addSpace } from './add-spaces.js';
import { editSpace } from './edit-space.js';
import { newSpaceFields, type SpaceRecord, spaceFields, typedSpace } from './form-values.js';
import { NewSpaceForm, SpaceForm, SpaceListFilter } from './forms.js';
import { occupancyHref } from './occupancy.js';
import { canWritePark } from './permissions.js';
import { asOfText, namesOf, stateText } from './present.js';
import { kindOptions, presentSpace } from './present-spaces.js';
import type { ParkRow } from './queries.js';
import { findSpace, listSpaces, spacesOnAPage } from './space-queries.js';
import { spaceStates } from './space-states.js';
import { readablePark, writablePark } from './writable-park.js';

/** The premises of a park, for those who keep or review its register. */
export function spaceRoutes(deps: Deps): Router {
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

async function showList({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const park = await readablePark(db, res, req.params.number);
  const filter = { ...readQuery(SpaceListFilter, req), asOf: asOfDay(req, clock) };
  const { rows, states, all, total } = await listSpaces(db, park.id, filter);
  const voice = frameOf(res);
  const { say, lang } = voice;
  const here = `/parks/${park.number}`;
  const hrefOf = (state: string | null, number = 1) =>
    keepAsOf(
      req,
      `${here}/spaces?${new URLSearchParams({ state: state ?? '', page: `${number}` })}`,
    );
  const canWrite = canWritePark(viewerOf(res), park);
  page(res, 'parks/spaces', {
    title: say('parks.spaces.title', { park: namesOf(park, lang).name }),
    number: park.number,
    crumbs: crumbs(res, park),
    actions: [
      ...(canWrite ? [{ href: `${here}/spaces/new`, label: say('parks.spaces.add') }] : []),
      {
        href: occupancyHref(`park:${park.number}`, filter.asOf),
        label: say('parks.spaces.by-month'),
      },
    ],
    canWrite,
    asOf: filter.asOf,
    asOfText: asOfText(filter.asOf, voice),
    states: [null, ...spaceStates].map((state) => ({
      href: hrefOf(state),
      label: say('parks.spaces.count', {
        state: state === null ? say('parks.spaces.all') : stateText(state, say),
        n: state === null ? all : states[state],
      }),
      current: state === filter.state,
    })),
    rows: rows.map((row) => presentSpace(row, park, filter.asOf, voice)),
    pages: pagesOf(say, { total, page: filter.page, size: spacesOnAPage }, (number) =>
      hrefOf(filter.state, number),
    ),
  });
}

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
  const rows = compareTyped(spaceFields(say), typedSpace(now), typed);
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
