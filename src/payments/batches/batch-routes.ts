import { createHash } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { makeFile } from '../../exports/make-book.js';
import { exportFormats } from '../../exports/prepared.js';
import { asFile, sendBytes } from '../../exports/send-export.js';
import {
  carriedFile,
  chosenPlaces,
  isFault,
  likelyPlaces,
  type Places,
  placesByHeads,
} from '../../files/choose-columns.js';
import { presentColumns } from '../../files/columns-page.js';
import type { ChosenRow, FileTable } from '../../files/table.js';
import { tableOf } from '../../files/table-of.js';
import { uploadOf, uploadReader } from '../../files/upload.js';
import { yuan } from '../../language/format.js';
import { Conflict, type Fault, Refusal } from '../../language/refusal.js';
import { actOnce, sentBefore, transactOnce } from '../../people/act-once.js';
import { requireSignIn, viewerOf } from '../../people/viewer.js';
import type { SealingDeps } from '../../vault/deps.js';
import { answerForm } from '../../web/answer-form.js';
import { allow, found } from '../../web/errors.js';
import { choice, wholeNumber } from '../../web/fields.js';
import { refuseForgery } from '../../web/forgery.js';
import { formReader } from '../../web/form-body.js';
import { type FormView, formView, readForm, takeForm } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { leadOn } from '../../web/lead-on.js';
import { noteEvents } from '../../web/note-events.js';
import { page } from '../../web/views.js';
import { canPay, canSeeBatches } from '../permissions.js';
import { presentTable } from '../present-table.js';
import { applyAnswer } from './apply-answer.js';
import { bankTable } from './bank-table.js';
import { type FullBatch, findBatch } from './find-batch.js';
import { gatherBatch, obstacleTo, payableClaims } from './gather-batch.js';
import { batchHref, presentBatch } from './present-batch.js';
import { type AnswerColumn, answerRows, answerTargets, isAnswerFault } from './read-answer.js';
import { cancelBatch, releaseBatch } from './release-batch.js';

const list = (item: z.ZodType<string>) =>
  z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(item));
const GatherForm = z.object({
  region: z.string().max(12),
  claims: list(z.string().regex(/^\d{1,9}$/)).transform((ids) => ids.map(Number)),
});
const gatherLabels = { claims: 'payments.batch.claims' } as const;
const VersionForm = z.object({ version: wholeNumber(1, 1_000_000_000) });
const FileForm = z.object({ format: choice(exportFormats) });
const answerLabels = { file: 'payments.answer.file' } as const;

const of = '/payments/batches/:number';

const readAnswerUpload = uploadReader({
  mostBytes: 4 * 1024 * 1024,
  mostAtOnce: 1,
  accountOf: (res) => viewerOf(res).accountId,
});
const readCarriedAnswer = formReader({ bytes: '6mb', fields: 60 });

/** Takes a bank's answer: its body has a reader of its own, above that of forms. */
export function answerUploadRoutes(deps: SealingDeps): Router {
  const router = Router();
  const guarded = [requireSignIn, readAnswerUpload, refuseForgery, noteEvents];
  const carried = [requireSignIn, readCarriedAnswer, refuseForgery, noteEvents];
  router.post(`${of}/answer`, ...guarded, (req: Request, res: Response) => answer(deps, req, res));
  router.post(`${of}/answer/columns`, ...carried, (req: Request, res: Response) =>
    answerColumns(deps, req, res),
  );
  router.post(`${of}/answer/heads`, ...carried, (req: Request, res: Response) =>
    answerHeads(deps, req, res),
  );
  return router;
}

/** Batches of payments (拨付批次): gathered by one person, released by another, taken to the bank and answered. */
export function batchRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get('/payments/batches/new', (req, res) => newPage(deps, req, res, null));
  router.post('/payments/batches', (req, res) => gather(deps, req, res));
  router.get(of, async (req, res) => batchPage(res, await batchOf(deps, req, res), null));
  router.get(`${of}/answer`, async (req, res) =>
    answerPage(res, await answeredBatch(deps, req, res), formView(sayTo(res), {})),
  );
  router.post(`${of}/release`, (req, res) => move(deps, req, res, releaseBatch));
  router.post(`${of}/cancellation`, (req, res) => move(deps, req, res, cancelBatch));
  router.post(`${of}/file`, (req, res) => take(deps, req, res));
  return router;
}

async function batchOf({ db }: SealingDeps, req: Request, res: Response): Promise<FullBatch> {
  const viewer = viewerOf(res);
  allow(canSeeBatches(viewer));
  return found(await findBatch(db, viewer, String(req.params.number)));
}

const batchPage = (res: Response, batch: FullBatch, form: FormView | null): void =>
  page(
    res,
    'payments/batch',
    presentBatch(
      batch,
      { viewer: viewerOf(res), form: form ?? formView(sayTo(res), {}) },
      frameOf(res),
    ),
  );

/** The counties that somebody pays for. */
async function regionsOf({ db }: SealingDeps, res: Response) {
  const viewer = viewerOf(res);
  const counties = await db.region.findMany({
    where: { kind: 'county' },
    orderBy: { sequence: 'asc' },
  });
  return counties.filter(({ code }) => canPay(viewer, code));
}

async function newPage(
  deps: SealingDeps,
  req: Request,
  res: Response,
  form: FormView | null,
): Promise<void> {
  const frame = frameOf(res);
  const { say, lang } = frame;
  const regions = await regionsOf(deps, res);
  allow(regions.length > 0);
  const wanted = String(form?.typed.region ?? req.query.region ?? regions[0]?.code);
  const region = found(regions.find(({ code }) => code === wanted) ?? null);
  const all = await payableClaims(deps.db, region.code);
  const free = all.filter((claim) => obstacleTo(claim) === null);
  const name = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) =>
    lang === 'zh' ? nameZh : nameEn;
  const barred = all.filter((claim) => obstacleTo(claim) !== null);
  page(res, 'payments/new-batch', {
    title: say('payments.batch.new'),
    crumbs: [
      { href: '/payments', label: say('payments.title') },
      { href: '/payments/batches', label: say('payments.batches') },
    ],
    regions:
      regions.length < 2
        ? null
        : regions.map((each) => ({
            href: `/payments/batches/new?region=${each.code}`,
            label: name(each),
            current: each === region,
          })),
    region: region.code,
    action: '/payments/batches',
    back: '/payments/batches',
    options:
      free.length === 0
        ? null
        : free.map((claim) => ({
            value: String(claim.id),
            label: say('payments.batch.option', {
              number: claim.number,
              name: claim.venture,
              sum: yuan(claim.fen, lang),
            }),
            hint: [
              claim.payee ?? '',
              claim.failedNumber
                ? say(claim.isFailedTwice ? 'payments.batch.again-same' : 'payments.batch.again', {
                    number: claim.failedNumber,
                  })
                : '',
            ]
              .filter(Boolean)
              .join(' · '),
          })),
    sum: say('payments.batch.sum', {
      n: free.length,
      sum: yuan(
        free.reduce((total, { fen }) => total + fen, 0),
        lang,
      ),
    }),
    barred:
      barred.length === 0
        ? null
        : presentTable(
            [
              say('payments.claim.number'),
              say('payments.grant.venture'),
              { money: say('payments.claim.fen') },
              say('payments.batch.why'),
            ],
            barred.map((claim) => [
              { text: claim.number, href: `/payments/claims/${claim.number}` },
              claim.venture,
              { fen: claim.fen },
              say(`payments.batch.why-${obstacleTo(claim) ?? 'less'}`),
            ]),
            frame,
          ),
    form: form ?? formView(say, { claims: free.map(({ id }) => String(id)) }),
  });
}

async function gather(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  allow((await regionsOf(deps, res)).length > 0);
  const form = await actOnce(deps, req, res, GatherForm, async (tx, by, { region, claims }) =>
    batchHref({
      number: await gatherBatch(tx, by, { regionCode: region, claimIds: claims }),
    }),
  );
  await answerForm(res, form, gatherLabels, (view) => newPage(deps, req, res, view));
}

async function move(
  deps: SealingDeps,
  req: Request,
  res: Response,
  verb: typeof releaseBatch,
): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const batch = await batchOf(deps, req, res);
  const form = await actOnce(deps, req, res, VersionForm, async (tx, by, { version }) => {
    await verb(tx, by, { id: batch.id, version });
    return batchHref(batch);
  });
  await answerForm(res, form, {}, (view) => batchPage(res, batch, view));
}

/** The bank's table with whole numbers: who takes it is recorded before the first row goes. */
async function take(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const { db, keys, clock } = deps;
  const viewer = viewerOf(res);
  const batch = await batchOf(deps, req, res);
  allow(canPay(viewer, batch.regionCode));
  if (batch.state !== 'released') throw new Conflict('payments.batch.not-released');
  const form = readForm(FileForm, req.body);
  if (!form.ok) return answerForm(res, form, answerLabels, (view) => batchPage(res, batch, view));
  const { format } = form.value;
  const by = { accountId: viewer.accountId, name: viewer.name, at: clock.now() };
  const voice = frameOf(res);
  const prepared = bankTable(batch, { keys, at: by.at }, voice);
  const { bytes } = await makeFile(db, by, { prepared, format, voice, telling: 'first' });
  asFile(res, prepared.name, format);
  await sendBytes(req, res, bytes);
}

const readTable = (res: Response, bytes: Buffer, chosen: ChosenRow | null): Promise<FileTable> =>
  tableOf(bytes, { headings: answerTargets(sayTo(res)), chosen });

/** @throws Conflict for a batch that was not released */
async function answeredBatch(deps: SealingDeps, req: Request, res: Response): Promise<FullBatch> {
  const batch = await batchOf(deps, req, res);
  allow(canPay(viewerOf(res), batch.regionCode));
  if (batch.state !== 'released') throw new Conflict('payments.batch.not-released');
  return batch;
}

async function answer(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const batch = await answeredBatch(deps, req, res);
  const say = sayTo(res);
  const form = await takeForm(z.object({}), req.body, async () => {
    const { bytes } = uploadOf(res, 'payments.answer.too-large');
    const table = await readTable(res, bytes, null);
    if (!table.isFound) return { table, bytes };
    const places = placesByHeads(table.heads, answerTargets(say));
    if (isFault(places)) throw new Refusal([places]);
    return enter(deps, { req, res, batch }, { table, bytes, places });
  });
  if (!form.ok) return answerForm(res, form, answerLabels, (view) => answerPage(res, batch, view));
  if (typeof form.value === 'string') leadOn(res, form.value, 'unchanged');
  else columnsPage(res, batch, form.value);
}

async function answerColumns(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const batch = await answeredBatch(deps, req, res);
  const { bytes, chosen } = carriedFile(req.body);
  const table = await readTable(res, bytes, chosen);
  const { places, faults } = chosenPlaces(req.body, table, answerTargets(sayTo(res)));
  if (faults.length > 0)
    return columnsPage(res.status(422), batch, { table, bytes, places, faults });
  const form = await takeForm(z.object({}), req.body, () =>
    enter(deps, { req, res, batch }, { table, bytes, places }),
  );
  if (form.ok) return leadOn(res, form.value, 'unchanged');
  const wrong = form.faults.map((fault) => ({ ...fault, field: '' }));
  columnsPage(res.status(422), batch, { table, bytes, places, faults: wrong });
}

async function answerHeads(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const batch = await answeredBatch(deps, req, res);
  const { bytes, chosen } = carriedFile(req.body);
  columnsPage(res, batch, { table: await readTable(res, bytes, chosen), bytes });
}

/** @returns where to go. @throws Refusal with the rows that are wrong */
function enter(
  deps: SealingDeps,
  { req, res, batch }: { req: Request; res: Response; batch: FullBatch },
  { table, bytes, places }: { table: FileTable; bytes: Buffer; places: Places<AnswerColumn> },
): Promise<string> {
  const say = sayTo(res);
  const rows = answerRows(table, places, say);
  if (isAnswerFault(rows)) throw new Refusal([rows]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return transactOnce(deps, req, res, async (tx, by) => {
    await applyAnswer(tx, by, { batchId: batch.id, sha256, rows }, say);
    return batchHref(batch);
  });
}

function answerPage(res: Response, batch: FullBatch, form: FormView): void {
  const say = sayTo(res);
  const href = batchHref(batch);
  page(res, 'payments/answer', {
    title: say('payments.answer.title'),
    over: batch.number,
    crumbs: [
      { href: '/payments', label: say('payments.title') },
      { href: '/payments/batches', label: say('payments.batches') },
      { href, label: batch.number },
    ],
    action: `${href}/answer`,
    back: href,
    form,
  });
}

type Choice = {
  table: FileTable;
  bytes: Buffer;
  places?: Places<AnswerColumn>;
  faults?: Fault[];
};

function columnsPage(res: Response, batch: FullBatch, { table, bytes, places, faults }: Choice) {
  const say = sayTo(res);
  const targets = answerTargets(say);
  const href = batchHref(batch);
  const shown = presentColumns(say, {
    table,
    targets,
    bytes,
    places: places ?? likelyPlaces(table, targets),
    faults: faults ?? [],
    action: `${href}/answer/columns`,
    headsAction: `${href}/answer/heads`,
    again: `${href}/answer`,
    hidden: [],
  });
  page(res, 'files/columns', {
    ...shown,
    title: say('payments.answer.title'),
    crumbs: [{ href, label: batch.number }],
  });
}
