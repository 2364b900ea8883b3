import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { NoFields } from '../../identities/forms.js';
import { liveConsent } from '../../identities/live-consent.js';
import { actOnce } from '../../people/act-once.js';
import { proofLabels } from '../../proofs/forms.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { found } from '../../web/errors.js';
import { wholeNumber } from '../../web/fields.js';
import { formView } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { idParam } from '../../web/id-param.js';
import { leadOn } from '../../web/lead-on.js';
import { page } from '../../web/views.js';
import { attachProof, detachProof } from '../attach-proof.js';
import { askedItem } from './asked-item.js';
import { fillableCase } from './fillable-case.js';
import { keptProofPage, proofPage } from './proof-page.js';
import { signedFormPage } from './signed-form-page.js';

/** The proof of a case, an item at a time. Taking a file is in proof-upload-routes. */
export function waiverProofRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/waivers/:number/proof/:item', async (req, res) => {
    const { application, proof } = await askedItem(deps, req, res);
    // What is collected and why is read before anything is asked for.
    if (!(await liveConsent(deps.db, application.personId, 'proof')))
      return leadOn(res, `/waivers/${application.number}/consents/proof`);
    await proofPage(deps.db, res, application, proof, formView(sayTo(res), {}));
  });
  router.get('/waivers/:number/signed-form', async (req, res) => {
    const item = await fillableCase(deps.db, req, res);
    await signedFormPage(deps.db, res, item, formView(sayTo(res), {}));
  });
  router.get('/waivers/:number/proof/:item/kept', async (req, res) => {
    const { application, proof } = await askedItem(deps, req, res);
    await keptProofPage(deps.db, res, application, proof, formView(sayTo(res), {}));
  });
  router.get('/waivers/:number/proof/:item/:file/removal', (req, res) =>
    askDetaching(deps, req, res),
  );
  router.post('/waivers/:number/proof/:item/kept', (req, res) => useKept(deps, req, res));
  router.post('/waivers/:number/proof/:item/:file/removal', (req, res) => detach(deps, req, res));
  return router;
}

const StoredForm = z.object({ kept: wholeNumber(1, 1_000_000_000_000) });

async function useKept(deps: Deps, req: Request, res: Response): Promise<void> {
  const { application, proof } = await askedItem(deps, req, res);
  const form = await actOnce(deps, req, res, StoredForm, async (tx, by, { kept }) => {
    await attachProof(tx, by, application, { item: proof.id, proofFileId: kept });
    return `/waivers/${application.number}/proof/${proof.id}`;
  });
  const labels = { ...proofLabels, kept: 'waivers.proof.kept-choose' } as const;
  if (form.ok) return leadOn(res, form.value, 'paper-attached');
  await answerForm(res, form, labels, (view) =>
    keptProofPage(deps.db, res, application, proof, view),
  );
}

/** A file that is attached to the item of the address, and its name. */
async function attachedFile(deps: Deps, req: Request, res: Response) {
  const { application, proof } = await askedItem(deps, req, res);
  const proofFileId = idParam(req.params.file);
  const { proofFile } = found(
    application.proof.find((row) => row.item === proof.id && row.proofFileId === proofFileId),
  );
  return { application, proof, proofFileId, name: proofFile.name };
}

/** Asked on a page of its own: a file that was chosen beside the button could not be carried. */
async function askDetaching(deps: Deps, req: Request, res: Response): Promise<void> {
  const { application, proof, proofFileId, name } = await attachedFile(deps, req, res);
  const { say, lang } = frameOf(res);
  const back = `/waivers/${application.number}/proof/${proof.id}`;
  page(res, 'web/confirm', {
    title: say('waivers.proof.detach'),
    over: application.number,
    crumbs: [{ href: back, label: proof.text[lang] }],
    text: say('waivers.proof.detach-text', { name }),
    label: say('waivers.proof.detach'),
    action: `${back}/${proofFileId}/removal`,
    back,
  });
}

async function detach(deps: Deps, req: Request, res: Response): Promise<void> {
  const { application, proof, proofFileId } = await attachedFile(deps, req, res);
  const form = await actOnce(deps, req, res, NoFields, async (tx, by) => {
    await detachProof(tx, by, application, { item: proof.id, proofFileId });
    return `/waivers/${application.number}/proof/${proof.id}`;
  });
  if (form.ok) return leadOn(res, form.value, 'paper-detached');
  await answerForm(res, form, {}, (view) => proofPage(deps.db, res, application, proof, view));
}
