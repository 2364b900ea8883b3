import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { personHref } from '../people/kept-person.js';
import { canSearchNumbers } from '../people/permissions.js';
import { viewerOf } from '../people/viewer.js';
import type { SealingDeps } from '../vault/deps.js';
import { allow } from '../web/errors.js';
import { type FormView, formView, labelsOf, takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { page } from '../web/views.js';
import { SearchForm, searchLabels } from './forms.js';
import { type PersonOfNumber, peopleOfNumber } from './people-of-number.js';

/** Who has a document or certificate of a whole number; sent in a form, so that no address and no log holds the number. */
export function numberSearchRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get('/people/search', (_req, res) => {
    allow(canSearchNumbers(viewerOf(res)));
    searchPage(res, null, formView(sayTo(res), {}));
  });
  router.post('/people/search', (req, res) => search(deps, req, res));
  return router;
}

async function search({ db, keys, clock }: SealingDeps, req: Request, res: Response) {
  const viewer = viewerOf(res);
  allow(canSearchNumbers(viewer));
  const form = await takeForm(SearchForm, req.body, ({ number }) =>
    peopleOfNumber(db, keys, viewer, { number, today: today(clock.now()) }),
  );
  const { say } = frameOf(res);
  if (form.ok) return searchPage(res, form.value, formView(say, {}));
  const fields = labelsOf(say, searchLabels);
  searchPage(res.status(422), null, formView(say, form.typed, form.faults, fields));
}

function searchPage(res: Response, found: PersonOfNumber[] | null, form: FormView): void {
  const say = sayTo(res);
  page(res, 'identities/search', {
    title: say('identities.search.title'),
    form,
    hasErrors: form.summary.length > 0,
    isAnswer: found !== null,
    rows: (found ?? []).map(({ number, name, masked, category }) => ({
      label: category
        ? say(`ventures.category.${category}`)
        : say('identities.search.own-document'),
      value: `${number} ${name} ${masked}`,
      href: personHref({ number }),
    })),
  });
}
