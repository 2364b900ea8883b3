import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { dayAfter } from '../calendar/last-day.js';
import { actOnce, sentBefore } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { endPolicy, underPolicy } from './end-policy.js';
import { EndForm, endLabels } from './forms.js';
import { canDraftPolicies } from './permissions.js';
import { endKinds, isIssued, versionsOf } from './versions.js';

/** The end of a policy: asked with what it means for what was granted and what is under way. */
export function endRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/policies/:code/end', (req, res) =>
    endPage(deps, req, res, formView(sayTo(res), { kind: 'repealed' })),
  );
  router.post('/policies/:code/end', (req, res) => end(deps, req, res));
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
  const { policyId, code, rules } = await endlessVersion(deps, req, res);
  const on = today(deps.clock.now());
  const under = await underPolicy(deps.db, policyId, on);
  const name = rules.name[lang];
  page(res, 'policies/end', {
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
  });
}

async function end(deps: Deps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const { id, code, number } = await endlessVersion(deps, req, res);
  const form = await actOnce(deps, req, res, EndForm, async (tx, by, { lastOn, ...ending }) => {
    await endPolicy(tx, by, { id, ...ending, endedOn: dayAfter(lastOn) });
    return `/policies/${code}?version=${number}`;
  });
  await answerForm(res, form, endLabels, (view) => endPage(deps, req, res, view));
}
