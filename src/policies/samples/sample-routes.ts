import { type Request, type Response, Router } from 'express';
import { today } from '../../calendar/days.js';
import { actOnce, pressOnce, sentBefore } from '../../people/act-once.js';
import { viewerOf } from '../../people/viewer.js';
import { answerForm } from '../../web/answer-form.js';
import { allow, found } from '../../web/errors.js';
import { type FormView, formView } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { leadOn } from '../../web/lead-on.js';
import { page } from '../../web/views.js';
import { draftCrumbs } from '../draft-crumbs.js';
import { findDraft } from '../draft-queries.js';
import { canDraftPolicies } from '../permissions.js';
import { sampleCases } from '../sample-cases.js';
import type { DraftDeps } from '../tried.js';
import type { PolicyVersion } from '../versions.js';
import { addSample } from './add-sample.js';
import { sampleOptions } from './present-sample-form.js';
import { removeSample } from './remove-sample.js';
import { sampleForm, sampleLabels, typedFacts } from './sample-form.js';
import { borrowedFacts, samplesOf } from './samples-of.js';

/** Invented cases of the bureau, on which a draft is tried: begun from one that fits, or from what was found in a decided case. */
export function sampleRoutes(deps: DraftDeps): Router {
  const router = Router();
  router.get('/policies/:code/draft/samples/new', (req, res) => begin(deps, req, res));
  router.get('/policies/:code/draft/samples/borrowed', (req, res) => borrow(deps, req, res));
  router.post('/policies/:code/draft/samples', (req, res) => add(deps, req, res));
  router.post('/policies/:code/draft/samples/:id/removal', (req, res) => remove(deps, req, res));
  return router;
}

async function writableDraft({ db, clock }: DraftDeps, req: Request, res: Response) {
  const viewer = viewerOf(res);
  const on = today(clock.now());
  const { draft } = found(await findDraft(db, viewer, String(req.params.code), on));
  allow(canDraftPolicies(viewer));
  return draft;
}

async function begin(deps: DraftDeps, req: Request, res: Response): Promise<void> {
  const draft = await writableDraft(deps, req, res);
  const [fitting] = sampleCases(draft.rules, today(deps.clock.now()));
  samplePage(res, draft, formView(sayTo(res), fitting ? typedFacts(fitting.facts) : {}));
}

/** Asks for the number of a decided case, and begins a sample with what was found in it. */
async function borrow(deps: DraftDeps, req: Request, res: Response): Promise<void> {
  const draft = await writableDraft(deps, req, res);
  const { say, lang } = frameOf(res);
  const number = String(req.query.case ?? '').trim();
  const facts =
    number === '' ? null : await deps.factsOfCase(deps.db, viewerOf(res), number.toUpperCase());
  if (facts) {
    const form = formView(say, typedFacts(borrowedFacts(draft.rules, facts)));
    return samplePage(res, draft, form, true);
  }
  const isMissing = req.query.case !== undefined;
  const form = formView(
    say,
    { case: number },
    isMissing ? [{ field: 'case', key: 'policies.sample.no-case' }] : [],
  );
  const action = `/policies/${draft.code}/draft/samples/borrowed`;
  page(isMissing ? res.status(422) : res, 'policies/borrow', {
    title: say('policies.sample.borrow'),
    crumbs: draftCrumbs(draft, { say, lang }),
    hasErrors: isMissing,
    form,
    action,
    back: `/policies/${draft.code}/draft/samples/new`,
  });
}

function samplePage(res: Response, draft: PolicyVersion, form: FormView, isBorrowed = false): void {
  const voice = frameOf(res);
  const { say } = voice;
  page(res, 'policies/sample', {
    title: say('policies.sample.new'),
    crumbs: draftCrumbs(draft, voice),
    hasErrors: form.summary.length > 0,
    form,
    address: `/policies/${draft.code}/draft`,
    isBorrowed,
    ...sampleOptions(draft.rules, voice),
  });
}

async function add(deps: DraftDeps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const draft = await writableDraft(deps, req, res);
  const form = await actOnce(deps, req, res, sampleForm(draft.rules), async (tx, by, sample) => {
    await addSample(tx, by, draft.id, sample);
    return `/policies/${draft.code}/draft#trial`;
  });
  await answerForm(res, form, sampleLabels, (view) => samplePage(res, draft, view));
}

async function remove(deps: DraftDeps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const draft = await writableDraft(deps, req, res);
  const own = await samplesOf(deps.db, draft.id);
  const sample = found(own.find(({ id }) => String(id) === req.params.id) ?? null);
  await pressOnce(deps, req, res, async (tx, by) => {
    await removeSample(tx, by, sample.id);
    return `/policies/${draft.code}/draft#trial`;
  });
}
