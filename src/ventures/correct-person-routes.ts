import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { refuseIf } from '../language/refusal.js';
import { actOnce } from '../people/act-once.js';
import { personHref, seenPerson } from '../people/kept-person.js';
import { canCorrectPerson } from '../people/permissions.js';
import type { PersonWithVentures } from '../people/person-queries.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { name, optional, phone, text, wholeNumber } from '../web/fields.js';
import { type FormView, formView, type Labels } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { correctPerson } from './correct-person.js';
import {
  asksWhoIn,
  likesOfCorrected,
  presentLikePeople,
  typedPerson,
} from './like-people-asked.js';

const CorrectionForm = z.object({
  name: name(40),
  phone: optional(phone),
  reason: text(200),
  anotherPerson: optional(text(200)),
  version: wholeNumber(1, 1_000_000_000),
});
const labels = {
  name: 'ventures.log.founder-name',
  phone: 'people.person.phone',
  reason: 'ventures.person.reason',
  anotherPerson: 'ventures.field.another-person',
} satisfies Labels;

/** Correcting the name or phone of a person: its park and the bureau. */
export function correctPersonRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/people/:number/correction', async (req, res) => {
    const person = await correctable(deps, req, res);
    const { name, phone, version } = person;
    const typed = { name, phone: phone ?? '', version: String(version) };
    await correctionPage(deps, res, person, formView(sayTo(res), typed));
  });
  router.post('/people/:number/correction', async (req, res) => {
    const person = await correctable(deps, req, res);
    const form = await actOnce(deps, req, res, CorrectionForm, async (tx, by, input) => {
      const isAsked = input.anotherPerson === null;
      const likes = isAsked ? await likesOfCorrected(tx, viewerOf(res), person, input) : [];
      refuseIf([likes.length > 0 && { field: 'anotherPerson', key: 'ventures.like-people' }]);
      await correctPerson(tx, by, { ...input, personId: person.id });
      return personHref(person);
    });
    if (form.ok) return leadOn(res, form.value, 'unchanged');
    await answerForm(res, form, labels, (view) => correctionPage(deps, res, person, view));
  });
  return router;
}

async function correctable(
  { db }: Pick<Deps, 'db'>,
  req: Request,
  res: Response,
): Promise<PersonWithVentures> {
  const person = await seenPerson(db, req, res);
  allow(canCorrectPerson(viewerOf(res), person));
  return person;
}

async function correctionPage(
  { db }: Pick<Deps, 'db'>,
  res: Response,
  person: PersonWithVentures,
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const asksWho = asksWhoIn(form);
  const typed = typedPerson(form.typed, '');
  const likes = asksWho ? await likesOfCorrected(db, viewerOf(res), person, typed) : [];
  const accounts = await db.account.count({ where: { personId: person.id } });
  page(res, 'ventures/correct-person', {
    title: say('ventures.person.correct-title'),
    over: `${person.number} ${person.name}`,
    crumbs: [{ href: personHref(person), label: person.name }],
    back: personHref(person),
    action: `${personHref(person)}/correction`,
    hasAccount: accounts > 0,
    asksWho,
    likePeople: presentLikePeople(likes, { say, lang }),
    form,
    hasErrors: form.summary.length > 0,
  });
}
