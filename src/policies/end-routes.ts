import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import { dayAfter, lastDayOf } from '../calendar/last-day.js';
import { day, time } from '../language/format.js';
import { actOnce, sentBefore } from '../people/act-once.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { wholeNumber } from '../web/fields.js';
import { type FormView, formView } from '../web/forms.js';
import { type Frame, frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import {
  decidePolicyEnd,
  dropPolicyEnd,
  proposedEnd,
  proposePolicyEnd,
  underPolicy,
} from './end-policy.js';
import { EndForm, endLabels } from './forms.js';
import { canDraftPolicies } from './permissions.js';
import { type EndKind, endKinds, isIssued, versionsOf } from './versions.js';

/** The end of a policy, proposed by one and decided by another: with what it means for what was granted and what is under way. */
export function endRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/policies/:code/end', (req, res) =>
    endPage(deps, req, res, formView(sayTo(res), { kind: 'repealed' })),
  );
  router.post('/policies/:code/end', (req, res) => propose(deps, req, res));
  router.post('/policies/:code/end/decision', (req, res) => close(deps, req, res, decidePolicyEnd));
  router.post('/policies/:code/end/dropping', (req, res) => close(deps, req, res, dropPolicyEnd));
  return router;
}

/** The version that has no end yet. */
async function endlessVersion({ db }: Deps, req: Request, res: Response) {
  const versions = await versionsOf(db, String(req.params.code));
  const version = found(versions.filter(isIssued).find(({ endedOn }) => endedOn === null));
  allow(canDraftPolicies(viewerOf(res)));
  return version;
}

async function endPage(deps: Deps, req: Request, res: Response, form: FormView): Promise<void> {
  const { say, lang } = frameOf(res);
  const { id, policyId, code, rules } = await endlessVersion(deps, req, res);
  const proposed = await proposedEnd(deps.db, id);
  const on = today(deps.clock.now());
  const under = await underPolicy(deps.db, policyId, on);
  const name = rules.name[lang];
  page(res, proposed ? 'policies/end-proposed' : 'policies/end', {
    title: say('policies.end.title', { name }),
    crumbs: [
      { href: '/policies', label: say('policies.title') },
      { href: `/policies/${code}`, label: name },
    ],
    hasErrors: form.summary.length > 0,
    form,
    address: `/policies/${code}`,
    goesOn: [
      say('policies.end.granted', { n: under.granted }),
      say('policies.end.under-way', { n: under.underWay }),
      say('policies.end.drafts', { n: under.drafts }),
    ],
    kinds: endKinds.map((value) => ({ value, label: say(`policies.end.kind.${value}`) })),
    today: on,
    proposed: proposed && presentProposed(proposed, viewerOf(res), frameOf(res)),
  });
}

/** What was proposed and by whom; who proposed it takes it back, others decide it. */
function presentProposed(
  proposed: NonNullable<Awaited<ReturnType<typeof proposedEnd>>>,
  { accountId }: Viewer,
  { say, lang }: Frame,
) {
  const { id, kind, endedOn, reason, proposedAt, proposedBy, proposedById } = proposed;
  return {
    id: String(id),
    isOwn: proposedById === accountId,
    rows: [
      { label: say('policies.end.kind'), value: say(`policies.end.kind.${kind as EndKind}`) },
      { label: say('policies.end.on'), value: day(lastDayOf(endedOn), lang) },
      { label: say('policies.end.reason'), value: reason },
      {
        label: say('policies.end.proposed-by'),
        value: say('policies.end.proposed', {
          name: proposedBy?.name ?? say('history.system'),
          time: time(proposedAt, lang),
        }),
      },
    ],
  };
}

async function propose(deps: Deps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const { id, code } = await endlessVersion(deps, req, res);
  const form = await actOnce(deps, req, res, EndForm, async (tx, by, { lastOn, ...ending }) => {
    await proposePolicyEnd(tx, by, { id, ...ending, endedOn: dayAfter(lastOn) });
    return `/policies/${code}/end`;
  });
  await answerForm(res, form, endLabels, (view) => endPage(deps, req, res, view));
}

const SeenForm = z.object({ ending: wholeNumber(1, 1_000_000_000) });

/** Decides the proposal that the page showed, or drops it. */
async function close(
  deps: Deps,
  req: Request,
  res: Response,
  verb: typeof decidePolicyEnd,
): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const { code, number } = await endlessVersion(deps, req, res);
  const form = await actOnce(deps, req, res, SeenForm, async (tx, by, { ending }) => {
    await verb(tx, by, ending);
    return `/policies/${code}?version=${number}`;
  });
  await answerForm(res, form, endLabels, (view) => endPage(deps, req, res, view));
}
