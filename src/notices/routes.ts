import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { currentCalendar } from '../calendar/stored-calendar.js';
import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import { placeText } from '../parks/present-spaces.js';
import { assess } from '../policies/assess.js';
import { speakOf } from '../policies/form-of.js';
import { rulesOf } from '../policies/parsed-rules.js';
import { presentAssessment } from '../policies/present-assessment.js';
import { answersOf } from '../waivers/answers.js';
import { versionOfCase } from '../waivers/assess-case.js';
import { lastDecision } from '../waivers/outcome.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { type FormView, formView, takeForm } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { pageOf } from '../web/page-number.js';
import { pagesOf } from '../web/pages.js';
import type { RoomRoutes } from '../web/route-table.js';
import { page } from '../web/views.js';
import { ObjectionForm, objectionLabels } from './forms.js';
import { object } from './object.js';
import { presentNotice } from './present.js';
import {
  countNotices,
  findNotice,
  findNotices,
  type NoticedCase,
  noticesOnAPage,
} from './queries.js';

/** Public: the cases about to be granted, and how anyone objects to one. */
export function noticeRoutes(deps: Deps): RoomRoutes {
  const router = Router();
  router.get('/notices', (req, res) => showList(deps, req, res));
  router.get('/notices/:number', async (req, res) => {
    await showNotice(deps, res, await noticeOf(deps, req), formView(sayTo(res), {}));
  });
  router.post('/notices/:number', (req, res) => send(deps, req, res));
  router.get('/notices/:number/received', async (req, res) => {
    const { number } = await noticeOf(deps, req);
    page(res, 'notices/received', { title: sayTo(res)('notices.received.title'), number });
  });
  return { open: router };
}

async function showList({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const voice = frameOf(res);
  const on = today(clock.now());
  const total = await countNotices(db, on);
  const last = Math.max(1, Math.ceil(total / noticesOnAPage));
  const at = Math.min(pageOf(req), last);
  const cases = await findNotices(db, on, (at - 1) * noticesOnAPage);
  const calendar = await currentCalendar(db);
  page(res, 'notices/list', {
    title: voice.say('notices.title'),
    notices: cases.map((item) => presentNotice(item, calendar, voice)),
    pages: pagesOf(
      voice.say,
      { total, page: at, size: noticesOnAPage },
      (n) => `/notices?page=${n}`,
    ),
  });
}

/** @throws NotFound for a case that is not on notice */
const noticeOf = async ({ db, clock }: Deps, req: Request): Promise<NoticedCase> =>
  found(await findNotice(db, today(clock.now()), String(req.params.number)));

async function showNotice(
  { db }: Deps,
  res: Response,
  item: NoticedCase,
  form: FormView,
): Promise<void> {
  speakOf(res, rulesOf(item.policyVersion.rules));
  const voice = frameOf(res);
  const calendar = await currentCalendar(db);
  const notice = presentNotice(item, calendar, voice);
  page(res, 'notices/notice', {
    title: voice.say('notices.one', { number: item.number }),
    crumbs: [{ href: '/notices', label: voice.say('notices.title') }],
    notice,
    place: await placeOf(db, item, voice),
    groups: groupsOf(item, voice),
    form,
  });
}

/** The village of the premises that the case is about; null of what is for none. */
async function placeOf(reads: Reads, item: NoticedCase, voice: Voice): Promise<string | null> {
  const { premises } = answersOf(item.answers);
  if (premises === null) return null;
  if (premises.kind === 'market') return voice.say('notices.outside');
  const tenancy = await reads.tenancy.findUniqueOrThrow({
    where: { id: premises.tenancyId },
    select: { space: { select: { village: true, island: true } } },
  });
  return placeText(tenancy.space, item.park, voice);
}

/** The rates that the amount is given by, with all the groups that each is for: never which of them the founder is. */
function groupsOf({ steps, policyVersion }: NoticedCase, voice: Voice): string[] {
  const facts = lastDecision(steps)?.facts;
  if (!facts) return [];
  const version = versionOfCase({ policyVersion });
  const groups = presentAssessment(assess(facts, version), facts, version, voice)
    .rateRows.filter(({ met }) => met)
    .map(({ condition }) => condition);
  return groups.length > 0 ? groups : [voice.say('notices.everyone')];
}

async function send(deps: Deps, req: Request, res: Response): Promise<void> {
  const notice = await noticeOf(deps, req);
  const { number } = notice;
  const form = await takeForm(ObjectionForm, req.body, async (objection) => {
    await object(deps, { ...objection, number, address: req.ip ?? '' });
    return `/notices/${number}/received`;
  });
  await answerForm(res, form, objectionLabels, (view) => showNotice(deps, res, notice, view));
}
