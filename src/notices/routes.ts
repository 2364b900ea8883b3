import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { currentCalendar } from '../calendar/stored-calendar.js';
import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import { placeText } from '../parks/present-spaces.js';
import { browserOf } from '../people/browser-of.js';
import { codeLabels, PhoneCodeForm } from '../people/code-forms.js';
import { addressOf, codePage } from '../people/code-page.js';
import { assess } from '../policies/assess.js';
import { speakOf } from '../policies/form-of.js';
import { rulesOf } from '../policies/parsed-rules.js';
import { presentAssessment } from '../policies/present-assessment.js';
import type { SealingDeps } from '../vault/deps.js';
import { answersOf } from '../waivers/answers.js';
import { versionOfCase } from '../waivers/assess-case.js';
import { grounds } from '../waivers/objections.js';
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
import { ObjectionForm, objectionLabels, ways } from './forms.js';
import { askForCode, objectNameless, proveObjection } from './object.js';
import { presentNotice } from './present.js';
import {
  countNotices,
  findDraft,
  findFiled,
  findNotice,
  findNotices,
  type NoticedCase,
  noticesOnAPage,
} from './queries.js';

/** Public: the cases about to be granted, and how anyone objects to one. */
export function noticeRoutes(deps: SealingDeps): RoomRoutes {
  const router = Router();
  router.get('/notices', (req, res) => showList(deps, req, res));
  router.get('/notices/:number', async (req, res) => {
    const notice = await noticeOf(deps, req);
    await showNotice(deps, res, notice, await emptyOrTyped(deps, req, res));
  });
  router.post('/notices/:number', (req, res) => send(deps, req, res));
  router.get('/notices/:number/code', (req, res) => codePage(deps, req, res, wayOf(req)));
  router.post('/notices/:number/code', (req, res) => prove(deps, req, res));
  router.get('/notices/:number/received', (req, res) => received(deps, req, res));
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
    grounds: grounds.map((value) => ({ value, label: voice.say(`waivers.ground.${value}`) })),
    ways: ways.map((value) => ({
      value,
      label: voice.say(`notices.object.way.${value}`),
      hint: voice.say(`notices.object.way.${value}-hint`),
    })),
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

/** What was typed before a code was sent stands there again for who comes back with the ticket. */
async function emptyOrTyped({ db }: Deps, req: Request, res: Response): Promise<FormView> {
  const { ticket } = req.query;
  const { number = '' } = req.params;
  const draft =
    typeof ticket === 'string' ? await findDraft(db, { number: String(number), ticket }) : null;
  return formView(sayTo(res), draft === null ? {} : { ...draft, way: 'named' });
}

async function send(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const notice = await noticeOf(deps, req);
  const { number } = notice;
  const { lang } = frameOf(res);
  const browser = browserOf(req, deps.config.secureCookies);
  const form = await takeForm(ObjectionForm, req.body, async ({ way, name, phone, ...said }) => {
    const objection = { ...said, number, lang };
    if (way === 'named') {
      const { address, device } = browser;
      const named = { ...objection, name, phone, address, device };
      return addressOf(`/notices/${number}/code`, { ticket: await askForCode(deps, named) });
    }
    const ticket = await objectNameless(deps, { ...objection, address: browser.address });
    return addressOf(`/notices/${number}/received`, { ticket });
  });
  await answerForm(res, form, objectionLabels, (view) => showNotice(deps, res, notice, view));
}

/** Where the code of an objection is entered. */
const wayOf = (req: Request) => {
  const path = `/notices/${encodeURIComponent(String(req.params.number))}`;
  return {
    purpose: 'objection',
    path,
    view: 'notices/code',
    title: 'notices.object.title',
    again: (ticket: string) => addressOf(path, { ticket }),
  } as const;
};

async function prove(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const way = wayOf(req);
  const form = await takeForm(PhoneCodeForm, req.body, async ({ ticket, code }) => {
    await proveObjection(deps, { ticket, code });
    return addressOf(`${way.path}/received`, { ticket });
  });
  await answerForm(res, form, codeLabels, (view) => codePage(deps, req, res, way, view));
}

/** That it was received, and to who has just made it by which number it is followed. */
async function received(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const number = String(req.params.number);
  const ticket = typeof req.query.ticket === 'string' ? req.query.ticket : '';
  const filed = await findFiled(deps.db, { number, ticket, now: deps.clock.now() });
  if (filed === null) await noticeOf(deps, req);
  const { say } = frameOf(res);
  res.set('Cache-Control', 'no-store');
  page(res, 'notices/received', {
    title: say('notices.received.title'),
    text: say(filed?.stands === false ? 'notices.received.text-runs' : 'notices.received.text', {
      number,
    }),
    rows:
      filed === null
        ? []
        : [
            { label: say('notices.received.number'), value: filed.number },
            { label: say('notices.received.check'), value: filed.checkCode },
          ],
    keep: say(
      filed?.provenAt === null ? 'notices.received.keep-nameless' : 'notices.received.keep',
    ),
    followHref: addressOf('/track/objections', { number: filed?.number ?? '' }),
  });
}
