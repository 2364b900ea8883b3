import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import { dayAfter } from '../calendar/last-day.js';
import { Conflict } from '../language/refusal.js';
import { actOnce, sentBefore } from '../people/act-once.js';
import { requireSignIn, viewerOf } from '../people/viewer.js';
import { proofsFolder } from '../process/data-folders.js';
import { acceptedTypes } from '../proofs/file-kinds.js';
import { deleteStored } from '../proofs/file-store.js';
import { readUpload } from '../proofs/read-upload.js';
import { sendFile } from '../proofs/send-file.js';
import { takeSealed } from '../proofs/take-sealed.js';
import type { SealingDeps } from '../vault/deps.js';
import { answerForm } from '../web/answer-form.js';
import { allow, found } from '../web/errors.js';
import { choice, day, optionalText, text } from '../web/fields.js';
import { refuseForgery } from '../web/forgery.js';
import { type FormView, formView, takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { noteEvents } from '../web/note-events.js';
import { page } from '../web/views.js';
import { giveNotice, noticeGivers, withdrawNotice } from './give-notice.js';
import { attachLeasePaper, openLeasePaper, removeLeasePaper } from './lease-papers.js';
import { aroundLease, type LeaseOnItsPage, partiesOf } from './lease-queries.js';
import { canWriteVenture, readsLease } from './permissions.js';
import { presentAgreement } from './present-agreement.js';
import { leaseFacts } from './present-lease.js';
import { leaseActions, presentLeasePage } from './present-lease-page.js';
import { aboutVenture } from './residency-present.js';
import { findTenancy, type TenancyFound } from './tenancy-queries.js';

const NoticeForm = z.object({
  givenBy: choice(noticeGivers),
  givenOn: day,
  lastOn: day,
  note: optionalText(200),
});
const ReasonForm = z.object({ reason: text(200) });
const noticeLabels = {
  givenBy: 'ventures.notice.by',
  givenOn: 'ventures.notice.given',
  lastOn: 'ventures.notice.last',
  note: 'ventures.notice.note',
} as const;
const reasonLabels = { reason: 'ventures.void.reason' } as const;

export const leaseHref = ({ id }: { id: number }): string => `/tenancies/${id}`;

/** The page of a lease: its terms, its notice to quit, the scan of its agreement, and the agreement itself for paper. */
export function leasePageRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get('/tenancies/:id', async (req, res) => {
    await leasePage(deps, res, await readLease(deps, req, res));
  });
  router.get('/tenancies/:id/agreement', (req, res) => agreementPage(deps, req, res));
  router.get('/tenancies/:id/notice', async (req, res) => {
    const lease = await noticeable(deps, req, res);
    const givenOn = today(deps.clock.now());
    noticePage(res, lease, formView(sayTo(res), { givenBy: 'tenant', givenOn }));
  });
  router.post('/tenancies/:id/notice', (req, res) => giveIt(deps, req, res));
  router.get('/tenancies/:id/notice/withdrawal', async (req, res) => {
    const lease = await keptLease(deps, req, res);
    await standing(deps, lease);
    withdrawalPage(res, lease, formView(sayTo(res), {}));
  });
  router.post('/tenancies/:id/notice/withdrawal', (req, res) => withdrawIt(deps, req, res));
  router.get('/tenancies/:id/papers/new', async (req, res) => {
    paperPage(res, await keptLease(deps, req, res), formView(sayTo(res), {}));
  });
  router.get('/tenancies/:id/papers/:paper', (req, res) => download(deps, req, res));
  router.get('/tenancies/:id/papers/:paper/removal', async (req, res) => {
    const lease = await keptLease(deps, req, res);
    removalPage(res, lease, await paperOf(deps, lease, req), formView(sayTo(res), {}));
  });
  router.post('/tenancies/:id/papers/:paper/removal', (req, res) => removeIt(deps, req, res));
  return router;
}

/** Takes the scan of an agreement: its body has a reader of its own, above that of forms. */
export function leasePaperUploadRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.post(
    '/tenancies/:id/papers',
    requireSignIn,
    readUpload,
    refuseForgery,
    noteEvents,
    (req: Request, res: Response) => attach(deps, req, res),
  );
  return router;
}

/** @throws NotFound for a lease that the viewer does not read */
async function readLease({ db }: SealingDeps, req: Request, res: Response): Promise<TenancyFound> {
  const viewer = viewerOf(res);
  const lease = found(await findTenancy(db, viewer, idParam(req.params.id)));
  return found(readsLease(viewer, lease) ? lease : null);
}

/** @throws Forbidden for who reads it and does not keep the venture */
async function keptLease(deps: SealingDeps, req: Request, res: Response): Promise<TenancyFound> {
  const lease = await readLease(deps, req, res);
  allow(canWriteVenture(viewerOf(res), lease.venture));
  return lease;
}

async function noticeable(deps: SealingDeps, req: Request, res: Response): Promise<TenancyFound> {
  const lease = await keptLease(deps, req, res);
  if (lease.voidedAt !== null) throw new Conflict('ventures.lease.void-already');
  if (lease.endedOn !== null) throw new Conflict('ventures.tenancy-ended-already');
  return lease;
}

/** @throws Conflict where no notice stands */
async function standing({ db }: SealingDeps, { id }: TenancyFound): Promise<void> {
  const stands = await db.quitNotice.count({ where: { tenancyId: id, withdrawnAt: null } });
  if (stands === 0) throw new Conflict('record.changed-meanwhile');
}

async function giveIt(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const lease = await noticeable(deps, req, res);
  const form = await actOnce(deps, req, res, NoticeForm, async (tx, by, { lastOn, ...notice }) => {
    await giveNotice(tx, by, { ...notice, tenancyId: lease.id, endsOn: dayAfter(lastOn) });
    return leaseHref(lease);
  });
  await answerForm(res, form, noticeLabels, (view) => noticePage(res, lease, view));
}

async function withdrawIt(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const lease = await keptLease(deps, req, res);
  const form = await actOnce(deps, req, res, ReasonForm, async (tx, by, { reason }) => {
    await withdrawNotice(tx, by, { tenancyId: lease.id, reason });
    return leaseHref(lease);
  });
  await answerForm(res, form, reasonLabels, (view) => withdrawalPage(res, lease, view));
}

async function attach(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const lease = await keptLease(deps, req, res);
  const form = await takeForm(z.object({}), req.body, () =>
    takeSealed(deps, { req, res, personId: null }, async (tx, by, file, keep) => {
      await attachLeasePaper(tx, by, { ...file, tenancyId: lease.id });
      keep();
      return leaseHref(lease);
    }),
  );
  const labels = { file: 'ventures.paper.file' } as const;
  await answerForm(res, form, labels, (view) => paperPage(res, lease, view));
}

const paperOf = async ({ db }: SealingDeps, lease: TenancyFound, req: Request) =>
  found(
    await db.leasePaper.findFirst({
      where: { id: idParam(req.params.paper), tenancyId: lease.id },
      include: { proofFile: true },
    }),
  );

async function download(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const { db, clock, config, keys } = deps;
  const paper = await paperOf(deps, await readLease(deps, req, res), req);
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  const bytes = await openLeasePaper(db, by, { folder: proofsFolder(config), keys }, paper);
  sendFile(req, res, paper.proofFile, bytes);
}

async function removeIt(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const lease = await keptLease(deps, req, res);
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const paper = await paperOf(deps, lease, req);
  let stored: string[] = [];
  const form = await actOnce(deps, req, res, ReasonForm, async (tx, by, { reason }) => {
    stored = await removeLeasePaper(tx, by, { id: paper.id, reason });
    return leaseHref(lease);
  });
  await deleteStored(proofsFolder(deps.config), stored);
  await answerForm(res, form, reasonLabels, (view) => removalPage(res, lease, paper, view));
}

async function leasePage(
  { db, clock }: SealingDeps,
  res: Response,
  lease: TenancyFound,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const now = today(clock.now());
  const canWrite = canWriteVenture(viewerOf(res), lease.venture);
  const shown: LeaseOnItsPage = Object.assign(lease, await aroundLease(db, lease));
  page(res, 'ventures/lease', {
    ...aboutVenture(lease.venture, say),
    title: say('ventures.lease.title', { space: lease.space.number }),
    actions: leaseActions(shown, { canWrite, now }, { say, lang }),
    ...presentLeasePage(shown, { canWrite, now }, { say, lang }),
    href: leaseHref(lease),
  });
}

function paperPage(res: Response, lease: TenancyFound, form: FormView): void {
  const { say } = frameOf(res);
  page(res, 'ventures/lease-paper', {
    ...aboutVenture(lease.venture, say),
    back: leaseHref(lease),
    title: say('ventures.paper.add'),
    action: `${leaseHref(lease)}/papers`,
    accept: acceptedTypes,
    form,
    hasErrors: form.summary.length > 0,
  });
}

async function agreementPage(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const { db } = deps;
  const lease = await readLease(deps, req, res);
  if (lease.voidedAt !== null) throw new Conflict('ventures.lease.void-already');
  const { say, lang } = frameOf(res);
  const around = await aroundLease(db, lease);
  const parties = await partiesOf(db, lease);
  page(res, 'ventures/agreement', {
    ...aboutVenture(lease.venture, say),
    crumbs: [
      ...aboutVenture(lease.venture, say).crumbs,
      {
        href: leaseHref(lease),
        label: say('ventures.lease.title', { space: lease.space.number }),
      },
    ],
    title: say('ventures.agreement.title'),
    ...presentAgreement(Object.assign(lease, around), parties, { say, lang }),
  });
}

function noticePage(res: Response, lease: TenancyFound, form: FormView): void {
  const { say, lang } = frameOf(res);
  page(res, 'ventures/notice', {
    ...aboutVenture(lease.venture, say),
    back: leaseHref(lease),
    title: say('ventures.notice.title'),
    action: `${leaseHref(lease)}/notice`,
    rows: leaseFacts(lease, { say, lang }),
    givers: noticeGivers.map((value) => ({ value, label: say(`ventures.notice.by.${value}`) })),
    form,
    hasErrors: form.summary.length > 0,
  });
}

function withdrawalPage(res: Response, lease: TenancyFound, form: FormView): void {
  const { say, lang } = frameOf(res);
  page(res, 'ventures/lease-act', {
    ...aboutVenture(lease.venture, say),
    back: leaseHref(lease),
    title: say('ventures.notice.withdraw'),
    lead: say('ventures.notice.withdraw-lead'),
    action: `${leaseHref(lease)}/notice/withdrawal`,
    rows: leaseFacts(lease, { say, lang }),
    submit: say('ventures.notice.withdraw'),
    form,
    hasErrors: form.summary.length > 0,
  });
}

function removalPage(
  res: Response,
  lease: TenancyFound,
  { id, proofFile }: { id: number; proofFile: { name: string } },
  form: FormView,
): void {
  const { say } = frameOf(res);
  page(res, 'ventures/lease-act', {
    ...aboutVenture(lease.venture, say),
    back: leaseHref(lease),
    title: say('ventures.paper.remove'),
    lead: say('ventures.paper.remove-lead'),
    action: `${leaseHref(lease)}/papers/${id}/removal`,
    rows: [{ label: say('ventures.paper.file'), value: proofFile.name }],
    submit: say('ventures.paper.remove'),
    form,
    hasErrors: form.summary.length > 0,
  });
}
