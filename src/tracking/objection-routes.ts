import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import { shownDay } from '../calendar/shown-day.js';
import { currentCalendar } from '../calendar/stored-calendar.js';
import { time } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { rulesOf } from '../policies/parsed-rules.js';
import { answerBy } from '../waivers/notice.js';
import type { Ground, ObjectionState } from '../waivers/objections.js';
import type { Deps } from '../web/deps.js';
import { text } from '../web/fields.js';
import { type FormView, formView, type Labels, labelsOf, takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { page } from '../web/views.js';
import { checkObjection, type FollowedObjection } from './check-objection.js';
import { typedNumber } from './typed-number.js';

const FollowForm = z.object({
  number: text(40).transform(objectionNumber),
  code: text(40).transform((typed) =>
    typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, ''),
  ),
});
/** As people type it, also without its dash or its Y. */
function objectionNumber(typed: string): string {
  return typedNumber(typed).replace(/^Y?-?(\d{4})-?(\d{4,})$/, 'Y$1-$2');
}
const labels = {
  number: 'tracking.objection.number',
  code: 'tracking.objection.code',
} satisfies Labels;

/** Public: what became of an objection, for who has its number and code. */
export function objectionRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/track/objections', (req, res) => {
    const { number } = req.query;
    formPage(res, formView(sayTo(res), { number: typeof number === 'string' ? number : '' }));
  });
  router.post('/track/objections', (req, res) => follow(deps, req, res));
  return router;
}

function formPage(res: Response, form: FormView): void {
  page(res, 'tracking/follow-objection', { title: sayTo(res)('tracking.objection.title'), form });
}

async function follow(deps: Deps, req: Request, res: Response): Promise<void> {
  const voice = frameOf(res);
  const { say, lang } = voice;
  const form = await takeForm(FollowForm, req.body, (typed) =>
    checkObjection(deps, { ...typed, address: req.ip ?? '' }),
  );
  if (!form.ok)
    return formPage(res.status(422), formView(say, form.typed, form.faults, labelsOf(say, labels)));
  const objection = form.value;
  res.set('Cache-Control', 'no-store');
  page(res, 'tracking/objection', {
    title: say('tracking.objection.found', { number: objection.number }),
    rows: [
      { label: say('tracking.objection.notice'), value: objection.application.number },
      { label: say('tracking.objection.received'), value: time(objection.at, lang) },
      { label: say('tracking.objection.ground'), value: groundText(objection, voice) },
      { label: say('tracking.objection.text'), value: objection.text },
      { label: say('tracking.objection.state'), value: await stateText(deps, objection, voice) },
      ...answerRows(objection, voice),
    ],
  });
}

const groundText = ({ ground }: FollowedObjection, { say }: Voice): string =>
  say(`waivers.ground.${ground as Ground}`);

/** Weighed, by when it is answered; or what was found. Of a case that was withdrawn nothing is left to be weighed. */
async function stateText(
  { db, clock }: Deps,
  { state, at, application }: FollowedObjection,
  voice: Voice,
): Promise<string> {
  const { say } = voice;
  if (state !== 'open') return say(`waivers.review.objection.${state as ObjectionState}`);
  const { noticeTo } = application;
  if (application.state !== 'notice' || noticeTo === null) return say('tracking.objection.moot');
  const calendar = await currentCalendar(db);
  const { limits } = rulesOf(application.policyVersion.rules);
  const by = answerBy(calendar, { ...application, noticeTo }, limits, at);
  const isLate = by < today(clock.now());
  return say(isLate ? 'tracking.objection.late' : 'tracking.objection.weighed', {
    day: shownDay(calendar, by, voice),
  });
}

const answerRows = ({ answer, resolvedAt }: FollowedObjection, { say, lang }: Voice) =>
  resolvedAt === null
    ? []
    : [
        { label: say('tracking.objection.answered'), value: time(resolvedAt, lang) },
        { label: say('tracking.objection.answer'), value: answer },
      ];
