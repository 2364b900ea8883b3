import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { type Day, today } from '../../calendar/days.js';
import { lastDayOf } from '../../calendar/last-day.js';
import { day as sayDay } from '../../language/format.js';
import { Conflict, type Fault } from '../../language/refusal.js';
import { actOnce, sentBefore } from '../../people/act-once.js';
import { viewerOf } from '../../people/viewer.js';
import { presentMonthsTaken } from '../../ventures/present-taken.js';
import type { Deps } from '../../web/deps.js';
import { allow } from '../../web/errors.js';
import { day, text, wholeNumber } from '../../web/fields.js';
import { type FormView, formView, labelsOf, readForm, typedOf } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { leadOn } from '../../web/lead-on.js';
import { page } from '../../web/views.js';
import { endWaiver } from '../end-waiver.js';
import type { CaseFile } from '../find-case.js';
import { monthsTaken } from '../months-until.js';
import { aboutCase } from '../present-case.js';
import { seenCase } from './fillable-case.js';
import { endOf } from './months-of-term.js';

const SurrenderForm = z.object({
  version: wholeNumber(1, 1_000_000_000),
  endedOn: day,
  note: text(2000, { lines: true }),
});
const labels = { endedOn: 'waivers.surrender.day', note: 'waivers.surrender.note' } as const;

/** A founder gives up the own waiver from a day on. */
export function surrenderRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/waivers/:number/surrender', async (req, res) => {
    const { one: application, waiver } = await runningWaiver(deps, req, res);
    if (waiver.endedOn !== null) throw new Conflict('waivers.ended-already');
    const on = today(deps.clock.now());
    const endedOn = on < waiver.beganOn ? waiver.beganOn : on;
    surrenderPage(res, application, formView(sayTo(res), { endedOn }));
  });
  router.post('/waivers/:number/surrender/preview', (req, res) => preview(deps, req, res));
  router.post('/waivers/:number/surrender', (req, res) => surrender(deps, req, res));
  return router;
}

/** The applicant's own waiver. @throws Forbidden for everybody else; Conflict where nothing was granted */
async function runningWaiver({ db }: Deps, req: Request, res: Response) {
  const application = await seenCase(db, req, res);
  const viewer = viewerOf(res);
  allow(viewer.role === 'founder' && viewer.personId === application.personId);
  if (!application.waiver) throw new Conflict('waivers.not-at-this-step');
  return { one: application, waiver: application.waiver };
}

async function surrender(deps: Deps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const { one: application, waiver } = await runningWaiver(deps, req, res);
  const form = await actOnce(deps, req, res, SurrenderForm, async (tx, by, sent) => {
    const { version, endedOn, note } = sent;
    await endWaiver(tx, by, { id: waiver.id, version }, { endedOn, note, reason: 'surrendered' });
    return `/waivers/${application.number}`;
  });
  if (form.ok) return leadOn(res, form.value);
  const { say } = frameOf(res);
  surrenderPage(
    res.status(422),
    application,
    formView(say, form.typed, form.faults, labelsOf(say, labels)),
  );
}

/** Shows month by month what would be taken back, of months that are past too; nothing is done yet. */
async function preview(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db, clock } = deps;
  const { one: application, waiver } = await runningWaiver(deps, req, res);
  if (waiver.endedOn !== null) throw new Conflict('waivers.ended-already');
  const frame = frameOf(res);
  const { say, lang } = frame;
  const form = readForm(SurrenderForm, req.body);
  const faults = form.ok ? outsideTerm(waiver, form.value.endedOn) : form.faults;
  if (!form.ok || faults.length > 0) {
    const typed = form.ok ? typedOf(req.body ?? {}) : form.typed;
    const view = formView(say, typed, faults, labelsOf(say, labels));
    return surrenderPage(res.status(422), application, view);
  }
  const { version, endedOn, note } = form.value;
  const months = await monthsTaken(db, waiver, endedOn);
  const at = `/waivers/${application.number}/surrender`;
  page(res, 'waivers/surrender-preview', {
    ...aboutCase(application, frame),
    title: say('waivers.surrender'),
    lead: say('waivers.surrender.taken-lead', { day: sayDay(endedOn, lang) }),
    taken: presentMonthsTaken(months, today(clock.now()), frame),
    sent: Object.entries({ version: String(version), endedOn, note }).map(([name, value]) => ({
      name,
      value,
    })),
    action: at,
    again: at,
  });
}

function outsideTerm(waiver: NonNullable<CaseFile['waiver']>, on: Day): Fault[] {
  if (waiver.beganOn <= on && on < endOf(waiver)) return [];
  const values = {
    from: { day: waiver.beganOn },
    to: { day: lastDayOf(endOf(waiver)) },
  };
  return [{ field: 'endedOn', key: 'waivers.fault.outside-term', values }];
}

function surrenderPage(res: Response, application: CaseFile, form: FormView): void {
  const frame = frameOf(res);
  const { waiver } = application;
  if (!waiver) throw new Error('a case without a waiver has nothing to give up');
  page(res, 'waivers/surrender', {
    ...aboutCase(application, frame),
    title: frame.say('waivers.surrender'),
    action: `/waivers/${application.number}/surrender/preview`,
    version: String(waiver.version),
    min: waiver.beganOn,
    max: lastDayOf(endOf(waiver)),
    form,
    hasErrors: form.summary.length > 0,
  });
}
