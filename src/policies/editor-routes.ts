import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { transact } from '../database/database.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { type ComparedRow, takeEdit } from '../web/edits.js';
import { allow, found } from '../web/errors.js';
import { type FormView, formView, typedOf } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { changeDraft } from './change-draft.js';
import { findDraft } from './draft-queries.js';
import { changeRows } from './form-rows.js';
import { DraftForm } from './forms.js';
import { canDraftPolicies } from './permissions.js';
import { compareRules } from './present-compared.js';
import { presentEditor, tidyRows } from './present-editor.js';
import { editorFields } from './present-editor-fields.js';
import { typedRules } from './typed-rules.js';
import type { PolicyVersion } from './versions.js';

/** The form of a draft: all its rules, with rows to add, to take away and to move up, without script. */
export function editorRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/policies/:code/draft/edit', async (req, res) => {
    const draft = await writableDraft(deps, req, res);
    const typed = typedRules(draft.rules, draft.revision);
    editorPage(res, draft, formView(sayTo(res), typed));
  });
  router.post('/policies/:code/draft/edit', (req, res) => change(deps, req, res));
  // A row more, less or further up: nothing is written.
  router.post('/policies/:code/draft/rows', async (req, res) => {
    const draft = await writableDraft(deps, req, res);
    editorPage(res, draft, formView(sayTo(res), tidyRows(changeRows(typedOf(req.body)))));
  });
  return router;
}

async function writableDraft({ db, clock }: Deps, req: Request, res: Response) {
  const viewer = viewerOf(res);
  const on = today(clock.now());
  const { draft } = found(await findDraft(db, viewer, String(req.params.code), on));
  allow(canDraftPolicies(viewer));
  return draft;
}

async function change(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db, clock } = deps;
  const draft = await writableDraft(deps, req, res);
  const { id } = draft;
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  const form = await takeEdit(DraftForm, req.body, ({ revision, rules }) =>
    transact(db, (tx) => changeDraft(tx, by, { id, revision }, rules)),
  );
  if (form.ok) return leadOn(res, `/policies/${draft.code}/draft`, 'unchanged');
  const voice = frameOf(res);
  const typed = tidyRows(form.typed);
  if (!form.isLate) {
    const fields = editorFields(typed, form.faults, voice.say);
    return editorPage(res.status(422), draft, formView(voice.say, typed, form.faults, fields));
  }
  const mine = DraftForm.parse(typed).rules;
  const now = await writableDraft(deps, req, res);
  const merged = formView(voice.say, { ...typed, revision: String(now.revision) });
  editorPage(res.status(409), now, merged, compareRules(now.rules, mine, voice));
}

function editorPage(
  res: Response,
  { code, number, rules }: PolicyVersion,
  form: FormView,
  conflict: ComparedRow[] = [],
): void {
  const voice = frameOf(res);
  const { say, lang } = voice;
  const address = `/policies/${code}/draft`;
  page(res, 'policies/edit', {
    title: say('policies.edit.title', { name: rules.name[lang] }),
    crumbs: [
      { href: '/policies', label: say('policies.title') },
      { href: address, label: say('policies.version', { n: number }) },
    ],
    hasErrors: form.summary.length > 0 || conflict.length > 0,
    form,
    address,
    conflict,
    ...presentEditor(form, voice),
  });
}
