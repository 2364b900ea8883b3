import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import { carriedFile, chosenPlaces, likelyPlaces, type Places } from '../files/choose-columns.js';
import { presentColumns } from '../files/columns-page.js';
import type { FileTable } from '../files/table.js';
import { uploadOf, uploadReader } from '../files/upload.js';
import { type Fault, Refusal } from '../language/refusal.js';
import { requireSignIn, viewerOf } from '../people/viewer.js';
import { parksToLogIn } from '../ventures/park-choices.js';
import type { Deps } from '../web/deps.js';
import { allow, BadRequest, found } from '../web/errors.js';
import { chosenId, wholeNumber } from '../web/fields.js';
import { refuseForgery } from '../web/forgery.js';
import { formReader } from '../web/form-body.js';
import { formView, labelsOf, takeForm, typedOf } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { noteEvents } from '../web/note-events.js';
import { page } from '../web/views.js';
import { inBackground } from './background.js';
import { beginImport, type NewImport } from './begin-import.js';
import { type ColumnKey, importTargets, type Remembered } from './columns.js';
import { importsHref, uploadPage } from './new-page.js';
import { canImport } from './permissions.js';
import { planImport } from './plan-import.js';
import { headsToRemember, listIn, placesIn, readTable, rememberedHeads } from './read-list.js';

const readUpload = uploadReader({
  mostBytes: 8 * 1024 * 1024,
  mostAtOnce: 1,
  accountOf: (res) => viewerOf(res).accountId,
});
/** A list that is carried along in a form, in letters of which three bytes need four. */
const readCarried = formReader({ bytes: '11mb', fields: 60 });

const UploadForm = z.object({ parkId: chosenId });
const labels = { file: 'imports.file', parkId: 'imports.park' } as const;

/** Taking a list, and which column of it is which: their bodies have readers of their own, above that of forms. */
export function importUploadRoutes(deps: Deps): Router {
  const router = Router();
  const carried = [requireSignIn, readCarried, refuseForgery, noteEvents];
  router.post('/imports', requireSignIn, readUpload, refuseForgery, (req, res) =>
    takeFile(deps, req, res),
  );
  router.post('/imports/columns', ...carried, (req, res) => takeColumns(deps, req, res));
  router.post('/imports/heads', ...carried, (req, res) => listColumns(deps, req, res));
  return router;
}

/** The park of a form, among those that the viewer logs ventures in. */
async function parkOf({ db }: Deps, res: Response, parkId: number): Promise<number> {
  const viewer = viewerOf(res);
  const parks = await parksToLogIn(db, viewer);
  return found(parks.find(({ id }) => id === parkId) ?? null).id;
}

async function takeFile(deps: Deps, req: Request, res: Response): Promise<void> {
  allow(canImport(viewerOf(res)));
  const say = sayTo(res);
  const form = await takeForm(UploadForm, req.body, async ({ parkId: asked }) => {
    const parkId = await parkOf(deps, res, asked);
    const { name, bytes } = uploadOf(res, 'imports.too-large');
    const remembered = await rememberedHeads(deps.db, parkId);
    const table = await readTable(bytes, say, { remembered });
    const places = placesIn(table, say, remembered);
    const file = { parkId, name, bytes, table, remembered };
    return places === null ? file : begin(deps, res, { parkId, name, table, places });
  });
  if (!form.ok) {
    res.status(422);
    const view = formView(say, typedOf(req.body), form.faults, labelsOf(say, labels));
    return uploadPage(deps, res, view);
  }
  if (typeof form.value === 'string') return leadOn(res, form.value);
  showColumns(res, form.value);
}

type Mapped = { parkId: number; name: string; table: FileTable; places: Places<ColumnKey> };

/** @returns the address of the batch */
async function begin(
  deps: Deps,
  res: Response,
  { parkId, name, table, places }: Mapped,
  headings: NewImport['headings'] = [],
): Promise<string> {
  const { db, clock } = deps;
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  const list = listIn(table, places, today(by.at));
  const id = await beginImport(db, by, { parkId, fileName: name, list, headings });
  await inBackground(id, 'plan', () => planImport(db, by, id));
  return `${importsHref}/${id}`;
}

const Carried = z.object({ parkId: wholeNumber(1, 1_000_000_000), name: z.string().max(300) });

async function carriedBy(deps: Deps, req: Request, res: Response) {
  allow(canImport(viewerOf(res)));
  const read = Carried.safeParse(req.body);
  if (!read.success) throw new BadRequest();
  const parkId = await parkOf(deps, res, read.data.parkId);
  const { bytes, chosen } = carriedFile(req.body);
  const remembered = await rememberedHeads(deps.db, parkId);
  const table = await readTable(bytes, sayTo(res), { remembered, chosen });
  return { parkId, name: read.data.name, bytes, table, remembered };
}

async function takeColumns(deps: Deps, req: Request, res: Response): Promise<void> {
  const file = await carriedBy(deps, req, res);
  const say = sayTo(res);
  const { places, faults } = chosenPlaces(req.body, file.table, importTargets(say));
  if (faults.length > 0) return showColumns(res.status(422), file, { places, faults });
  try {
    const mapped = Object.assign(file, { places });
    const headings = headsToRemember(file.table, places, say, file.remembered);
    leadOn(res, await begin(deps, res, mapped, headings));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const wrong = error.faults.map((fault) => Object.assign({}, fault, { field: '' }));
    showColumns(res.status(422), file, { places, faults: wrong });
  }
}

/** The columns under another row of headings. */
async function listColumns(deps: Deps, req: Request, res: Response): Promise<void> {
  showColumns(res, await carriedBy(deps, req, res));
}

type Carrying = {
  parkId: number;
  name: string;
  bytes: Buffer;
  table: FileTable;
  remembered: Remembered;
};

function showColumns(
  res: Response,
  { parkId, name, bytes, table, remembered }: Carrying,
  chosen: { places?: Places<ColumnKey>; faults?: Fault[] } = {},
): void {
  const { say } = frameOf(res);
  const targets = importTargets(say, remembered);
  const shown = presentColumns(say, {
    table,
    targets,
    bytes,
    places: chosen.places ?? likelyPlaces(table, targets),
    faults: chosen.faults ?? [],
    action: `${importsHref}/columns`,
    headsAction: `${importsHref}/heads`,
    again: `${importsHref}/new`,
    hidden: [
      { name: 'parkId', value: String(parkId) },
      { name: 'name', value: name.slice(0, 200) },
    ],
  });
  const title = say('imports.new');
  const crumbs = [{ href: importsHref, label: say('imports.title') }];
  page(res, 'files/columns', Object.assign(shown, { title, crumbs }));
}
