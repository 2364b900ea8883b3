import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { day } from '../language/format.js';
import { actOnce, sentBefore } from '../people/act-once.js';
import type { PersonRoleName } from '../people/categories.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { text } from '../web/fields.js';
import { type FormView, formView, type Labels } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { aboutVenture, ventureHref } from './residency-present.js';
import { voidRole } from './void-role.js';
import { writableVenture } from './writable-venture.js';

const VoidRoleForm = z.object({ reason: text(200) });
const labels = { reason: 'ventures.void.reason' } satisfies Labels;

/** 登记错误: a role that never was. */
export function voidRoleRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/ventures/:number/people/:id/void', async (req, res) =>
    show(res, await roleIn(deps, req, res), formView(sayTo(res), {})),
  );
  router.post('/ventures/:number/people/:id/void', async (req, res) => {
    const before = await sentBefore(deps, req, res);
    if (before !== null) return leadOn(res, before);
    const { venture, role } = await roleIn(deps, req, res);
    const form = await actOnce(deps, req, res, VoidRoleForm, async (tx, by, { reason }) => {
      await voidRole(tx, by, { roleId: role.id, reason });
      return ventureHref(venture);
    });
    await answerForm(res, form, labels, (view) => show(res, { venture, role }, view));
  });
  return router;
}

/** A role of the venture in the address, ended or not. */
async function roleIn({ db }: Deps, req: Request, res: Response) {
  const venture = await writableVenture(db, req, res);
  const role = await db.personRole.findFirst({
    where: { id: idParam(req.params.id), ventureId: venture.id },
    include: { person: true },
  });
  return { venture, role: found(role) };
}

function show(
  res: Response,
  { venture, role }: Awaited<ReturnType<typeof roleIn>>,
  form: FormView,
): void {
  const { say, lang } = frameOf(res);
  const as = say(`ventures.person-role.${role.role as PersonRoleName}`);
  page(res, 'ventures/void-role', {
    ...aboutVenture(venture, say),
    title: say('ventures.role.void-title'),
    action: `${ventureHref(venture)}/people/${role.id}/void`,
    rows: [
      { label: say('ventures.page.person'), value: role.person.name },
      { label: say('ventures.page.role'), value: as },
      { label: say('ventures.role.began'), value: day(role.beganOn, lang) },
    ],
    form,
    hasErrors: form.summary.length > 0,
  });
}
