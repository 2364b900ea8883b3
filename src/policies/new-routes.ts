import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { Refusal } from '../language/refusal.js';
import { actOnce, pressOnce, sentBefore } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { draftVersion } from './draft-version.js';
import { NewPolicyForm, newPolicyLabels } from './forms.js';
import { canDraftPolicies } from './permissions.js';
import { formOptions } from './present-editor.js';
import { firstRules } from './rules-of-form.js';
import { isIssued, stateOf, versionsOf } from './versions.js';

/** Beginning a draft: of a new policy, or of the next version of one. */
export function newPolicyRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/policies/drafts/new', (_req, res) => {
    allow(canDraftPolicies(viewerOf(res)));
    newPage(res, formView(sayTo(res), { form: 'waiver' }));
  });
  router.post('/policies/drafts/new', (req, res) => draftNew(deps, req, res));
  router.get('/policies/:code/draft/new', async (req, res) => {
    allow(canDraftPolicies(viewerOf(res)));
    const { from, draft } = await policiesNow(deps, req);
    if (draft) return leadOn(res, `/policies/${draft.code}/draft`);
    const { say, lang } = frameOf(res);
    page(res, 'policies/next', {
      title: say('policies.next.title', { name: from.rules.name[lang] }),
      crumbs: [
        { href: '/policies', label: say('policies.title') },
        { href: `/policies/${from.code}`, label: from.rules.name[lang] },
      ],
      action: `/policies/${from.code}/draft/new`,
      back: `/policies/${from.code}`,
    });
  });
  router.post('/policies/:code/draft/new', (req, res) => draftNext(deps, req, res));
  return router;
}

/** The version that the next one starts from, and the draft where one is being worked on. */
async function policiesNow({ db, clock }: Deps, req: Request) {
  const versions = await versionsOf(db, String(req.params.code));
  const on = today(clock.now());
  const issued = versions.filter(isIssued);
  const from = found(issued.find((version) => stateOf(version, on) === 'in-force') ?? issued[0]);
  return { from, draft: versions.find((version) => !isIssued(version)) };
}

async function draftNew(deps: Deps, req: Request, res: Response): Promise<void> {
  allow(canDraftPolicies(viewerOf(res)));
  const form = await actOnce(deps, req, res, NewPolicyForm, async (tx, by, value) => {
    const { code } = value;
    if (await tx.policy.findUnique({ where: { code, versions: { some: {} } } }))
      throw new Refusal([{ field: 'code', key: 'policies.fault.taken' }]);
    await draftVersion(tx, by, { code, rules: firstRules(value) });
    return `/policies/${code}/draft/edit`;
  });
  await answerForm(res, form, newPolicyLabels, (view) => newPage(res, view));
}

function newPage(res: Response, form: FormView): void {
  const voice = frameOf(res);
  const { say } = voice;
  page(res, 'policies/new', {
    title: say('policies.new'),
    crumbs: [{ href: '/policies', label: say('policies.title') }],
    hasErrors: form.summary.length > 0,
    form,
    forms: formOptions(voice),
  });
}

async function draftNext(deps: Deps, req: Request, res: Response): Promise<void> {
  allow(canDraftPolicies(viewerOf(res)));
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const { from } = await policiesNow(deps, req);
  const { code, rules } = from;
  await pressOnce(deps, req, res, async (tx, by) => {
    await draftVersion(tx, by, { code, rules });
    return `/policies/${code}/draft/edit`;
  });
}
