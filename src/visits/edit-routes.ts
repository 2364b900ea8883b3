import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { transact } from '../database/database.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { type ComparedRow, compareTyped, takeEdit } from '../web/edits.js';
import { type FormView, formView, labelsOf, type Typed } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { correctVisit } from './correct-visit.js';
import { formOf, formParts } from './form-page.js';
import { CorrectionForm, visitLabels } from './forms.js';
import { kindOptions, visitHref } from './present.js';
import type { VisitRow } from './queries.js';
import { aboutVisit, writableVisit } from './writable-visit.js';

/** Correcting a visit; who comes second sees both versions. */
export function visitEditRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/visits/:id/edit', async (req, res) => {
    const visit = await writableVisit(deps, req, res);
    await editPage(deps, res, visit, formView(sayTo(res), typedOf(visit)));
  });
  router.post('/visits/:id/edit', (req, res) => edit(deps, req, res));
  return router;
}

async function edit(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db, clock } = deps;
  const visit = await writableVisit(deps, req, res);
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  const form = await takeEdit(CorrectionForm, req.body, (correction) =>
    transact(db, (tx) => correctVisit(tx, by, visit.id, correction)),
  );
  if (form.ok) return leadOn(res, visitHref(visit), 'unchanged');
  const say = sayTo(res);
  const fields = labelsOf(say, visitLabels);
  if (!form.isLate)
    return editPage(deps, res.status(422), visit, formView(say, form.typed, form.faults, fields));
  const now = await writableVisit(deps, req, res);
  const mine = formView(say, { ...form.typed, version: String(now.version) });
  const rows = compareTyped(
    await comparedFields(deps, now, mine.typed, say),
    typedOf(now),
    mine.typed,
    frameOf(res).lang,
  );
  await editPage(deps, res.status(409), now, mine, rows);
}

const typedOf = (visit: VisitRow): Typed => ({
  kind: visit.kind,
  madeOn: visit.madeOn,
  madeBy: visit.madeBy,
  note: visit.note,
  followUpOn: visit.followUpOn ?? '',
  version: String(visit.version),
  ventureIds: visit.ventures.map(({ ventureId }) => String(ventureId)),
});

/** The fields of a correction, with the names of what is chosen from lists. */
async function comparedFields(
  { db }: Deps,
  visit: VisitRow,
  mine: Typed,
  say: ReturnType<typeof sayTo>,
) {
  const ids = [typedOf(visit).ventureIds, mine.ventureIds].flat().map(Number).filter(Boolean);
  const ventures = await db.venture.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const named = ventures.map(({ id, name }) => ({ value: String(id), label: name }));
  const optionsOf: Record<string, { value: string; label: string }[]> = {
    kind: kindOptions(say),
    ventureIds: named,
  };
  return labelsOf(say, visitLabels)
    .filter(({ name }) => name !== 'reason')
    .map((field) => ({ ...field, options: optionsOf[field.name] ?? [] }));
}

async function editPage(
  deps: Deps,
  res: Response,
  visit: VisitRow,
  form: FormView,
  conflict: ComparedRow[] = [],
): Promise<void> {
  const also = visit.ventures.map(({ ventureId, venture }) => ({
    ventureId,
    ...venture,
    parkId: visit.parkId,
    beganOn: visit.madeOn,
    lastOn: visit.madeOn,
  }));
  page(res, 'visits/edit', {
    title: sayTo(res)('visits.edit.title'),
    ...aboutVisit(res, visit),
    action: `${visitHref(visit)}/edit`,
    today: today(deps.clock.now()),
    ...formOf(form, conflict),
    ...(await formParts(deps, res, {
      parkId: visit.parkId,
      on: visit.madeOn,
      typed: form.typed,
      also,
    })),
  });
}
