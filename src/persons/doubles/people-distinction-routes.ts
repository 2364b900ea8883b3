import { type Request, type Response, Router } from 'express';
import { actOnce } from '../../people/act-once.js';
import { personHref, seenPerson } from '../../people/kept-person.js';
import { findPerson, type PersonWithVentures } from '../../people/person-queries.js';
import { viewerOf } from '../../people/viewer.js';
import { DistinctionForm } from '../../ventures/doubles/distinction-form.js';
import { readNumber } from '../../ventures/merging/merge-forms.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { allow, found } from '../../web/errors.js';
import { type FormView, formView, type Labels } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { page } from '../../web/views.js';
import { aboutPerson } from '../about-person.js';
import { canMergePeople, keptPeople } from '../merging/permissions.js';
import { tellPeopleApart } from './tell-people-apart.js';

const labels = { reason: 'ventures.field.another' } satisfies Labels;
const address = '/people/:number/distinction';

/** Telling two people apart who look like one: the address names the one, `with` the other. */
export function peopleDistinctionRoutes(deps: Deps): Router {
  const router = Router();
  router.get(address, async (req, res) => {
    const two = await bothOf(deps, req, res, req.query.with);
    distinctionPage(res, two, formView(sayTo(res), {}));
  });
  router.post(address, async (req, res) => {
    const two = await bothOf(deps, req, res, req.body?.with);
    const form = await actOnce(deps, req, res, DistinctionForm, async (tx, by, { reason }) => {
      await tellPeopleApart(tx, by, { personIds: [two.own.id, two.other.id], reason });
      return '/people/doubles';
    });
    await answerForm(res, form, labels, (view) => distinctionPage(res, two, view));
  });
  return router;
}

type Two = { own: PersonWithVentures; other: PersonWithVentures };

async function bothOf({ db }: Deps, req: Request, res: Response, typed: unknown): Promise<Two> {
  const own = await seenPerson(db, req, res);
  const number = readNumber(typeof typed === 'string' ? typed : '');
  const other = found(await findPerson(db, viewerOf(res), number));
  allow(canMergePeople(viewerOf(res), await keptPeople(db, [own.id, other.id])));
  return { own, other };
}

function distinctionPage(res: Response, { own, other }: Two, form: FormView): void {
  const { say } = frameOf(res);
  const name = `${other.number} ${other.name}`;
  page(res, 'ventures/distinction', {
    ...aboutPerson(own),
    title: say('persons.doubles.distinct-title'),
    back: '/people/doubles',
    lead: say('persons.doubles.distinct-lead', { other: name }),
    hint: say('persons.doubles.distinct-hint'),
    distinctLabel: say('persons.doubles.distinct'),
    action: `${personHref(own)}/distinction`,
    otherNumber: other.number,
    otherHref: personHref(other),
    otherName: name,
    mergeHref: `${personHref(own)}/merge?with=${other.number}`,
    form,
    hasErrors: form.summary.length > 0,
  });
}
