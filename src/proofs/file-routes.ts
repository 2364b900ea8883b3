import { type Request, type Response, Router } from 'express';
import { NoFields } from '../identities/forms.js';
import { liveConsent } from '../identities/live-consent.js';
import { actOnce, sentBefore } from '../people/act-once.js';
import { keptPerson, personHref, seenPerson } from '../people/kept-person.js';
import { canSeePrivate } from '../people/permissions.js';
import type { PersonWithVentures } from '../people/person-queries.js';
import { viewerOf } from '../people/viewer.js';
import { proofsFolder } from '../process/data-folders.js';
import type { SealingDeps } from '../vault/deps.js';
import { answerForm } from '../web/answer-form.js';
import { allow, found } from '../web/errors.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { deleteStored } from './file-store.js';
import type { ProofItem } from './items.js';
import { openProof } from './open-proof.js';
import { proofPage } from './proof-page.js';
import { removeProof } from './remove-proof.js';
import { sendFile } from './send-file.js';

/** The files of proof of a person: sending one, opening it, removing it. Taking it is in upload-routes. */
export function proofFileRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get('/people/:number/proofs/new', async (req, res) => {
    const person = await keptPerson(deps.db, req, res);
    // What is collected and why is read before anything is asked for.
    if (!(await liveConsent(deps.db, person.id, 'proof'))) {
      return leadOn(res, `${personHref(person)}/consents/proof`);
    }
    proofPage(res, person, formView(sayTo(res), {}));
  });
  router.get('/people/:number/proofs/:id', (req, res) => download(deps, req, res));
  router.get('/people/:number/proofs/:id/removal', async (req, res) => {
    const person = await keptPerson(deps.db, req, res);
    const file = await fileOf(deps, person, req);
    removalPage(res, person, file, formView(sayTo(res), {}));
  });
  router.post('/people/:number/proofs/:id/removal', (req, res) => remove(deps, req, res));
  return router;
}

const fileOf = async ({ db }: SealingDeps, person: PersonWithVentures, req: Request) => {
  const where = { id: idParam(req.params.id), personId: person.id, removedAt: null };
  return Object.assign(found(await db.proofFile.findFirst({ where })), { personId: person.id });
};
type File = Awaited<ReturnType<typeof fileOf>>;

async function download(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const { db, clock, config, keys } = deps;
  const viewer = viewerOf(res);
  const person = await seenPerson(db, req, res);
  allow(canSeePrivate(viewer, person));
  const file = await fileOf(deps, person, req);
  const by = { accountId: viewer.accountId, at: clock.now() };
  const reading = { folder: proofsFolder(config), keys };
  const bytes = await openProof(db, by, reading, file);
  sendFile(req, res, file, bytes);
}

async function remove(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const person = await keptPerson(deps.db, req, res);
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const file = await fileOf(deps, person, req);
  let stored: string[] = [];
  const form = await actOnce(deps, req, res, NoFields, async (tx, by) => {
    stored = await removeProof(tx, by, file.id);
    return personHref(person);
  });
  await deleteStored(proofsFolder(deps.config), stored);
  await answerForm(res, form, {}, (view) => removalPage(res, person, file, view));
}

function removalPage(res: Response, person: PersonWithVentures, file: File, form: FormView): void {
  const { say } = frameOf(res);
  page(res, 'proofs/remove', {
    title: say('proofs.remove.title'),
    over: `${person.number} ${person.name}`,
    crumbs: [{ href: personHref(person), label: person.name }],
    back: personHref(person),
    action: `${personHref(person)}/proofs/${file.id}/removal`,
    rows: [
      { label: say('proofs.file'), value: file.name },
      { label: say('proofs.item'), value: say(`proofs.item.${file.item as ProofItem}`) },
    ],
    form,
    hasErrors: form.summary.length > 0,
  });
}
