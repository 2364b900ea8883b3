import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import { type Day, today } from '../../calendar/days.js';
import { lastDayOf } from '../../calendar/last-day.js';
import type { Tx } from '../../database/database.js';
import { day as sayDay } from '../../language/format.js';
import type { Fault } from '../../language/refusal.js';
import type { Lang } from '../../language/words.js';
import { viewerOf } from '../../people/viewer.js';
import { presentMonthsTaken } from '../../ventures/present-taken.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { allow } from '../../web/errors.js';
import type { Sent } from '../../web/form-body.js';
import { type FormView, formView, labelsOf, readForm } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { endWaiver } from '../end-waiver.js';
import type { CaseFile } from '../find-case.js';
import { monthsTaken } from '../months-until.js';
import { canEndWaiver } from '../permissions.js';
import { revokeWaiver } from '../revoke-waiver.js';
import {
  actOnCase,
  allowDesk,
  casePage,
  caseToReview,
  expectOpen,
  whatHappened,
} from './case-form.js';
import { deskLabels, EarlyEndForm, earlyEnds, RevocationForm } from './desk-forms.js';
import { topRows } from './present-review.js';
import { reasonOptions } from './reason-text.js';

/** Taking a waiver back (撤销) or ending it early: what that takes back is shown month by month before it is done. */
export function revocationRoutes(deps: Deps): Router {
  const router = Router();
  for (const act of [revocation, earlyEnd]) {
    router.get(`/waivers/:number/${act.page}`, async (req, res) => {
      const application = await caseToReview(deps, req, res);
      await act.expect(deps, res, application);
      takePage(res, application, act, firstForm(deps, res, act));
    });
    router.post(`/waivers/:number/${act.page}/preview`, (req, res) => preview(deps, req, res, act));
    router.post(`/waivers/:number/${act.page}`, (req, res) => act.take(deps, req, res));
  }
  return router;
}

const revocation = {
  page: 'revocation',
  day: 'from',
  title: 'waivers.act.revoke' as const,
  seen: 'waivers.desk.revoke-seen' as const,
  schema: RevocationForm,
  options: (res: Response) => reasonOptions('revoke', frameOf(res)),
  expect: (deps: Deps, res: Response, application: CaseFile) =>
    expectOpen(deps, res, application, 'revoke'),
  async take(deps: Deps, req: Request, res: Response): Promise<void> {
    const item = await caseToReview(deps, req, res);
    allowDesk(res, item, 'revoke');
    const form = await actOnCase(deps, req, res, item, RevocationForm, revokeWaiver);
    await answerForm(res, form, deskLabels, (view) => takePage(res, item, revocation, view));
  },
} as const;

const earlyEnd = {
  page: 'early-end',
  day: 'endedOn',
  title: 'waivers.act.end' as const,
  seen: 'waivers.desk.end-seen' as const,
  schema: EarlyEndForm,
  options: (res: Response) =>
    earlyEnds.map((value) => ({ value, label: sayTo(res)(`waivers.end-reason.${value}`) })),
  async expect(deps: Deps, res: Response, application: CaseFile): Promise<void> {
    allowEnd(res, application);
    if (application.waiver?.endedOn !== null)
      throw await whatHappened(deps, res, application.number);
  },
  async take(deps: Deps, req: Request, res: Response): Promise<void> {
    const item = await caseToReview(deps, req, res);
    allowEnd(res, item);
    const form = await actOnCase(deps, req, res, item, EarlyEndForm, async (tx, by, seen, sent) => {
      const { id } = await waiverOf(tx, item);
      await endWaiver(tx, by, { id, version: seen.version }, sent);
    });
    await answerForm(res, form, deskLabels, (view) => takePage(res, item, earlyEnd, view));
  },
} as const;
type Act = typeof revocation | typeof earlyEnd;

const waiverOf = (tx: Tx, { id }: CaseFile) =>
  tx.waiver.findUniqueOrThrow({ where: { applicationId: id }, select: { id: true } });

function allowEnd(res: Response, { waiver }: CaseFile): void {
  allow(waiver !== null && canEndWaiver(viewerOf(res), waiver));
}

function firstForm({ clock }: Deps, res: Response, act: Act): FormView {
  return formView(sayTo(res), { [act.day]: today(clock.now()) });
}

/** Shows month by month what would be taken back; nothing is done yet. */
async function preview(deps: Deps, req: Request, res: Response, act: Act): Promise<void> {
  const application = await caseToReview(deps, req, res);
  await act.expect(deps, res, application);
  const { say, lang } = frameOf(res);
  const form = readForm(act.schema as z.ZodType<Record<string, unknown>>, req.body as Sent);
  const day = form.ok ? String(form.value[act.day]) : '';
  const faults = form.ok ? outside(application, day, act, lang) : form.faults;
  const typed = form.ok ? plain(form.value) : form.typed;
  const view = formView(say, typed, faults, labelsOf(say, deskLabels));
  if (faults.length > 0 || application.waiver === null)
    return takePage(res.status(422), application, act, view);
  const months = await monthsTaken(deps.db, application.waiver, day);
  casePage(res, application, view, {
    view: 'revocation-preview',
    title: say(act.title),
    lead: say(act.seen, { day: sayDay(day, lang) }),
    action: hrefOf(application, act),
    rows: topRows(application, frameOf(res)),
    sent: Object.entries(plain(form.ok ? form.value : {})).map(([name, value]) => ({
      name,
      value,
    })),
    taken: presentMonthsTaken(months, today(deps.clock.now()), { say, lang }),
    again: hrefOf(application, act),
  });
}

/** An early end is about the waiver, a revocation about the case. */
const versionFor = (application: CaseFile, act: Act): number =>
  (act.page === 'early-end' ? application.waiver?.version : null) ?? application.version;

const plain = (value: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(value).map(([name, row]) => [name, String(row)]));

const hrefOf = ({ number }: CaseFile, { page }: Act): string => `/waivers/${number}/${page}`;

function outside({ waiver }: CaseFile, day: Day, act: Act, lang: Lang): Fault[] {
  if (!waiver) return [];
  const to = waiver.endedOn ?? waiver.termEndOn;
  if (waiver.beganOn <= day && day < to) return [];
  const values = { from: sayDay(waiver.beganOn, lang), to: sayDay(lastDayOf(to), lang) };
  return [{ field: act.day, key: 'waivers.fault.outside-term', values }];
}

function takePage(res: Response, application: CaseFile, act: Act, form: FormView): void {
  const voice = frameOf(res);
  casePage(res, application, form, {
    view: 'revocation',
    title: voice.say(act.title),
    rows: topRows(application, voice),
    version: versionFor(application, act),
    action: `${hrefOf(application, act)}/preview`,
    day: act.day,
    options: act.options(res),
    dayLabel: voice.say(deskLabels[act.day] ?? 'waivers.desk.from'),
    lead: voice.say(
      act.page === 'revocation' ? 'waivers.desk.revoke-lead' : 'waivers.desk.end-lead',
    ),
  });
}
