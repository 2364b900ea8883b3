import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { shownDay } from '../../calendar/shown-day.js';
import { Conflict, type Fault } from '../../language/refusal.js';
import { actOnce, sentBefore } from '../../people/act-once.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { ticked, wholeNumber } from '../../web/fields.js';
import { type FormResult, type FormView, formView } from '../../web/forms.js';
import { type Frame, frameOf, sayTo } from '../../web/frame.js';
import { leadOn } from '../../web/lead-on.js';
import { page } from '../../web/views.js';
import { adoptVersion } from '../adopt-version.js';
import type { CaseFile } from '../find-case.js';
import { aboutCase, policyName } from '../present-case.js';
import { submitApplication } from '../submit-application.js';
import { checkPage } from './check-page.js';
import { fillableCase, seenCase } from './fillable-case.js';
import { mendAt } from './present-correction.js';
import { showTasks } from './task-page.js';

const version = wholeNumber(1, 1_000_000_000);
const SubmissionForm = z.object({ version, declares: ticked });

/** Checking what was filled in, handing it in, and what happens next. */
export function submissionRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/waivers/:number/check', async (req, res) => {
    const application = await fillableCase(deps.db, req, res);
    await checkPage(deps, res, application, formView(sayTo(res), {}));
  });
  router.post('/waivers/:number/submission', (req, res) => submit(deps, req, res));
  router.get('/waivers/:number/confirmation', async (req, res) => {
    const item = await seenCase(deps.db, req, res);
    if (item.submittedAt === null) return leadOn(res, `/waivers/${item.number}`);
    confirmationPage(res, item);
  });
  router.post('/waivers/:number/version', (req, res) => adopt(deps, req, res));
  return router;
}

async function submit(deps: Deps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const application = await fillableCase(deps.db, req, res);
  let form: FormResult<string>;
  try {
    form = await actOnce(deps, req, res, SubmissionForm, async (tx, by, sent) => {
      await submitApplication(tx, by, { id: application.id, version: sent.version }, sent);
      return `/waivers/${application.number}/confirmation`;
    });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const now = await fillableCase(deps.db, req, res);
    return checkPage(deps, res.status(409), now, formView(sayTo(res), {}), true);
  }
  if (form.ok) return leadOn(res, form.value);
  await checkPage(
    deps,
    res.status(422),
    application,
    mendable(form.faults, form.typed, application, frameOf(res)),
  );
}

/** The faults of a submission, each with the way to where it is mended. */
function mendable(
  faults: Fault[],
  typed: FormView['typed'],
  { number, rules }: CaseFile,
  { say, lang }: Frame,
): FormView {
  const labelOf = (field: string) =>
    rules.proof.find(({ id }) => field === `proof.${id}`)?.text[lang] ?? null;
  const messages = faults.map(({ field, key, values }) => {
    const message = say(key, values);
    const label = labelOf(field);
    return {
      field,
      href: mendAt(field, key, number),
      message: label === null ? message : say('web.field.of', { label, message }),
    };
  });
  const own = messages.filter(({ field }) => field === 'declares');
  return {
    typed,
    errors: Object.fromEntries(own.map(({ field, message }) => [field, message])),
    summary: messages.map(({ href, message }) => ({ href, message })),
  };
}

const AdoptForm = z.object({ version });

async function adopt(deps: Deps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const application = await fillableCase(deps.db, req, res);
  const form = await actOnce(deps, req, res, AdoptForm, async (tx, by, sent) => {
    await adoptVersion(tx, by, { id: application.id, version: sent.version });
    return `/waivers/${application.number}`;
  });
  await answerForm(res, form, {}, () => showTasks(deps, req, res, application));
}

/** The number, what happens next, and by when. */
function confirmationPage(res: Response, application: CaseFile): void {
  const frame = frameOf(res);
  const { say } = frame;
  const { limits } = application.rules;
  const step = (key: 'accept' | 'determine', by: string | null) =>
    by === null
      ? say(`waivers.sent.${key}`, { n: limits[key] })
      : say(`waivers.sent.${key}-by`, { day: shownDay(application.calendar, by, frame) });
  page(res, 'waivers/confirmation', {
    ...aboutCase(application, frame),
    title: say('waivers.sent.title'),
    policy: policyName(application, frame),
    caseNumber: application.number,
    next: [
      step('accept', application.state === 'submitted' ? application.dueOn : null),
      say('waivers.sent.review'),
      step('determine', application.determineBy),
      say('waivers.sent.notice', { n: limits.notice }),
    ],
    caseHref: `/waivers/${application.number}`,
  });
}
