import { type Request, type Response, Router } from 'express';
import { day, time } from '../../language/format.js';
import { Conflict } from '../../language/refusal.js';
import { sentBefore, transactOnce } from '../../people/act-once.js';
import { personHref } from '../../people/kept-person.js';
import { viewerOf } from '../../people/viewer.js';
import { proofsFolder } from '../../process/data-folders.js';
import { withFilesSealedFor } from '../../proofs/hand-over.js';
import type { SealingDeps } from '../../vault/deps.js';
import { lastDayToUndo } from '../../ventures/merging/days-to-undo.js';
import { UndoForm } from '../../ventures/merging/merge-forms.js';
import { answerForm } from '../../web/answer-form.js';
import { allow, found } from '../../web/errors.js';
import { type FormView, formView, type Labels, takeForm } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { leadOn } from '../../web/lead-on.js';
import { page } from '../../web/views.js';
import { aboutPerson } from '../about-person.js';
import { findPeopleMerge, type PeopleMergeFound } from './find-people-merge.js';
import { canMergePeople, keptPeople } from './permissions.js';
import type { PeopleRecords } from './stored-people.js';
import { filesOf, undoPeopleMerge } from './undo-people-merge.js';

const labels = { reason: 'persons.merge.undo-reason' } satisfies Labels;
const address = '/people/:number/merge/undo';

/** Undoing a merge of two people, from the page of the record that went into another. */
export function undoPeopleMergeRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get(address, async (req, res) => {
    undoPage(res, await undoable(deps, req, res), formView(sayTo(res), {}));
  });
  router.post(address, (req, res) => undo(deps, req, res));
  return router;
}

async function undo(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const { db, keys, config } = deps;
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const merge = await undoable(deps, req, res);
  const store = { folder: proofsFolder(config), keys };
  const between = { fromId: merge.survivorId, toId: merge.loserId, ids: filesOf(merge) };
  const form = await takeForm(UndoForm, req.body, ({ reason }) =>
    withFilesSealedFor(db, store, between, (files, keep) =>
      transactOnce(deps, req, res, async (tx, by) => {
        await undoPeopleMerge(tx, by, keys, { mergeId: merge.id, reason, files });
        keep();
        return personHref(merge.loser);
      }),
    ),
  );
  await answerForm(res, form, labels, (view) => undoPage(res, merge, view));
}

/** @throws NotFound where nothing was merged that the viewer sees; Conflict for a merge that was undone already */
async function undoable(
  { db }: SealingDeps,
  req: Request,
  res: Response,
): Promise<PeopleMergeFound> {
  const viewer = viewerOf(res);
  const merge = found(await findPeopleMerge(db, viewer, String(req.params.number)));
  const { PersonRole } = merge.before as unknown as PeopleRecords;
  allow(
    canMergePeople(viewer, await keptPeople(db, [merge.survivorId, merge.loserId], PersonRole)),
  );
  if (merge.undoneAt !== null) throw new Conflict('record.changed-meanwhile');
  return merge;
}

function undoPage(res: Response, merge: PeopleMergeFound, form: FormView): void {
  const { say, lang } = frameOf(res);
  const { loser, survivor } = merge;
  page(res, 'ventures/merge-undo', {
    ...aboutPerson(loser),
    title: say('persons.merge.undo-title'),
    lead: say('persons.merge.undo-lead', {
      number: survivor.number,
      day: day(lastDayToUndo(merge), lang),
    }),
    action: `${personHref(loser)}/merge/undo`,
    merged: [
      { label: say('persons.merge.at'), value: time(merge.mergedAt, lang) },
      { label: say('persons.merge.by'), value: merge.mergedBy?.name ?? say('history.system') },
      { label: say('persons.merge.reason'), value: merge.reason },
    ],
    form,
    hasErrors: form.summary.length > 0,
  });
}
