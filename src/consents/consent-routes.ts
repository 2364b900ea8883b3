import { type Request, type Response, Router } from 'express';
import { ConsentForm, NoFields } from '../identities/forms.js';
import { giveConsent } from '../identities/give-consent.js';
import { type ConsentBasis, type Purpose, purposes } from '../identities/kinds.js';
import { actOnce } from '../people/act-once.js';
import { keptPerson, personHref } from '../people/kept-person.js';
import type { PersonWithVentures } from '../people/person-queries.js';
import { viewerOf } from '../people/viewer.js';
import { proofsFolder } from '../process/data-folders.js';
import { deleteStored } from '../proofs/file-store.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { NotFound } from '../web/errors.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { page } from '../web/views.js';
import { consentView } from './consent-view.js';
import { withdrawConsent } from './withdraw-consent.js';

/** Reading what is collected and why, agreeing to it, and withdrawing that. */
export function consentRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/people/:number/consents/:purpose', async (req, res) => {
    const { person, purpose } = await requestedConsent(deps, req, res);
    consentPage(res, person, purpose, formView(sayTo(res), {}));
  });
  router.post('/people/:number/consents/:purpose', (req, res) => give(deps, req, res));
  router.get('/people/:number/consents/:purpose/withdrawal', async (req, res) => {
    const { person, purpose } = await requestedConsent(deps, req, res);
    withdrawalPage(res, person, purpose, formView(sayTo(res), {}));
  });
  router.post('/people/:number/consents/:purpose/withdrawal', (req, res) =>
    withdraw(deps, req, res),
  );
  return router;
}

async function requestedConsent({ db }: Deps, req: Request, res: Response) {
  const purpose = purposes.find((value) => value === req.params.purpose);
  if (!purpose) throw new NotFound();
  return { person: await keptPerson(db, req, res), purpose };
}

async function give(deps: Deps, req: Request, res: Response): Promise<void> {
  const { person, purpose } = await requestedConsent(deps, req, res);
  const { lang } = frameOf(res);
  const about = { personId: person.id, purpose, lang, basis: basisOf(res, person) };
  const form = await actOnce(deps, req, res, ConsentForm, async (tx, by, { textVersion }) => {
    await giveConsent(tx, by, { ...about, textVersion });
    return personHref(person);
  });
  await answerForm(res, form, { agree: `identities.consent.purpose.${purpose}` }, (view) =>
    consentPage(res, person, purpose, view),
  );
}

async function withdraw(deps: Deps, req: Request, res: Response): Promise<void> {
  const { person, purpose } = await requestedConsent(deps, req, res);
  let files: string[] = [];
  const form = await actOnce(deps, req, res, NoFields, async (tx, by) => {
    files = await withdrawConsent(tx, by, { personId: person.id, purpose });
    return personHref(person);
  });
  await deleteStored(proofsFolder(deps.config), files);
  await answerForm(res, form, {}, (view) => withdrawalPage(res, person, purpose, view));
}

/** Founders agree for themselves; everybody else records what was signed on paper. */
const basisOf = (res: Response, person: PersonWithVentures): ConsentBasis =>
  viewerOf(res).personId === person.id ? 'self' : 'paper';

const about = (person: PersonWithVentures) => ({
  over: `${person.number} ${person.name}`,
  crumbs: [{ href: personHref(person), label: person.name }],
  back: personHref(person),
});

function consentPage(
  res: Response,
  person: PersonWithVentures,
  purpose: Purpose,
  form: FormView,
): void {
  page(res, 'consents/consent', {
    ...about(person),
    ...consentView({ purpose, basis: basisOf(res, person) }, form, frameOf(res)),
    action: `${personHref(person)}/consents/${purpose}`,
  });
}

function withdrawalPage(
  res: Response,
  person: PersonWithVentures,
  purpose: Purpose,
  form: FormView,
): void {
  const { say } = frameOf(res);
  page(res, 'consents/withdraw', {
    ...about(person),
    title: `${say('identities.consent.withdraw.title')}`,
    purpose: say(`identities.consent.purpose.${purpose}`),
    lead: say(`identities.consent.withdraw.lead.${purpose}`),
    action: `${personHref(person)}/consents/${purpose}/withdrawal`,
    form,
    hasErrors: form.summary.length > 0,
  });
}
