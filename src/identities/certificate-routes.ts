import { type Request, type Response, Router } from 'express';
import { transact } from '../database/database.js';
import { Conflict } from '../language/refusal.js';
import { actOnce } from '../people/act-once.js';
import { type FounderCategory, founderCategories } from '../people/categories.js';
import { keptPerson, personHref, seenPerson } from '../people/kept-person.js';
import { canShowNumber } from '../people/permissions.js';
import type { PersonWithVentures } from '../people/person-queries.js';
import { viewerOf } from '../people/viewer.js';
import type { SealingDeps } from '../vault/deps.js';
import { answerForm } from '../web/answer-form.js';
import { allow, NotFound } from '../web/errors.js';
import { type FormView, formView, labelsOf, takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { enterCertificate } from './enter-certificate.js';
import { CertificateForm, certificateLabels, NoFields, ShowForm, showLabels } from './forms.js';
import { liveConsent } from './live-consent.js';
import { removeCertificate } from './remove-certificate.js';
import { showCertificate } from './show-certificate.js';

const address = '/people/:number/certificates/:category';

/** The number of the certificate that proves a category: entering it, deleting it, and seeing all of it for a reason. */
export function certificateRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get(address, (req, res) => askNumber(deps, req, res));
  router.post(address, (req, res) => enter(deps, req, res));
  router.get(`${address}/removal`, async (req, res) => {
    const person = await keptPerson(deps.db, req, res);
    await storedCertificate(deps, person, categoryOf(req));
    removalPage(res, person, categoryOf(req), formView(sayTo(res), {}));
  });
  router.post(`${address}/removal`, (req, res) => remove(deps, req, res));
  router.get(`${address}/showing`, async (req, res) => {
    const person = await shownPerson(deps, req, res);
    await storedCertificate(deps, person, categoryOf(req));
    reasonPage(res, person, categoryOf(req), formView(sayTo(res), {}));
  });
  router.post(`${address}/showing`, (req, res) => show(deps, req, res));
  return router;
}

function categoryOf(req: Request): FounderCategory {
  const category = founderCategories.find((value) => value === req.params.category);
  if (!category) throw new NotFound();
  return category;
}

/** @throws Conflict where there is none any more */
async function storedCertificate(
  { db }: SealingDeps,
  { id: personId }: PersonWithVentures,
  category: FounderCategory,
) {
  const where = { personId_category: { personId, category } };
  const row = await db.certificate.findUnique({ where, select: { enteredAt: true } });
  if (!row) throw new Conflict('identities.gone');
  return row;
}

async function askNumber({ db }: SealingDeps, req: Request, res: Response): Promise<void> {
  const person = await keptPerson(db, req, res);
  const category = categoryOf(req);
  // What is collected and why is read before anything is asked for.
  if (!(await liveConsent(db, person.id, 'identity')))
    return leadOn(res, `${personHref(person)}/consents/identity`);
  const row = await db.certificate.findUnique({
    where: { personId_category: { personId: person.id, category } },
    select: { enteredAt: true },
  });
  const replaces = row?.enteredAt.toISOString() ?? '';
  numberPage(res, person, category, formView(sayTo(res), { replaces }));
}

async function enter(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const person = await keptPerson(deps.db, req, res);
  const category = categoryOf(req);
  const form = await actOnce(deps, req, res, CertificateForm, async (tx, by, input) => {
    await enterCertificate(tx, by, deps.keys, { personId: person.id, category, ...input });
    return personHref(person);
  });
  await answerForm(res, form, certificateLabels, (view) => numberPage(res, person, category, view));
}

async function remove(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const person = await keptPerson(deps.db, req, res);
  const category = categoryOf(req);
  const form = await actOnce(deps, req, res, NoFields, async (tx, by) => {
    await removeCertificate(tx, by, { personId: person.id, category });
    return personHref(person);
  });
  await answerForm(res, form, {}, (view) => removalPage(res, person, category, view));
}

async function show(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const { db, clock, keys } = deps;
  const person = await shownPerson(deps, req, res);
  const category = categoryOf(req);
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  const about = { personId: person.id, category };
  const form = await takeForm(ShowForm, req.body, ({ reason }) =>
    transact(db, (tx) => showCertificate(tx, by, keys, { ...about, reason })),
  );
  const { say } = frameOf(res);
  if (!form.ok) {
    const fields = labelsOf(say, showLabels);
    const view = formView(say, form.typed, form.faults, fields);
    return reasonPage(res.status(422), person, category, view);
  }
  page(res, 'identities/shown', {
    ...aboutPerson(person),
    title: say('identities.certificate.number'),
    rows: [
      {
        label: say('identities.certificate.category'),
        value: say(`ventures.category.${category}`),
      },
      { label: say('identities.certificate.number'), value: form.value },
    ],
  });
}

async function shownPerson({ db }: SealingDeps, req: Request, res: Response) {
  const person = await seenPerson(db, req, res);
  allow(canShowNumber(viewerOf(res), person));
  return person;
}

const aboutPerson = (person: PersonWithVentures) => ({
  over: `${person.number} ${person.name}`,
  crumbs: [{ href: personHref(person), label: person.name }],
  back: personHref(person),
});

const about = (res: Response, person: PersonWithVentures, category: FounderCategory) => ({
  ...aboutPerson(person),
  category: sayTo(res)(`ventures.category.${category}`),
});

const hrefOf = (person: PersonWithVentures, category: FounderCategory): string =>
  `${personHref(person)}/certificates/${category}`;

function numberPage(
  res: Response,
  person: PersonWithVentures,
  category: FounderCategory,
  form: FormView,
): void {
  const say = sayTo(res);
  page(res, 'identities/certificate', {
    ...about(res, person, category),
    title: say('identities.certificate.enter'),
    action: hrefOf(person, category),
    hint: say(
      category === 'disabled'
        ? 'identities.certificate.hint-disabled'
        : 'identities.certificate.hint',
    ),
    replaces: String(form.typed.replaces ?? ''),
    form,
    hasErrors: form.summary.length > 0,
  });
}

function removalPage(
  res: Response,
  person: PersonWithVentures,
  category: FounderCategory,
  form: FormView,
): void {
  page(res, 'identities/remove-certificate', {
    ...about(res, person, category),
    title: sayTo(res)('identities.certificate.remove'),
    action: `${hrefOf(person, category)}/removal`,
    form,
    hasErrors: form.summary.length > 0,
  });
}

function reasonPage(
  res: Response,
  person: PersonWithVentures,
  category: FounderCategory,
  form: FormView,
): void {
  page(res, 'identities/show', {
    ...aboutPerson(person),
    title: sayTo(res)('identities.certificate.show-title'),
    action: `${hrefOf(person, category)}/showing`,
    form,
    hasErrors: form.summary.length > 0,
  });
}
