import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../../calendar/days.js';
import { shownDay } from '../../calendar/shown-day.js';
import { Conflict } from '../../language/refusal.js';
import { actOnce, sentBefore } from '../../people/act-once.js';
import { viewerOf } from '../../people/viewer.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { allow } from '../../web/errors.js';
import { optionalText, text, wholeNumber } from '../../web/fields.js';
import { type FormView, formView } from '../../web/forms.js';
import { type Frame, frameOf, sayTo } from '../../web/frame.js';
import { leadOn } from '../../web/lead-on.js';
import { page } from '../../web/views.js';
import { commentOnApplication } from '../comment-on-application.js';
import type { CaseFile } from '../find-case.js';
import { reconsiderable } from '../next-step.js';
import { canComment, sitsAt } from '../permissions.js';
import { aboutCase } from '../present-case.js';
import { askReconsideration } from '../reconsider-application.js';
import { reconsiderableOf } from '../reconsidered.js';
import { movesFrom, type StateName } from '../states.js';
import { supplyPaper } from '../supply-paper.js';
import { withdrawApplication } from '../withdraw-application.js';
import { seenCase } from './fillable-case.js';
import { showFounderCase } from './founder-case.js';

const NoteForm = z.object({
  version: wholeNumber(1, 1_000_000_000),
  note: optionalText(2000, { lines: true }),
  of: optionalText(20),
});
const verbs = {
  withdrawal: { move: 'withdraw', act: withdrawApplication, words: 'waivers.withdraw' },
  reconsideration: { move: 'reconsider', act: askReconsideration, words: 'waivers.reconsider' },
  supplement: { move: 'supply', act: supplyPaper, words: 'waivers.supply' },
} as const;
type Act = keyof typeof verbs;

/** What a founder does with a case beside filling it in: withdraws it, asks for reconsideration, sends a further paper, writes. */
export function founderActRoutes(deps: Deps): Router {
  const router = Router();
  for (const act of Object.keys(verbs) as Act[]) {
    router.get(`/waivers/:number/${act}`, async (req, res) => {
      const application = await ownCase(deps, req, res);
      if (!movesFrom(application.state as StateName).includes(verbs[act].move))
        throw new Conflict('waivers.not-at-this-step');
      const isGranted = act === 'reconsideration' && application.state === 'granted';
      if (isGranted && application.reconsiderBy === null)
        throw new Conflict('waivers.not-at-this-step');
      if (act === 'withdrawal' && application.waiver !== null)
        throw new Conflict('waivers.not-at-this-step');
      actPage(deps, res, application, act, formView(sayTo(res), {}));
    });
    router.post(`/waivers/:number/${act}`, (req, res) => take(deps, req, res, act));
  }
  router.post('/waivers/:number/replies', (req, res) => reply(deps, req, res));
  return router;
}

/** The case, for who sits at its founder's desk. @throws Forbidden for who only sees it */
async function ownCase({ db }: Deps, req: Request, res: Response): Promise<CaseFile> {
  const application = await seenCase(db, req, res);
  allow(sitsAt(viewerOf(res), application, 'founder'));
  return application;
}

async function take(deps: Deps, req: Request, res: Response, act: Act): Promise<void> {
  const application = await ownCase(deps, req, res);
  const form = await actOnce(deps, req, res, NoteForm, async (tx, by, { version, ...sent }) => {
    await verbs[act].act(tx, by, { id: application.id, version }, sent);
    return `/waivers/${application.number}`;
  });
  await answerForm(
    res,
    form,
    { note: `${verbs[act].words}.note`, of: 'waivers.reconsider.of' },
    (view) => actPage(deps, res, application, act, view),
  );
}

function actPage(
  { clock }: Deps,
  res: Response,
  application: CaseFile,
  act: Act,
  form: FormView,
): void {
  const frame = frameOf(res);
  const { say } = frame;
  const { words } = verbs[act];
  const until = reconsiderable(application, today(clock.now()))?.until ?? null;
  page(res, 'waivers/act', {
    ...aboutCase(application, frame),
    title: say(words),
    lead: say(`${words}.lead`),
    until:
      until &&
      say('waivers.reconsider.until', { day: shownDay(application.calendar, until, frame) }),
    action: `/waivers/${application.number}/${act}`,
    version: String(application.version),
    choices: act === 'reconsideration' ? choicesOf(application, frame) : null,
    noteLabel: say(`${words}.note`),
    noteHint: act === 'withdrawal' ? null : say(`${verbs[act].words}.note-hint`),
    isOptional: act !== 'reconsideration',
    submit: say(act === 'reconsideration' ? 'waivers.reconsider.submit' : words),
    isWarning: act === 'withdrawal',
    form,
    hasErrors: form.summary.length > 0,
  });
}

/** Which of two decisions is to be reconsidered; null where there is one. */
function choicesOf(application: CaseFile, { say }: Frame) {
  const choices = application.state === 'granted' ? reconsiderableOf(application) : [];
  if (choices.length < 2) return null;
  return choices.map((value) => ({ value, label: say(`waivers.desk.against.${value}`) }));
}

const ReplyForm = z.object({ text: text(2000, { lines: true }) });

/** A word of the applicant to the office; nothing that it says depends on how the case stands. */
async function reply(deps: Deps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const application = await seenCase(deps.db, req, res);
  const viewer = viewerOf(res);
  allow(viewer.personId === application.personId && canComment(viewer, application));
  const form = await actOnce(deps, req, res, ReplyForm, async (tx, by, sent) => {
    await commentOnApplication(tx, by, application, { audience: 'founder', text: sent.text });
    return `/waivers/${application.number}#messages`;
  });
  await answerForm(res, form, { text: 'waivers.case.reply' }, (view) =>
    showFounderCase(deps, req, res, application, view),
  );
}
