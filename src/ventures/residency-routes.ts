import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { actOnce, sentBefore } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { homeParkId, isSettled } from '../people/whereabouts.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { actOnceSeen } from './act-once-seen.js';
import { endResidency } from './end-residency.js';
import { ventureLabels } from './field-labels.js';
import type { VentureWithStays } from './find-venture.js';
import { moveVenture } from './move-venture.js';
import { writableParkIds } from './permissions.js';
import { EndForm, MoveForm, SettleForm } from './residency-forms.js';
import {
  aboutVenture,
  endingTenancies,
  endReasonOptions,
  nowIn,
  parkOptions,
  ventureHref,
} from './residency-present.js';
import { openParks, openTenancies, stillOpen, stillUnsettled } from './residency-queries.js';
import { settleVenture } from './settle-venture.js';
import { writableVenture } from './writable-venture.js';

/** The life of a venture in the parks: it settles, moves and leaves. */
export function residencyRoutes(deps: Deps): Router {
  const router = Router();
  const day = () => today(deps.clock.now());

  router.get('/ventures/:number/settlement', async (req, res) => {
    const venture = await writableVenture(deps.db, req, res);
    if (isSettled(venture)) throw new Conflict('ventures.already-settled');
    const typed = { parkId: String(homeParkId(venture)), beganOn: day() };
    await settlePage(deps, res, venture, formView(sayTo(res), typed));
  });
  router.post('/ventures/:number/settlement', (req, res) => settle(deps, req, res));

  router.get('/ventures/:number/move', async (req, res) => {
    const venture = await settledVenture(deps, req, res);
    await movePage(deps, res, venture, formView(sayTo(res), { movedOn: day() }));
  });
  router.post('/ventures/:number/move', (req, res) => move(deps, req, res));

  router.get('/ventures/:number/end', async (req, res) => {
    const venture = await settledVenture(deps, req, res);
    await endPage(deps, res, venture, formView(sayTo(res), { endedOn: day() }));
  });
  router.post('/ventures/:number/end', (req, res) => end(deps, req, res));
  return router;
}

async function settle(deps: Deps, req: Request, res: Response): Promise<void> {
  const venture = await writableVenture(deps.db, req, res);
  const form = await actOnce(deps, req, res, SettleForm, async (tx, by, { parkId, beganOn }) => {
    const allowed = writableParkIds(viewerOf(res));
    refuseIf([
      allowed !== null && !allowed.includes(parkId) && { field: 'parkId', key: 'web.field.choose' },
    ]);
    await stillUnsettled(tx, venture.id);
    await settleVenture(tx, by, { ventureId: venture.id, parkId, beganOn });
    return ventureHref(venture);
  });
  await answerForm(res, form, ventureLabels.settle, (view) => settlePage(deps, res, venture, view));
}

async function move(deps: Deps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const venture = await settledVenture(deps, req, res);
  const { say } = frameOf(res);
  await actOnceSeen(deps, req, res, {
    schema: MoveForm,
    title: say('ventures.move.title'),
    about: aboutVenture(venture, say),
    labels: ventureLabels.move,
    showAgain: (view) => movePage(deps, res, venture, view),
    async act(tx, by, { residencyId, toParkId, movedOn, note }) {
      await stillOpen(tx, venture.id, residencyId);
      await moveVenture(tx, by, { ventureId: venture.id, toParkId, movedOn, note });
      return ventureHref(venture);
    },
  });
}

async function end(deps: Deps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const venture = await settledVenture(deps, req, res);
  const { say } = frameOf(res);
  await actOnceSeen(deps, req, res, {
    schema: EndForm,
    title: say('ventures.end.title'),
    about: aboutVenture(venture, say),
    labels: ventureLabels.end,
    showAgain: (view) => endPage(deps, res, venture, view),
    async act(tx, by, { residencyId, ...ending }) {
      await stillOpen(tx, venture.id, residencyId);
      await endResidency(tx, by, { ventureId: venture.id, ...ending });
      return ventureHref(venture);
    },
  });
}

/** @throws Conflict for one that is in no park: somebody else has ended or moved it */
async function settledVenture({ db }: Deps, req: Request, res: Response) {
  const venture = await writableVenture(db, req, res);
  if (!isSettled(venture)) throw new Conflict('ventures.not-settled');
  return venture;
}

async function settlePage(
  { db }: Deps,
  res: Response,
  venture: VentureWithStays,
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const parks = await openParks(db, writableParkIds(viewerOf(res)));
  page(res, 'ventures/settle', {
    ...aboutVenture(venture, say),
    title: say('ventures.settle.title'),
    parks: parkOptions(parks, lang),
    form,
    hasErrors: form.summary.length > 0,
  });
}

async function movePage(
  { db, clock }: Deps,
  res: Response,
  venture: VentureWithStays,
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const { residencyId, values } = nowIn(venture, lang);
  const here = homeParkId(venture);
  const parks = (await openParks(db, null)).filter((park) => park.id !== here);
  page(res, 'ventures/move', {
    ...aboutVenture(venture, say),
    title: say('ventures.move.title'),
    lead: say('ventures.move.lead', values),
    parks: parkOptions(parks, lang),
    tenancies: endingTenancies(await openTenancies(db, venture.id, today(clock.now())), {
      say,
      lang,
    }),
    residencyId,
    form,
    hasErrors: form.summary.length > 0,
  });
}

async function endPage(
  { db, clock }: Deps,
  res: Response,
  venture: VentureWithStays,
  form: FormView,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const { residencyId, values } = nowIn(venture, lang);
  page(res, 'ventures/end', {
    ...aboutVenture(venture, say),
    title: say('ventures.end.title'),
    lead: say('ventures.end.lead', values),
    reasons: endReasonOptions(say),
    tenancies: endingTenancies(await openTenancies(db, venture.id, today(clock.now())), {
      say,
      lang,
    }),
    // Only where later returns stand in the way does the page ask what shall become of them.
    asksSetAside: 'setsAsideReturns' in form.errors || 'setsAsideReturns' in form.typed,
    residencyId,
    form,
    hasErrors: form.summary.length > 0,
  });
}
