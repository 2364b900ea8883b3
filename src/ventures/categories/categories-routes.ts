import { type Request, type Response, Router } from 'express';
import { lastDayOf } from '../../calendar/last-day.js';
import type { Say } from '../../language/say.js';
import { actOnce } from '../../people/act-once.js';
import { personHref, seenPerson } from '../../people/kept-person.js';
import { canCorrectPerson } from '../../people/permissions.js';
import type { PersonWithVentures } from '../../people/person-queries.js';
import { viewerOf } from '../../people/viewer.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { allow } from '../../web/errors.js';
import type { Sent } from '../../web/form-body.js';
import { type FormView, formView, type Typed } from '../../web/forms.js';
import { sayTo } from '../../web/frame.js';
import { leadOn } from '../../web/lead-on.js';
import { page } from '../../web/views.js';
import { categoryOptions } from '../present-form.js';
import { blankRows, CategoriesForm, entriesOf, rowCount } from './categories-form.js';
import { correctCategories } from './correct-categories.js';

const address = '/people/:number/categories';

/** Correcting the graduation day and the categories of a person: its park and the bureau. */
export function categoriesRoutes(deps: Deps): Router {
  const router = Router();
  router.get(address, async (req, res) => {
    const person = await correctable(deps, req, res);
    const typed = await typedOf(deps, person);
    categoriesPage(res, person, formView(sayTo(res), typed));
  });
  router.post(address, async (req, res) => {
    const person = await correctable(deps, req, res);
    const form = await actOnce(deps, req, res, CategoriesForm, async (tx, by, input) => {
      const { graduatedOn, reason, version, rows } = input;
      const categories = entriesOf(rows);
      const personId = person.id;
      await correctCategories(tx, by, { personId, graduatedOn, reason, version, categories });
      return personHref(person);
    });
    const count = rowCount(req.body ?? {});
    const labels = (say: Say) => labelsOf(say, count);
    if (form.ok) return leadOn(res, form.value, 'unchanged');
    await answerForm(res, form, labels, (view) => categoriesPage(res, person, view));
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

/** What is stored, as the form shows it, and rows for what is not. */
async function typedOf(
  { db }: Pick<Deps, 'db'>,
  { id, graduatedOn, version }: PersonWithVentures,
): Promise<Typed> {
  const stored = await db.personCategory.findMany({
    where: { personId: id, NOT: { category: 'graduate' } },
    orderBy: [{ beganOn: 'asc' }, { id: 'asc' }],
  });
  const blank = { category: '', beganOn: '', endedOn: null, proof: '' };
  const rows = [...stored, ...Array.from({ length: blankRows }, () => blank)];
  const fields = rows.flatMap(({ category, beganOn, endedOn, proof }, place) => [
    [`rows.${place}.category`, category],
    [`rows.${place}.beganOn`, beganOn],
    [`rows.${place}.lastOn`, endedOn === null ? '' : lastDayOf(endedOn)],
    [`rows.${place}.proof`, proof],
  ]);
  const own = [
    ['graduatedOn', graduatedOn ?? ''],
    ['version', String(version)],
  ];
  return Object.fromEntries([...own, ...fields]);
}

function labelsOf(say: Say, count: number) {
  const rows = Array.from({ length: count }, (_, place) => {
    const title = say('ventures.categories.row', { n: place + 1 });
    return [
      { name: `rows.${place}.category`, label: `${title} · ${say('ventures.field.category')}` },
      { name: `rows.${place}.beganOn`, label: `${title} · ${say('ventures.log.since')}` },
      { name: `rows.${place}.lastOn`, label: `${title} · ${say('ventures.categories.until')}` },
      { name: `rows.${place}.proof`, label: `${title} · ${say('ventures.log.proof')}` },
    ];
  });
  return [
    { name: 'graduatedOn', label: say('ventures.log.graduated') },
    ...rows.flat(),
    { name: 'reason', label: say('ventures.person.reason') },
  ];
}

function categoriesPage(res: Response, person: PersonWithVentures, form: FormView): void {
  const say = sayTo(res);
  page(res, 'ventures/categories', {
    title: say('ventures.categories.title'),
    over: `${person.number} ${person.name}`,
    crumbs: [{ href: personHref(person), label: person.name }],
    back: personHref(person),
    action: `${personHref(person)}/categories`,
    options: categoryOptions(say),
    rows: Array.from({ length: rowCount(form.typed as Sent) }, (_, place) => ({
      prefix: `rows.${place}.`,
      title: say('ventures.categories.row', { n: place + 1 }),
    })),
    form,
    hasErrors: form.summary.length > 0,
  });
}
