import { type Request, type Response, Router } from 'express';
import { day, time } from '../../language/format.js';
import { Conflict } from '../../language/refusal.js';
import { actOnce, sentBefore } from '../../people/act-once.js';
import { viewerOf } from '../../people/viewer.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { allow, found } from '../../web/errors.js';
import { type FormView, formView, type Labels } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { leadOn } from '../../web/lead-on.js';
import { page } from '../../web/views.js';
import { aboutVenture, ventureHref } from '../residency-present.js';
import { lastDayToUndo } from './days-to-undo.js';
import { findMerge, type MergeFound } from './find-merge.js';
import { UndoForm } from './merge-forms.js';
import { canUndo } from './permissions.js';
import { undoMerge } from './undo-merge.js';

const labels = { reason: 'ventures.merge.undo-reason' } satisfies Labels;
const address = '/ventures/:number/merge/undo';

/** Undoing a merge, from the page of the record that went into another. */
export function undoMergeRoutes(deps: Deps): Router {
  const router = Router();
  router.get(address, async (req, res) => {
    undoPage(res, await undoable(deps, req, res), formView(sayTo(res), {}));
  });
  router.post(address, async (req, res) => {
    const before = await sentBefore(deps, req, res);
    if (before !== null) return leadOn(res, before);
    const merge = await undoable(deps, req, res);
    const form = await actOnce(deps, req, res, UndoForm, async (tx, by, { reason }) => {
      await undoMerge(tx, by, { mergeId: merge.id, reason });
      return ventureHref(merge.loser);
    });
    await answerForm(res, form, labels, (view) => undoPage(res, merge, view));
  });
  return router;
}

/** @throws NotFound where nothing was merged that the viewer sees; Conflict for a merge that was undone already */
async function undoable({ db }: Deps, req: Request, res: Response): Promise<MergeFound> {
  const viewer = viewerOf(res);
  const merge = found(await findMerge(db, viewer, String(req.params.number)));
  allow(canUndo(viewer, merge));
  if (merge.undoneAt !== null) throw new Conflict('record.changed-meanwhile');
  return merge;
}

function undoPage(res: Response, merge: MergeFound, form: FormView): void {
  const { say, lang } = frameOf(res);
  const { loser, survivor } = merge;
  page(res, 'ventures/merge-undo', {
    ...aboutVenture(loser, say),
    title: say('ventures.merge.undo-title'),
    lead: say('ventures.merge.undo-lead', {
      number: survivor.number,
      day: day(lastDayToUndo(merge), lang),
    }),
    action: `${ventureHref(loser)}/merge/undo`,
    merged: [
      { label: say('ventures.merge.at'), value: time(merge.mergedAt, lang) },
      { label: say('ventures.merge.by'), value: merge.mergedBy?.name ?? say('history.system') },
      { label: say('ventures.merge.reason'), value: merge.reason },
    ],
    form,
    hasErrors: form.summary.length > 0,
  });
}
