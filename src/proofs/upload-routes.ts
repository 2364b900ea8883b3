import { type Request, type Response, Router } from 'express';
import { Refusal } from '../language/refusal.js';
import { transactOnce } from '../people/act-once.js';
import { keptPerson, personHref } from '../people/kept-person.js';
import { requireSignIn } from '../people/viewer.js';
import { proofsFolder } from '../process/data-folders.js';
import type { SealingDeps } from '../vault/deps.js';
import { answerForm } from '../web/answer-form.js';
import { refuseForgery } from '../web/forgery.js';
import { takeForm } from '../web/forms.js';
import { noteEvents } from '../web/note-events.js';
import { addProof } from './add-proof.js';
import { checkFile, isFault } from './check-file.js';
import { plainName } from './file-name.js';
import { storeFile } from './file-store.js';
import { ProofForm, proofLabels } from './forms.js';
import { proofPage } from './proof-page.js';
import { proofFileOf, readUpload } from './read-upload.js';
import { recordStored } from './record-stored.js';

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
  const { db, keys, config } = deps;
  const person = await keptPerson(db, req, res);
  const form = await takeForm(ProofForm, req.body, async ({ item }) => {
    const { name, bytes } = proofFileOf(res);
    const kind = await checkFile({ name, bytes });
    if (isFault(kind)) throw new Refusal([kind]);
    const stored = await storeFile(proofsFolder(config), keys, { personId: person.id, bytes });
    const about = { personId: person.id, item, name: plainName(name), mediaType: kind.mediaType };
    // Where that is refused, or was done before, the file goes again.
    return recordStored(config, stored, (keep) =>
      transactOnce(deps, req, res, async (tx, by) => {
        await addProof(tx, by, { ...about, stored });
        keep();
        return personHref(person);
      }),
    );
  });
  await answerForm(res, form, proofLabels, (view) => proofPage(res, person, view));
}
