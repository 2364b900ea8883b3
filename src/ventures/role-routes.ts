import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { dayAfter } from '../calendar/last-day.js';
import { Conflict, refuseIf, refuseTogether } from '../language/refusal.js';
import { actOnce, sentBefore } from '../people/act-once.js';
import { personRoles } from '../people/categories.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { addRole } from './add-role.js';
import { endRole } from './end-role.js';
import { ventureLabels } from './field-labels.js';
import type { VentureWithStays } from './find-venture.js';
import { likePeopleFault, likePeoplePanel } from './like-people-asked.js';
import { categoryOptions } from './present-form.js';
import { aboutVenture, ventureHref } from './residency-present.js';
import { EndRoleForm, RoleForm } from './role-forms.js';
import { rolePage } from './role-page.js';
import { writableVenture } from './writable-venture.js';

/** Who joins a venture, as what, and who leaves it. */
export function roleRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/ventures/:number/people/new', async (req, res) => {
    const venture = await writableVenture(deps.db, req, res);
    await newPage(deps, res, venture, formView(sayTo(res), { beganOn: today(deps.clock.now()) }));
  });
  router.post('/ventures/:number/people/new', (req, res) => add(deps, req, res));
  router.get('/ventures/:number/people/:id/end', async (req, res) => {
    const held = await heldRole(deps, req, res);
    rolePage(res, 'end', held, formView(sayTo(res), { lastOn: today(deps.clock.now()) }));
  });
  router.post('/ventures/:number/people/:id/end', (req, res) => end(deps, req, res));
  return router;
}

async function add(deps: Deps, req: Request, res: Response): Promise<void> {
  const venture = await writableVenture(deps.db, req, res);
  const form = await actOnce(deps, req, res, RoleForm, async (tx, by, input) => {
    const { role, beganOn, since, proof, categories, anotherPerson, ...person } = input;
    const like = await likePeopleFault(tx, viewerOf(res), [person], anotherPerson);
    const held = categories.map((category) => ({ category, beganOn: since ?? beganOn, proof }));
    await refuseTogether([
      () => refuseIf([like]),
      () =>
        addRole(tx, by, {
          ventureId: venture.id,
          role,
          beganOn,
          another: anotherPerson,
          person: { ...person, categories: held },
        }),
    ]);
    return ventureHref(venture);
  });
  await answerForm(res, form, ventureLabels.person, (view) => newPage(deps, res, venture, view));
}

async function end(deps: Deps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const held = await heldRole(deps, req, res);
  const form = await actOnce(deps, req, res, EndRoleForm, async (tx, by, { lastOn }) => {
    await endRole(tx, by, held.role.id, dayAfter(lastOn));
    return ventureHref(held.venture);
  });
  await answerForm(res, form, ventureLabels['end-role'], (view) =>
    rolePage(res, 'end', held, view),
  );
}

/** A role of the venture in the address. @throws Conflict for one that has ended already */
async function heldRole({ db }: Deps, req: Request, res: Response) {
  const venture = await writableVenture(db, req, res);
  const role = found(
    await db.personRole.findFirst({
      where: { id: idParam(req.params.id), ventureId: venture.id },
      include: { person: true },
    }),
  );
  if (role.endedOn !== null) throw new Conflict('ventures.role.ended-already');
  return { venture, role };
}

async function newPage(
  { db }: Deps,
  res: Response,
  venture: VentureWithStays,
  form: FormView,
): Promise<void> {
  const voice = frameOf(res);
  const { say } = voice;
  page(res, 'ventures/new-role', {
    ...aboutVenture(venture, say),
    title: say('ventures.role.new-title'),
    action: `${ventureHref(venture)}/people/new`,
    roles: personRoles.map((role) => ({ value: role, label: say(`ventures.person-role.${role}`) })),
    categories: categoryOptions(say),
    ...(await likePeoplePanel(db, viewerOf(res), form, voice, [''])),
    form,
    hasErrors: form.summary.length > 0,
  });
}
