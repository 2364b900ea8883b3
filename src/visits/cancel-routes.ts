import { type Request, type Response, Router } from 'express';
import { transact } from '../database/database.js';
import { Conflict } from '../language/refusal.js';
import { viewerOf } from '../people/viewer.js';
import { proofsFolder } from '../process/data-folders.js';
import { deleteStored } from '../proofs/file-store.js';
import type { SealingDeps } from '../vault/deps.js';
import { takeEdit } from '../web/edits.js';
import { type FormView, formView, labelsOf } from '../web/forms.js';
import { sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { cancelVisit } from './cancel-visit.js';
import { formOf } from './form-page.js';
import { CancellationForm } from './forms.js';
import { visitHref } from './present.js';
import type { VisitRow } from './queries.js';
import { aboutVisit, writableVisit } from './writable-visit.js';

/** Cancelling a visit that was logged by mistake. */
export function visitCancelRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get('/visits/:id/cancellation', async (req, res) => {
    const visit = await writableVisit(deps, req, res);
    cancelPage(res, visit, formView(sayTo(res), { version: String(visit.version) }));
  });
  router.post('/visits/:id/cancellation', (req, res) => cancel(deps, req, res));
  return router;
}

async function cancel(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const { db, clock } = deps;
  const visit = await writableVisit(deps, req, res);
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  const form = await takeEdit(CancellationForm, req.body, (asked) =>
    transact(db, (tx) => cancelVisit(tx, by, visit.id, asked)),
  );
  if (form.ok) {
    await deleteStored(proofsFolder(deps.config), form.value);
    return leadOn(res, visitHref(visit));
  }
  if (form.isLate) throw new Conflict('record.changed-meanwhile');
  const say = sayTo(res);
  const view = formView(
    say,
    form.typed,
    form.faults,
    labelsOf(say, { reason: 'visits.cancel.reason' }),
  );
  cancelPage(res.status(422), visit, view);
}

function cancelPage(res: Response, visit: VisitRow, form: FormView): void {
  page(res, 'visits/cancel', {
    title: sayTo(res)('visits.cancel.title'),
    ...aboutVisit(res, visit),
    action: `${visitHref(visit)}/cancellation`,
    ...formOf(form),
  });
}
