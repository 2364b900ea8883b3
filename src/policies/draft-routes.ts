import { type Request, type Response, Router } from 'express';
import { addDays, type Day, today } from '../calendar/days.js';
import type { Voice } from '../language/say.js';
import { actOnce, sentBefore } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { discardDraft } from './change-draft.js';
import { draftCrumbs } from './draft-crumbs.js';
import { findDraft, wroteDraft } from './draft-queries.js';
import { speakOf } from './form-of.js';
import { DiscardForm, InForceForm, inForceLabels } from './forms.js';
import { canDraftPolicies } from './permissions.js';
import { presentEnglish } from './present-english.js';
import { presentRules } from './present-policy.js';
import { presentTrial } from './present-trial.js';
import { presentTried } from './present-tried.js';
import { putInForce } from './put-in-force.js';
import { samplesOf } from './samples/samples-of.js';
import type { DraftDeps } from './tried.js';
import { type PolicyVersion, versionsInForce } from './versions.js';

/** A draft in words, tried on sample cases; a second person puts it in force. */
export function draftRoutes(deps: DraftDeps): Router {
  const router = Router();
  router.get('/policies/:code/draft', (req, res) => draftPage(deps, req, res));
  router.get('/policies/:code/draft/in-force', async (req, res) => {
    const beganOn = addDays(today(deps.clock.now()), 1);
    await askInForce(deps, req, res, formView(sayTo(res), { beganOn }));
  });
  router.post('/policies/:code/draft/in-force', (req, res) => enforce(deps, req, res));
  router.get('/policies/:code/draft/discard', (req, res) => askDiscard(deps, req, res));
  router.post('/policies/:code/draft/discard', (req, res) => discard(deps, req, res));
  return router;
}

async function seenDraft({ db, clock }: Deps, req: Request, res: Response) {
  const on = today(clock.now());
  return found(await findDraft(db, viewerOf(res), String(req.params.code), on));
}

async function draftPage(deps: DraftDeps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const { draft, current, open } = await seenDraft(deps, req, res);
  speakOf(res, draft.rules);
  const voice = frameOf(res);
  const { say, lang } = voice;
  const mayWrite = canDraftPolicies(viewer);
  const isOwn = await wroteDraft(deps.db, draft, viewer.accountId);
  const address = `/policies/${draft.code}/draft`;
  const on = today(deps.clock.now());
  const own = await samplesOf(deps.db, draft.id);
  const policies = await triablePolicies(deps, draft, on);
  const casesOf = policies.find(({ code }) => code === req.query.cases)?.policyId ?? draft.policyId;
  const tried = await deps.tryOnCases(deps.db, { ...draft, casesOf }, deps.clock.now());
  page(res, 'policies/draft', {
    title: say('policies.draft.title', { name: draft.rules.name[lang] }),
    crumbs: [
      { href: '/policies', label: say('policies.title') },
      ...(current ? [{ href: `/policies/${draft.code}`, label: current.rules.name[lang] }] : []),
    ],
    edition: say('policies.version', { n: draft.number }),
    actions: mayWrite
      ? [
          ...(isOwn ? [] : [{ href: `${address}/in-force`, label: say('policies.draft.enforce') }]),
          { href: `${address}/edit`, label: say('policies.draft.edit') },
        ]
      : [],
    rules: presentRules(draft.rules, voice),
    trial: presentTrial({ draft: draft.rules, current: current?.rules ?? null }, own, on, voice),
    tried: presentTried(tried, address, voice),
    isBorrowed: casesOf !== draft.policyId,
    policies: policies.map(({ code, policyId, rules }) => ({
      href: `${address}?${new URLSearchParams({ cases: code })}#tried`,
      label: rules.name[lang],
      isChosen: policyId === casesOf,
    })),
    hasCurrent: current !== null,
    english: presentEnglish(draft.rules, address, voice),
    enforceLead: enforceLead(open, voice),
    address,
    mayWrite,
    isOwn,
  });
}

/** What putting a draft in force does: the version that is open ends, where there is one. */
const enforceLead = (open: PolicyVersion | null, { say }: Voice): string =>
  open === null
    ? say('policies.draft.enforce-lead')
    : say('policies.draft.enforce-next', { n: open.number });

/** The policies on whose decided cases a draft can be tried: its own, and each that is in force. */
async function triablePolicies({ db }: Deps, draft: PolicyVersion, on: Day) {
  const others = await versionsInForce(db, on);
  return [draft, ...others.filter(({ policyId }) => policyId !== draft.policyId)];
}

async function askInForce(deps: Deps, req: Request, res: Response, form: FormView): Promise<void> {
  const { say, lang } = frameOf(res);
  const viewer = viewerOf(res);
  const { draft, open } = await seenDraft(deps, req, res);
  allow(canDraftPolicies(viewer));
  const back = `/policies/${draft.code}/draft`;
  page(res, 'policies/in-force', {
    title: say('policies.draft.enforce'),
    over: say('policies.draft.title', { name: draft.rules.name[lang] }),
    lead: enforceLead(open, { say, lang }),
    hasErrors: form.summary.length > 0,
    form,
    crumbs: draftCrumbs(draft, { say, lang }),
    action: `${back}/in-force`,
    back,
    isOwn: await wroteDraft(deps.db, draft, viewer.accountId),
    revision: draft.revision,
    today: today(deps.clock.now()),
  });
}

async function enforce(deps: DraftDeps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const { draft } = await seenDraft(deps, req, res);
  allow(canDraftPolicies(viewerOf(res)));
  const form = await actOnce(deps, req, res, InForceForm, async (tx, by, { revision, beganOn }) => {
    await putInForce(tx, by, { id: draft.id, revision, beganOn });
    return `/policies/${draft.code}?version=${draft.number}`;
  });
  await answerForm(res, form, inForceLabels, (view) => askInForce(deps, req, res, view));
}

async function askDiscard(
  deps: DraftDeps,
  req: Request,
  res: Response,
  form?: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const { draft, isFirst } = await seenDraft(deps, req, res);
  allow(canDraftPolicies(viewerOf(res)));
  const back = `/policies/${draft.code}/draft`;
  page(res, 'policies/discard', {
    title: say('policies.draft.discard'),
    over: say('policies.draft.title', { name: draft.rules.name[lang] }),
    lead: say(isFirst ? 'policies.draft.discard-lead' : 'policies.draft.discard-next'),
    hasErrors: form !== undefined,
    form: form ?? formView(say, {}),
    crumbs: draftCrumbs(draft, { say, lang }),
    action: `${back}/discard`,
    revision: draft.revision,
    back,
  });
}

async function discard(deps: DraftDeps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const { draft } = await seenDraft(deps, req, res);
  allow(canDraftPolicies(viewerOf(res)));
  const form = await actOnce(deps, req, res, DiscardForm, async (tx, by, { revision }) => {
    await discardDraft(tx, by, { id: draft.id, revision });
    return '/policies';
  });
  await answerForm(res, form, {}, (view) => askDiscard(deps, req, res, view));
}
