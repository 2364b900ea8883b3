import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../../calendar/days.js';
import { actOnce, sentBefore } from '../../people/act-once.js';
import { type Viewer, viewerOf } from '../../people/viewer.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { allow } from '../../web/errors.js';
import { choice, text, wholeNumber } from '../../web/fields.js';
import type { Sent } from '../../web/form-body.js';
import { type FormView, formView } from '../../web/forms.js';
import { type Frame, frameOf } from '../../web/frame.js';
import { leadOn } from '../../web/lead-on.js';
import { readQuery } from '../../web/read-query.js';
import { page } from '../../web/views.js';
import { actOnceSeen } from '../act-once-seen.js';
import { ventureLabels } from '../field-labels.js';
import { chosenNumbers, listAddress } from '../filter.js';
import { canLogVentures } from '../permissions.js';
import { EndSeveralForm } from '../residency-forms.js';
import { endReasonOptions } from '../residency-present.js';
import { batchActs, batchActsOf } from './batch-acts.js';
import {
  type ChosenVenture,
  chosenVentures,
  openStay,
  reachable,
  whyNotEnded,
  whyNotTold,
} from './chosen-ventures.js';
import { endResidencies } from './end-residencies.js';
import { presentChosen, presentLeftOut } from './present-batch.js';
import { tellFounders } from './tell-founders.js';

const BatchQuery = z.object({ act: choice(batchActs), only: chosenNumbers });
const TellForm = z.object({
  only: chosenNumbers,
  people: wholeNumber(0, 1_000_000),
  text: text(200, { lines: true }),
});

/** Several ventures at once, chosen in their list: each act shows whom it is about and how many, before it is done. */
export function batchRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/ventures/batch', (req, res) => preview(deps, req, res));
  router.post('/ventures/batch/endings', (req, res) => end(deps, req, res));
  router.post('/ventures/batch/messages', (req, res) => tell(deps, req, res));
  return router;
}

async function preview(deps: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const { act, only } = readQuery(BatchQuery, req);
  allow(batchActsOf(viewer).includes(act));
  const { say } = frameOf(res);
  const numbers = only?.split('.') ?? [];
  const day = today(deps.clock.now());
  if (act === 'end') return endPage(deps, res, numbers, formView(say, { endedOn: day }));
  if (act === 'tell') return tellPage(deps, res, numbers, formView(say, {}));
  const ventures = await chosenVentures(deps.db, viewer, numbers, day);
  page(res, 'ventures/batch-export', {
    ...pageOf(numbers, 'export', frameOf(res)),
    lead: say('ventures.batch.count', { n: ventures.length }),
    rows: presentChosen(ventures, frameOf(res)),
    csv: listAddress('/ventures.csv', { only }),
    xlsx: listAddress('/ventures.xlsx', { only }),
  });
}

/** What stands above each page, and where it leads back to: the list, with the same ones chosen. */
function pageOf(numbers: string[], act: (typeof batchActs)[number], { say }: Frame) {
  return {
    title: say(`ventures.batch.${act}`),
    crumbs: [{ href: '/ventures', label: say('ventures.all') }],
    back: backTo(numbers),
  };
}

const backTo = (numbers: string[]): string =>
  listAddress('/ventures', { only: numbers.length > 0 ? numbers.join('.') : null });

/** Those of the chosen that the act is about, and those that it leaves out, each with why. */
async function sorted(
  { db, clock }: Deps,
  viewer: Viewer,
  numbers: string[],
  why: typeof whyNotEnded,
) {
  const all = await chosenVentures(db, viewer, numbers, today(clock.now()));
  const able: ChosenVenture[] = all.filter((venture) => why(viewer, venture) === null);
  const leftOut = all.flatMap((venture) => {
    const reason = why(viewer, venture);
    return reason === null ? [] : [{ venture, reason }];
  });
  return { able, leftOut };
}

async function endPage(deps: Deps, res: Response, numbers: string[], form: FormView) {
  const frame = frameOf(res);
  const { say } = frame;
  const { able, leftOut } = await sorted(deps, viewerOf(res), numbers, whyNotEnded);
  page(res, 'ventures/batch-end', {
    ...pageOf(numbers, 'end', frame),
    lead: say('ventures.batch.end-lead', { n: able.length }),
    rows: presentChosen(able, frame),
    leftOut: presentLeftOut(leftOut, frame),
    stays: able.map((venture) => `${venture.number}:${openStay(venture)?.id}`),
    reasons: endReasonOptions(say),
    asksSetAside: 'setsAsideReturns' in form.errors || 'setsAsideReturns' in form.typed,
    submit: say('ventures.batch.end-submit', { n: able.length }),
    form,
    hasErrors: form.summary.length > 0,
  });
}

async function end(deps: Deps, req: Request, res: Response): Promise<void> {
  allow(canLogVentures(viewerOf(res)));
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const { say } = frameOf(res);
  const sent = [(req.body as Sent).stay ?? []].flat().map((stay) => stay.split(':')[0] ?? '');
  const { title, crumbs, back } = pageOf(sent, 'end', frameOf(res));
  await actOnceSeen(deps, req, res, {
    schema: EndSeveralForm,
    title,
    about: { over: say('ventures.batch.count', { n: sent.length }), crumbs, back },
    labels: ventureLabels.end,
    showAgain: (view) => endPage(deps, res, sent, view),
    async act(tx, by, { stay, ...ending }) {
      await endResidencies(tx, by, stay, ending);
      return backTo(stay.map(({ number }) => number));
    },
  });
}

async function tellPage(deps: Deps, res: Response, numbers: string[], form: FormView) {
  const frame = frameOf(res);
  const { say } = frame;
  const { able, leftOut } = await sorted(deps, viewerOf(res), numbers, whyNotTold);
  const people = new Set(able.flatMap((venture) => reachable(venture).map(({ id }) => id))).size;
  page(res, 'ventures/batch-tell', {
    ...pageOf(numbers, 'tell', frame),
    lead: say('ventures.batch.tell-lead', { n: people, ventures: able.length }),
    rows: presentChosen(able, frame),
    leftOut: presentLeftOut(leftOut, frame),
    only: able.map(({ number }) => number).join('.'),
    people: String(people),
    submit: say('ventures.batch.tell-submit', { n: people }),
    form,
    hasErrors: form.summary.length > 0,
  });
}

async function tell(deps: Deps, req: Request, res: Response): Promise<void> {
  allow(canLogVentures(viewerOf(res)));
  const form = await actOnce(deps, req, res, TellForm, async (tx, by, { only, ...telling }) => {
    const numbers = only?.split('.') ?? [];
    await tellFounders(tx, by, Object.assign({ numbers }, telling));
    return backTo(numbers);
  });
  const sent = [(req.body as Sent).only ?? []].flat().join('.').split('.').filter(Boolean);
  const labels = { text: 'ventures.batch.text' } as const;
  await answerForm(res, form, labels, (view) => tellPage(deps, res, sent, view));
}
