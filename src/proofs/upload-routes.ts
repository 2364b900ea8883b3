import { type Request, type Response, Router } from 'express';
import { keptPerson, personHref } from '../people/kept-person.js';
import { requireSignIn } from '../people/viewer.js';
import type { SealingDeps } from '../vault/deps.js';
import { answerForm } from '../web/answer-form.js';
import { refuseForgery } from '../web/forgery.js';
import { takeForm } from '../web/forms.js';
import { noteEvents } from '../web/note-events.js';
import { addProof } from './add-proof.js';
import { ProofForm, proofLabels } from './forms.js';
import { proofPage } from './proof-page.js';
import { readUpload } from './read-upload.js';
import { takeSealed } from './take-sealed.js';

/**
 * Takes a file of proof. Its body has a reader of its own, so this stands above the reader of forms and asks
 * by itself for the sign-in, and for the token of the form.
 */
export function proofUploadRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.post(
    '/people/:number/proofs/new',
    requireSignIn,
    readUpload,
    refuseForgery,
    noteEvents,
    (req, res) => upload(deps, req, res),
  );
  return router;
}

async function upload(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const person = await keptPerson(deps.db, req, res);
  const personId = person.id;
  const form = await takeForm(ProofForm, req.body, ({ item }) =>
    takeSealed(deps, { req, res, personId }, async (tx, by, file, keep) => {
      await addProof(tx, by, { ...file, personId, item });
      keep();
      return personHref(person);
    }),
  );
  await answerForm(res, form, proofLabels, (view) => proofPage(res, person, view));
}
