import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { currentCalendar } from '../calendar/stored-calendar.js';
import { time } from '../language/format.js';
import { maskName } from '../notices/mask-name.js';
import { speakOf } from '../policies/form-of.js';
import { PolicyRules } from '../policies/rules.js';
import { nextStep, stateTag } from '../waivers/next-step.js';
import { type MoveName, moves } from '../waivers/states.js';
import type { Deps } from '../web/deps.js';
import { text } from '../web/fields.js';
import { type FormView, formView, type Labels, labelsOf, takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import type { RoomRoutes } from '../web/route-table.js';
import { page } from '../web/views.js';
import { checkLetterRoutes } from './letter-routes.js';
import { lookUp, type TrackedCase } from './look-up.js';
import { objectionRoutes } from './objection-routes.js';
import { typedNumber } from './typed-number.js';

const TrackForm = z.object({
  number: text(40).transform(caseNumber),
  digits: z
    .string()
    .transform((typed) => typed.normalize('NFKC').replace(/\s/g, ''))
    .refine((typed) => /^\d{4}$/.test(typed), 'tracking.four-digits'),
});
/** As people type it, also without its dash or its A. */
function caseNumber(typed: string): string {
  return typedNumber(typed).replace(/^A?-?(\d{4})-?(\d{6})$/, 'A$1-$2');
}

const labels = { number: 'tracking.number', digits: 'tracking.phone' } satisfies Labels;

/** Public: where a case stands, for who has its number and knows the applicant's phone. */
export function trackingRoutes(deps: Deps): RoomRoutes {
  const router = Router();
  router.get('/track', (req, res) => {
    const { number } = req.query;
    formPage(res, formView(sayTo(res), { number: typeof number === 'string' ? number : '' }));
  });
  router.post('/track', (req, res) => track(deps, req, res));
  return { open: router.use(checkLetterRoutes(deps)).use(objectionRoutes(deps)) };
}

function formPage(res: Response, form: FormView): void {
  page(res, 'tracking/track', { title: sayTo(res)('tracking.title'), form });
}

async function track(deps: Deps, req: Request, res: Response): Promise<void> {
  const form = await takeForm(TrackForm, req.body, (typed) =>
    lookUp(deps, { ...typed, address: req.ip ?? '' }),
  );
  if (!form.ok) {
    const say = sayTo(res);
    return formPage(res.status(422), formView(say, form.typed, form.faults, labelsOf(say, labels)));
  }
  const input = form.value;
  const rules = PolicyRules.parse(input.policyVersion.rules);
  speakOf(res, rules);
  const voice = frameOf(res);
  const { say } = voice;
  const calendar = await currentCalendar(deps.db);
  res.set('Cache-Control', 'no-store');
  page(res, 'tracking/case', {
    title: say('tracking.found', { number: input.number }),
    policy: rules.name[voice.lang],
    policyHref: `/policies/${input.policyVersion.policy.code}`,
    applicant: maskName(input.person.name),
    state: stateTag(input.state, voice),
    next: nextStep({ ...input, rules, calendar }, deps.clock.now(), voice),
    steps: stepsOf(input, res),
    signIn: `/sign-in?next=${encodeURIComponent(`/waivers/${input.number}`)}`,
  });
}

/** The steps by their names alone: what was said in them is for who signs in. */
function stepsOf({ steps }: TrackedCase, res: Response) {
  const { say, lang } = frameOf(res);
  return steps
    .filter(({ move }) => Object.hasOwn(moves, move))
    .map(({ move, at }) => ({
      what: say(`waivers.step.${move as MoveName}`),
      when: time(at, lang),
    }))
    .reverse();
}
