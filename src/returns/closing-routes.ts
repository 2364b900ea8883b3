import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { addDays, isMonth, type Month, today } from '../calendar/days.js';
import { month as monthText } from '../language/format.js';
import { canReadTotals } from '../ledger/seen-scope.js';
import { actOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import {
  choice,
  day as dayField,
  month as monthField,
  optional,
  optionalText,
  text,
} from '../web/fields.js';
import { type FormView, formView, labelsOf } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { readQuery } from '../web/read-query.js';
import { page } from '../web/views.js';
import { monthInAddress } from './asked-return.js';
import { canClose, nextToClose } from './close-month.js';
import { confirmationPage } from './closing-confirmation.js';
import { closingHref, closingPage } from './closing-page.js';
import { askReopening, mostDaysOpen, reopeningScopes } from './reopen-month.js';
import { closeOrRequest } from './request-closing.js';
import { closingRequestHref } from './tell-closing.js';
import type { Months } from './unaccepted.js';

const ClosingForm = z.object({
  reason: optionalText(500, { lines: true }),
  /** The first of several months that are closed together; this month alone where none is given. */
  from: optional(monthField),
});
const AskForm = z.object({
  throughMonth: optional(monthField),
  scope: choice(reopeningScopes),
  park: optionalText(12),
  venture: optionalText(20),
  reason: text(500, { lines: true }),
  lastDay: dayField,
});
const askLabels = {
  throughMonth: 'returns.reopening.through',
  scope: 'returns.reopening.scope',
  park: 'returns.reopening.park',
  venture: 'returns.reopening.venture',
  reason: 'returns.reopening.reason',
  lastDay: 'returns.reopening.last-day-label',
} as const;

/** Closing a month, and asking for it to be reopened: by the staff of the bureau; everyone who reads totals sees it. */
export function closingRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/returns/:month/closing', async (req, res) => {
    allow(canReadTotals(viewerOf(res)));
    const month = monthInAddress(req, res, deps.clock.now());
    await closingPage(deps, res, month);
  });
  router.get('/returns/:month/closing/confirmation', (req, res) => confirm(deps, req, res));
  router.post('/returns/:month/closing', (req, res) => close(deps, req, res));
  router.get('/returns/:month/reopening', async (req, res) => {
    allow(canClose(viewerOf(res)));
    const month = monthInAddress(req, res, deps.clock.now());
    const lastDay = addDays(today(deps.clock.now()), 7);
    await askPage(deps, res, month, formView(sayTo(res), { scope: 'venture', lastDay }));
  });
  router.post('/returns/:month/reopening', (req, res) => ask(deps, req, res));
  return router;
}

const FromQuery = z.object({ from: optional(monthField) });
/** The months that are closed together: up to the one in the address, and from it where no earlier one is named. */
const monthsFrom = (from: Month | null, month: Month): Months => ({
  from: from !== null && from < month ? from : month,
  month,
});

/** The same for a page, from none that is closed already: else an address would have months beyond number read. */
async function openMonthsFrom({ db }: Deps, from: Month | null, month: Month): Promise<Months> {
  const next = await nextToClose(db);
  if (next === null) return monthsFrom(null, month);
  return monthsFrom(from !== null && from < next ? next : from, month);
}

async function confirm(deps: Deps, req: Request, res: Response): Promise<void> {
  allow(canClose(viewerOf(res)));
  const month = monthInAddress(req, res, deps.clock.now());
  const { from } = readQuery(FromQuery, req);
  const months = await openMonthsFrom(deps, from, month);
  await confirmationPage(deps, res, months, formView(sayTo(res), {}));
}

/** Closes the months where nothing is missing of them; else asks for it, and another member of the bureau agrees. */
async function close(deps: Deps, req: Request, res: Response): Promise<void> {
  allow(canClose(viewerOf(res)));
  const month = monthInAddress(req, res, deps.clock.now());
  const form = await actOnce(deps, req, res, ClosingForm, async (tx, by, { from, reason }) => {
    const id = await closeOrRequest(tx, by, Object.assign(monthsFrom(from, month), { reason }));
    return id === null ? closingHref(month) : closingRequestHref(id);
  });
  if (form.ok) return leadOn(res, form.value);
  const say = sayTo(res);
  const labels = labelsOf(say, { reason: 'returns.closing.reason-label' });
  const typed = form.typed.from;
  const from = typeof typed === 'string' && isMonth(typed) ? typed : null;
  const months = await openMonthsFrom(deps, from, month);
  const view = formView(say, form.typed, form.faults, labels);
  await confirmationPage(deps, res.status(422), months, view);
}

async function ask(deps: Deps, req: Request, res: Response): Promise<void> {
  allow(canClose(viewerOf(res)));
  const month = monthInAddress(req, res, deps.clock.now());
  const form = await actOnce(deps, req, res, AskForm, async (tx, by, asked) => {
    const { throughMonth, scope, reason, lastDay } = asked;
    const park =
      scope === 'park' ? await tx.park.findUnique({ where: { number: asked.park } }) : null;
    const venture =
      scope === 'venture'
        ? await tx.venture.findUnique({ where: { number: asked.venture.toUpperCase() } })
        : null;
    const of = { parkId: park?.id ?? null, ventureId: venture?.id ?? null };
    const id = await askReopening(tx, by, {
      ...of,
      month,
      throughMonth,
      scope,
      reason,
      lastDay,
    });
    return `/returns/reopenings/${id}`;
  });
  if (form.ok) return leadOn(res, form.value);
  const say = sayTo(res);
  const view = formView(say, form.typed, form.faults, labelsOf(say, askLabels));
  await askPage(deps, res.status(422), month, view);
}

async function askPage(deps: Deps, res: Response, month: Month, form: FormView): Promise<void> {
  const { say, lang } = frameOf(res);
  const parks = await deps.db.park.findMany({ orderBy: { number: 'asc' } });
  const later = await deps.db.closedMonth.findMany({
    where: { month: { gt: month } },
    orderBy: { month: 'asc' },
  });
  const now = today(deps.clock.now());
  page(res, 'returns/ask-reopening', {
    title: say('returns.reopening.title', { month: monthText(month, lang) }),
    crumbs: [
      {
        href: closingHref(month),
        label: say('returns.closing.title', { month: monthText(month, lang) }),
      },
    ],
    form,
    action: `/returns/${month}/reopening`,
    back: closingHref(month),
    months: later.map((closed) => ({
      value: closed.month,
      label: monthText(closed.month, lang),
    })),
    thatAlone: say('returns.reopening.that-alone', { month: monthText(month, lang) }),
    scopes: reopeningScopes.map((scope) => ({
      value: scope,
      label: say(`returns.reopening.scope.${scope}`),
    })),
    parks: parks.map(({ number, nameZh, nameEn }) => ({
      value: number,
      label: `${number} ${lang === 'zh' ? nameZh : nameEn}`,
    })),
    lastDayHint: say('returns.reopening.last-day', { days: mostDaysOpen }),
    earliest: now,
    latest: addDays(now, mostDaysOpen),
    hasErrors: form.summary.length > 0,
  });
}
