import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import { currentCalendar } from '../calendar/stored-calendar.js';
import { actOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import { findRedated } from '../waivers/redate-cases.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { type FormView, formView } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import type { RoomRoutes } from '../web/route-table.js';
import { page } from '../web/views.js';
import { confirmNotice } from './confirm-notice.js';
import { discardNotice } from './discard-notice.js';
import { enterNotice } from './enter-notice.js';
import { NoticeForm, noticeLabels, noticeOf } from './forms.js';
import { holidayCodes } from './holidays.js';
import { canEnterNotices } from './permissions.js';
import { casesListed, listRow, monthTables, movedRows, stateOf, topRows } from './present.js';
import {
  calendarWith,
  findNotice,
  listNotices,
  missingYear,
  type StoredNotice,
} from './queries.js';
import { holidayReminder } from './reminder.js';

/** The yearly notices of days off and days worked: read by everybody, entered by one of the bureau, confirmed by another. */
export function holidayRoutes(deps: Deps): RoomRoutes {
  const router = Router();
  router.get('/holidays', (_req, res) => showList(deps, res));
  router.get('/holidays/new', async (_req, res) => {
    allow(canEnterNotices(viewerOf(res)));
    const now = deps.clock.now();
    const year = (await missingYear(deps.db, now)) ?? Number(today(now).slice(0, 4));
    newPage(res, formView(sayTo(res), { year: String(year) }));
  });
  router.post('/holidays/new', (req, res) => enter(deps, req, res));
  router.get('/holidays/:id', async (req, res) => {
    await noticePage(deps, req, res, formView(sayTo(res), {}));
  });
  router.post('/holidays/:id/confirmation', (req, res) => settle(deps, req, res, confirmNotice));
  router.post('/holidays/:id/discard', (req, res) => settle(deps, req, res, discardNotice));
  return { signedIn: router };
}

const crumbs = (res: Response) => [
  { href: '/policies', label: sayTo(res)('policies.title') },
  { href: '/holidays', label: sayTo(res)('holidays.title') },
];

async function showList({ db, clock }: Deps, res: Response): Promise<void> {
  const voice = frameOf(res);
  const viewer = viewerOf(res);
  const all = await listNotices(db, viewer);
  const mayEnter = canEnterNotices(viewer);
  page(res, 'holidays/list', {
    title: voice.say('holidays.title'),
    crumbs: crumbs(res).slice(0, 1),
    actions: mayEnter ? [{ href: '/holidays/new', label: voice.say('holidays.new') }] : [],
    missing: await holidayReminder(db, clock.now(), voice),
    rows: all.map((notice) => listRow(notice, all, viewer, voice)),
  });
}

function newPage(res: Response, form: FormView): void {
  const { say } = frameOf(res);
  page(res, 'holidays/new', {
    title: say('holidays.new'),
    crumbs: crumbs(res),
    hasErrors: form.summary.length > 0,
    form,
    spells: holidayCodes.map((code) => ({
      from: { name: `${code}-from`, label: say(`holidays.from.${code}`) },
      to: { name: `${code}-to`, label: say(`holidays.to.${code}`) },
    })),
  });
}

async function enter(deps: Deps, req: Request, res: Response): Promise<void> {
  allow(canEnterNotices(viewerOf(res)));
  const form = await actOnce(deps, req, res, NoticeForm, async (tx, by, typed) => {
    const id = await enterNotice(tx, by, noticeOf(typed));
    return `/holidays/${id}`;
  });
  await answerForm(res, form, noticeLabels, (view) => newPage(res, view));
}

const seenNotice = async ({ db }: Deps, req: Request, res: Response): Promise<StoredNotice> =>
  found(await findNotice(db, viewerOf(res), idParam(req.params.id)));

async function noticePage(deps: Deps, req: Request, res: Response, form: FormView): Promise<void> {
  const voice = frameOf(res);
  const { say } = voice;
  const viewer = viewerOf(res);
  const notice = await seenNotice(deps, req, res);
  const all = await listNotices(deps.db, viewer);
  const isWaiting = stateOf(notice, all) === 'waiting';
  const mayAct = isWaiting && canEnterNotices(viewer);
  page(res, 'holidays/notice', {
    title: say('holidays.notice', { year: String(notice.year), n: notice.edition }),
    crumbs: crumbs(res),
    hasErrors: form.summary.length > 0,
    form,
    rows: topRows(notice, all, voice),
    moves: isWaiting ? await movesOf(deps, notice, res) : null,
    weekdays: say('holidays.weekdays').split(' '),
    months: monthTables(notice, voice),
    address: `/holidays/${notice.id}`,
    isOwn: mayAct && notice.enteredById === viewer.accountId,
    mayConfirm: mayAct && notice.enteredById !== viewer.accountId,
    mayDiscard: mayAct,
  });
}

/** What would move if the notice were confirmed now. */
async function movesOf({ db, clock }: Deps, notice: StoredNotice, res: Response) {
  const voice = frameOf(res);
  const [before, now] = [await currentCalendar(db), await calendarWith(db, notice)];
  const cases = await findRedated(db, { before, now, on: today(clock.now()) });
  const n = cases.length;
  return {
    text: n === 0 ? voice.say('holidays.moves-none') : voice.say('holidays.moves-count', { n }),
    more: n > casesListed ? voice.say('holidays.moves-more', { n: casesListed }) : null,
    rows: movedRows(cases, voice),
  };
}

async function settle(
  deps: Deps,
  req: Request,
  res: Response,
  verb: typeof confirmNotice | typeof discardNotice,
): Promise<void> {
  const { id } = await seenNotice(deps, req, res);
  allow(canEnterNotices(viewerOf(res)));
  const form = await actOnce(deps, req, res, z.object({}), async (tx, by) => {
    await verb(tx, by, { id });
    return `/holidays/${id}`;
  });
  await answerForm(res, form, {}, (view) => noticePage(deps, req, res, view));
}
