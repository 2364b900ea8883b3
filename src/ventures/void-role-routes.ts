import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { actOnce, sentBefore } from '../people/act-once.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { text } from '../web/fields.js';
import { formView, type Labels } from '../web/forms.js';
import { sayTo } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { ventureHref } from './residency-present.js';
import { rolePage } from './role-page.js';
import { voidRole } from './void-role.js';
import { writableVenture } from './writable-venture.js';

const VoidRoleForm = z.object({ reason: text(200) });
const labels = { reason: 'ventures.void.reason' } satisfies Labels;

/** 登记错误: a role that never was. */
export function voidRoleRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/ventures/:number/people/:id/void', async (req, res) =>
    rolePage(res, 'void', await roleIn(deps, req, res), formView(sayTo(res), {})),
  );
  router.post('/ventures/:number/people/:id/void', async (req, res) => {
    const before = await sentBefore(deps, req, res);
    if (before !== null) return leadOn(res, before);
    const { venture, role } = await roleIn(deps, req, res);
    const form = await actOnce(deps, req, res, VoidRoleForm, async (tx, by, { reason }) => {
      await voidRole(tx, by, { roleId: role.id, reason });
      return ventureHref(venture);
    });
    await answerForm(res, form, labels, (view) => rolePage(res, 'void', { venture, role }, view));
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
