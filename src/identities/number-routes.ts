import { type Request, type Response, Router } from 'express';
import { transact } from '../database/database.js';
import { Conflict } from '../language/refusal.js';
import { actOnce } from '../people/act-once.js';
import { keptPerson, personHref, seenPerson } from '../people/kept-person.js';
import { canShowNumber } from '../people/permissions.js';
import type { PersonWithVentures } from '../people/person-queries.js';
import { viewerOf } from '../people/viewer.js';
import type { SealingDeps } from '../vault/deps.js';
import { answerForm } from '../web/answer-form.js';
import { allow } from '../web/errors.js';
import { type FormView, formView, labelsOf, takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { enterIdentity } from './enter-identity.js';
import { IdentityForm, identityLabels, ShowForm, showLabels } from './forms.js';
import { type IdentityKind, identityKinds } from './kinds.js';
import { liveConsent } from './live-consent.js';
import { showIdentity } from './show-identity.js';

/** Entering the number of a document, and seeing all of it for a reason. */
export function numberRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get('/people/:number/identity', (req, res) => askNumber(deps, req, res));
  router.post('/people/:number/identity', (req, res) => enter(deps, req, res));
  router.get('/people/:number/identity/showing', async (req, res) => {
    const { person } = await shownTo(deps, req, res);
    reasonPage(res, person, formView(sayTo(res), {}));
  });
  router.post('/people/:number/identity/showing', (req, res) => show(deps, req, res));
  return router;
}

async function askNumber({ db }: SealingDeps, req: Request, res: Response): Promise<void> {
  const person = await keptPerson(db, req, res);
  // What is collected and why is read before anything is asked for.
  if (!(await liveConsent(db, person.id, 'identity'))) {
    return leadOn(res, `${personHref(person)}/consents/identity`);
  }
  const identity = await db.identity.findUnique({ where: { personId: person.id } });
  const typed = {
    kind: identity?.kind ?? 'resident',
    replaces: identity?.enteredAt.toISOString() ?? '',
  };
  numberPage(res, person, typed.replaces, formView(sayTo(res), typed));
}

async function enter(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const person = await keptPerson(deps.db, req, res);
  const form = await actOnce(deps, req, res, IdentityForm, async (tx, by, input) => {
    await enterIdentity(tx, by, deps.keys, { personId: person.id, ...input });
    return personHref(person);
  });
  await answerForm(res, form, identityLabels, (view) =>
    numberPage(res, person, String(view.typed.replaces ?? ''), view),
  );
}

async function show({ db, clock, keys }: SealingDeps, req: Request, res: Response): Promise<void> {
  const { person, identity } = await shownTo({ db }, req, res);
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  const form = await takeForm(ShowForm, req.body, ({ reason }) =>
    transact(db, (tx) => showIdentity(tx, by, keys, { personId: person.id, reason })),
  );
  const { say } = frameOf(res);
  if (!form.ok) {
    const fields = labelsOf(say, showLabels);
    return reasonPage(res.status(422), person, formView(say, form.typed, form.faults, fields));
  }
  page(res, 'identities/shown', {
    ...about(person),
    title: say('identities.number'),
    rows: [
      {
        label: say('identities.kind'),
        value: say(`identities.kind.${identity.kind as IdentityKind}`),
      },
      { label: say('identities.number'), value: form.value },
    ],
  });
}

/** The person of the address and its document. @throws Conflict where there is no number to show */
async function shownTo({ db }: Pick<SealingDeps, 'db'>, req: Request, res: Response) {
  const person = await seenPerson(db, req, res);
  allow(canShowNumber(viewerOf(res), person));
  const identity = await db.identity.findUnique({
    where: { personId: person.id },
    select: { kind: true },
  });
  if (!identity) throw new Conflict('identities.gone');
  return { person, identity };
}

const about = (person: PersonWithVentures) => ({
  over: `${person.number} ${person.name}`,
  crumbs: [{ href: personHref(person), label: person.name }],
  back: personHref(person),
});

function numberPage(
  res: Response,
  person: PersonWithVentures,
  replaces: string,
  form: FormView,
): void {
  const { say } = frameOf(res);
  page(res, 'identities/enter', {
    ...about(person),
    title: say('identities.enter.title'),
    action: `${personHref(person)}/identity`,
    kinds: identityKinds.map((kind) => ({ value: kind, label: say(`identities.kind.${kind}`) })),
    replaces,
    form,
    hasErrors: form.summary.length > 0,
  });
}

function reasonPage(res: Response, person: PersonWithVentures, form: FormView): void {
  page(res, 'identities/show', {
    ...about(person),
    title: sayTo(res)('identities.show.title'),
    action: `${personHref(person)}/identity/showing`,
    form,
    hasErrors: form.summary.length > 0,
  });
}
