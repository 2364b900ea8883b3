import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { month as monthText } from '../language/format.js';
import { actOnce, sentBefore } from '../people/act-once.js';
import { requireSignIn, viewerOf } from '../people/viewer.js';
import { proofsFolder } from '../process/data-folders.js';
import { deleteStored } from '../proofs/file-store.js';
import { readUpload } from '../proofs/read-upload.js';
import { sendFile } from '../proofs/send-file.js';
import { takeSealed } from '../proofs/take-sealed.js';
import type { SealingDeps } from '../vault/deps.js';
import { aboutVenture } from '../ventures/residency-present.js';
import { answerForm } from '../web/answer-form.js';
import { allow, found } from '../web/errors.js';
import { choice, text, ticked, wholeNumber } from '../web/fields.js';
import { refuseForgery } from '../web/forgery.js';
import { type FormView, formView, takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { noteEvents } from '../web/note-events.js';
import { page } from '../web/views.js';
import { type AskedProofs, askedProofs } from './asked-proofs.js';
import { attachReturnProof } from './attach-return-proof.js';
import { type ProofKind, proofKinds } from './grade.js';
import { MOST_PEOPLE } from './headcount.js';
import { openReturnProof } from './open-return-proof.js';
import { proofPage } from './proof-page.js';
import { removeReturnProof } from './remove-return-proof.js';

const ProofForm = z.object({
  kind: choice(proofKinds),
  people: wholeNumber(1, MOST_PEOPLE, 'people'),
  consent: ticked.refine((isTicked) => isTicked, 'returns.proof.consent-needed'),
});
const labels = {
  kind: 'returns.proof.kind',
  people: 'returns.proof.people',
  consent: 'returns.proof.consent',
  file: 'returns.proof.file',
} as const;

const RemovalForm = z.object({ reason: text(300, { lines: true }) });
const of = '/ventures/:number/returns/:month/proofs';

/** Takes a file that proves a headcount: its body has a reader of its own, above that of forms. */
export function returnProofUploadRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.post(
    of,
    requireSignIn,
    readUpload,
    refuseForgery,
    noteEvents,
    (req: Request, res: Response) => attach(deps, req, res),
  );
  return router;
}

/** What proves a headcount: its page, its files, and removing one. */
export function returnProofRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get(of, async (req, res) => {
    await proofPage(deps, res, await askedProofs(deps, req, res), formView(sayTo(res), {}));
  });
  router.get(`${of}/:id`, (req, res) => download(deps, req, res));
  router.get(`${of}/:id/removal`, async (req, res) => {
    const asked = await askedProofs(deps, req, res);
    allow(asked.canAttach);
    const proof = await findProof(deps, asked, req);
    removalPage(res, asked, proof, formView(sayTo(res), {}));
  });
  router.post(`${of}/:id/removal`, (req, res) => remove(deps, req, res));
  return router;
}

async function attach(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const asked = await askedProofs(deps, req, res);
  allow(asked.canAttach);
  const { venture, month, href } = asked;
  const form = await takeForm(ProofForm, req.body, ({ kind, people }) =>
    takeSealed(deps, { req, res, personId: null }, async (tx, by, file, keep) => {
      const about = { ventureId: venture.id, month, kind, people };
      if (await attachReturnProof(tx, by, Object.assign(about, file))) keep();
      return href;
    }),
  );
  await answerForm(res, form, labels, (view) => proofPage(deps, res, asked, view));
}

const findProof = async ({ db }: SealingDeps, { venture, month }: AskedProofs, req: Request) =>
  found(
    await db.returnProof.findFirst({
      where: { id: idParam(req.params.id), ventureId: venture.id, month },
      include: { proofFile: true, venture: { select: { number: true } } },
    }),
  );
type Proof = Awaited<ReturnType<typeof findProof>>;

async function download(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const { db, clock, config, keys } = deps;
  const asked = await askedProofs(deps, req, res);
  allow(asked.canOpen);
  const proof = await findProof(deps, asked, req);
  found(proof.proofFile.removedAt === null ? proof : null);
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  const bytes = await openReturnProof(db, by, { folder: proofsFolder(config), keys }, proof);
  sendFile(req, res, proof.proofFile, bytes);
}

async function remove(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const asked = await askedProofs(deps, req, res);
  allow(asked.canAttach);
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const proof = await findProof(deps, asked, req);
  let stored: string[] = [];
  const form = await actOnce(deps, req, res, RemovalForm, async (tx, by, { reason }) => {
    stored = await removeReturnProof(tx, by, { id: proof.id, ventureId: proof.ventureId, reason });
    return asked.href;
  });
  await deleteStored(proofsFolder(deps.config), stored);
  await answerForm(res, form, { reason: 'returns.proof.remove.reason' }, (view) =>
    removalPage(res, asked, proof, view),
  );
}

function removalPage(
  res: Response,
  { venture, month, href }: AskedProofs,
  { id, kind, people }: Proof,
  form: FormView,
): void {
  const { say, lang } = frameOf(res);
  page(res, 'returns/remove-proof', {
    ...aboutVenture(venture, say),
    title: say('returns.proof.remove.title'),
    back: href,
    action: `${href}/${id}/removal`,
    rows: [
      { label: say('returns.month'), value: monthText(month, lang) },
      { label: say('returns.proof.kind'), value: say(`returns.proof.kind.${kind as ProofKind}`) },
      { label: say('returns.proof.people'), value: String(people) },
    ],
    form,
    hasErrors: form.summary.length > 0,
  });
}
