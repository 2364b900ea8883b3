import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { requireSignIn } from '../../people/viewer.js';
import { addProof, type NewProof } from '../../proofs/add-proof.js';
import { proofLabels } from '../../proofs/forms.js';
import type { ProofItem } from '../../proofs/items.js';
import { readUpload } from '../../proofs/read-upload.js';
import { takeSealed } from '../../proofs/take-sealed.js';
import type { SealingDeps } from '../../vault/deps.js';
import { answerForm } from '../../web/answer-form.js';
import { refuseForgery } from '../../web/forgery.js';
import { type FormResult, takeForm } from '../../web/forms.js';
import { leadOn } from '../../web/lead-on.js';
import { noteEvents } from '../../web/note-events.js';
import { attachProof } from '../attach-proof.js';
import type { CaseFile } from '../find-case.js';
import { askedItem } from './asked-item.js';
import { fillableCase } from './fillable-case.js';
import { kindOfProof } from './proof-item.js';
import { proofPage } from './proof-page.js';
import { signedFormPage } from './signed-form-page.js';

/**
 * Takes a file of proof for a case. Its body has a reader of its own, so this stands above the reader of forms and asks
 * by itself for the sign-in, and for the token of the form.
 */
export function waiverUploadRoutes(deps: SealingDeps): Router {
  const router = Router();
  const read = [requireSignIn, readUpload, refuseForgery, noteEvents];
  router.post('/waivers/:number/proof/:item', ...read, (req: Request, res: Response) =>
    uploadItem(deps, req, res),
  );
  router.post('/waivers/:number/signed-form', ...read, (req: Request, res: Response) =>
    uploadSignedForm(deps, req, res),
  );
  return router;
}

async function uploadItem(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const { application, proof } = await askedItem(deps, req, res);
  const address = `/waivers/${application.number}/proof/${proof.id}`;
  const form = await takeFile(deps, req, res, application, {
    item: kindOfProof(proof),
    address,
    attach: (tx, by, proofFileId) =>
      attachProof(tx, by, application, { item: proof.id, proofFileId }),
  });
  // The same file once more is no new one.
  if (form.ok) return leadOn(res, form.value, 'paper-attached');
  await answerForm(res, form, proofLabels, (view) =>
    proofPage(deps.db, res, application, proof, view),
  );
}

/** The form that the founder has signed, where the park submits it; it belongs to no item of the policy. */
async function uploadSignedForm(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const application = await fillableCase(deps.db, req, res);
  const form = await takeFile(deps, req, res, application, {
    item: 'application-form',
    address: `/waivers/${application.number}`,
    attach: async () => {},
  });
  if (form.ok) return leadOn(res, form.value, 'unchanged');
  await answerForm(res, form, proofLabels, (view) =>
    signedFormPage(deps.db, res, application, view),
  );
}

type Target = {
  item: ProofItem;
  /** Where it leads. */
  address: string;
  attach(tx: Tx, by: Actor, proofFileId: number): Promise<void>;
};

/** Checks, seals and records the file that was sent; one that the person has sent before is used again. */
async function takeFile(
  deps: SealingDeps,
  req: Request,
  res: Response,
  { personId }: CaseFile,
  target: Target,
): Promise<FormResult<string>> {
  return takeForm(z.object({}), req.body, () =>
    takeSealed(deps, { req, res, personId }, async (tx, by, file, keep) => {
      const proof = await recorded(tx, by, { ...file, personId, item: target.item });
      await target.attach(tx, by, proof.id);
      if (proof.isNew) keep();
      return target.address;
    }),
  );
}

async function recorded(tx: Tx, by: Actor, proof: NewProof) {
  const { personId, item, stored } = proof;
  const same = await tx.proofFile.findFirst({
    where: { personId, item, sha256: stored.sha256, removedAt: null },
    select: { id: true },
  });
  if (same) return { id: same.id, isNew: false };
  return { id: await addProof(tx, by, proof), isNew: true };
}
