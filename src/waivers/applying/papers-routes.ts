import { type Request, type Response, Router } from 'express';
import { consentView } from '../../consents/consent-view.js';
import { enterIdentity } from '../../identities/enter-identity.js';
import { ConsentForm, IdentityForm, identityLabels } from '../../identities/forms.js';
import { giveConsent } from '../../identities/give-consent.js';
import { identityKinds, type Purpose, purposes } from '../../identities/kinds.js';
import { liveConsent } from '../../identities/live-consent.js';
import { actOnce } from '../../people/act-once.js';
import { viewerOf } from '../../people/viewer.js';
import type { SealingDeps } from '../../vault/deps.js';
import { answerForm } from '../../web/answer-form.js';
import { allow, NotFound } from '../../web/errors.js';
import { type FormView, formView } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { leadOn } from '../../web/lead-on.js';
import { page } from '../../web/views.js';
import type { CaseFile } from '../find-case.js';
import { aboutCase } from '../present-case.js';
import { fillableCase } from './fillable-case.js';

/** Within a case: what is collected is read and agreed to before it is asked for, and the number of the document. */
export function papersRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get('/waivers/:number/consents/:purpose', async (req, res) => {
    const application = await fillableCase(deps.db, req, res);
    consentPage(res, application, purposeOf(req), formView(sayTo(res), {}));
  });
  router.post('/waivers/:number/consents/:purpose', (req, res) => give(deps, req, res));
  router.get('/waivers/:number/identity', (req, res) => askNumber(deps, req, res));
  router.post('/waivers/:number/identity', (req, res) => enter(deps, req, res));
  return router;
}

function purposeOf(req: Request): Purpose {
  const purpose = purposes.find((value) => value === req.params.purpose);
  if (!purpose) throw new NotFound();
  return purpose;
}

/** The applicant agrees here; whoever fills it in for the applicant records what was signed on paper. */
const basisOf = (res: Response, { personId }: CaseFile) =>
  viewerOf(res).personId === personId ? ('self' as const) : ('paper' as const);

async function give(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const application = await fillableCase(deps.db, req, res);
  const purpose = purposeOf(req);
  const { lang } = frameOf(res);
  const about = { personId: application.personId, purpose, lang, basis: basisOf(res, application) };
  const onward = `/waivers/${application.number}${purpose === 'identity' ? '/identity' : ''}`;
  const form = await actOnce(deps, req, res, ConsentForm, async (tx, by, { textVersion }) => {
    await giveConsent(tx, by, { ...about, textVersion });
    return onward;
  });
  await answerForm(res, form, { agree: `identities.consent.purpose.${purpose}` }, (view) =>
    consentPage(res, application, purpose, view),
  );
}

async function askNumber({ db }: SealingDeps, req: Request, res: Response): Promise<void> {
  const application = await fillableCase(db, req, res);
  if (!(await liveConsent(db, application.personId, 'identity')))
    return leadOn(res, `/waivers/${application.number}/consents/identity`);
  const identity = await db.identity.findUnique({ where: { personId: application.personId } });
  allow(application.state === 'draft' || identity === null, 'waivers.fault.not-open');
  const replaces = identity?.enteredAt.toISOString() ?? '';
  const typed = { kind: identity?.kind ?? 'resident', replaces };
  numberPage(res, application, formView(sayTo(res), typed));
}

async function enter(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const application = await fillableCase(deps.db, req, res);
  const form = await actOnce(deps, req, res, IdentityForm, async (tx, by, input) => {
    // What was handed in with a number is not given another by a correction.
    const isOpen = application.state === 'draft' || input.replaces === null;
    allow(isOpen, 'waivers.fault.not-open');
    await enterIdentity(tx, by, deps.keys, { personId: application.personId, ...input });
    return `/waivers/${application.number}`;
  });
  await answerForm(res, form, identityLabels, (view) => numberPage(res, application, view));
}

function consentPage(res: Response, application: CaseFile, purpose: Purpose, form: FormView): void {
  const frame = frameOf(res);
  page(res, 'consents/consent', {
    ...aboutCase(application, frame),
    ...consentView({ purpose, basis: basisOf(res, application) }, form, frame),
    action: `/waivers/${application.number}/consents/${purpose}`,
  });
}

function numberPage(res: Response, application: CaseFile, form: FormView): void {
  const frame = frameOf(res);
  const { say } = frame;
  page(res, 'identities/enter', {
    ...aboutCase(application, frame),
    title: say('identities.enter.title'),
    action: `/waivers/${application.number}/identity`,
    kinds: identityKinds.map((kind) => ({ value: kind, label: say(`identities.kind.${kind}`) })),
    replaces: String(form.typed.replaces ?? ''),
    form,
    hasErrors: form.summary.length > 0,
  });
}
