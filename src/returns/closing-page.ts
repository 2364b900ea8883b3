import type { Response } from 'express';
import {
  addMonths,
  type Day,
  endOfMonth,
  type Month,
  monthsBetween,
  today,
} from '../calendar/days.js';
import { month as monthText, time } from '../language/format.js';
import { figure } from '../ledger/present.js';
import { publishLink } from '../ledger/publish-link.js';
import { widestScope } from '../ledger/seen-scope.js';
import { headPosition, levelsByPark } from '../ledger/totals.js';
import { parksInScope } from '../people/scope.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { type Frame, frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { returnHref } from './asked-return.js';
import { canClose, monthNumber, nextToClose, openParks } from './close-month.js';
import { toneOf } from './grid-page.js';
import { actOf } from './present-month.js';
import { presentReopening } from './present-reopening.js';
import { reopeningsOf } from './reopen-month.js';
import { openRequest } from './request-closing.js';
import type { ReturnState } from './states.js';
import { closingRequestHref } from './tell-closing.js';
import { type Months, unacceptedIn } from './unaccepted.js';

export const closingHref = (month: Month): string => `/returns/${month}/closing`;
/** Where it is asked before a month is closed, and those from an earlier one on with it. */
export const confirmationHref = (month: Month, from: Month | null): string =>
  `${closingHref(month)}/confirmation${from === null ? '' : `?from=${from}`}`;

/** The page on which a month is closed, and on which it is read afterwards. */
export async function closingPage(deps: Deps, res: Response, month: Month): Promise<void> {
  const { db, clock } = deps;
  const viewer = viewerOf(res);
  const frame = frameOf(res);
  const { say, lang } = frame;
  const closed = await db.closedMonth.findUnique({
    where: { month },
    include: { closedBy: true, requestedBy: true },
  });
  const open = closed ? [] : await openParks(db, month);
  const reopenings = await reopeningsOf(db, month);
  const next = await nextToClose(db);
  const waiting = canClose(viewer) ? await openRequest(db) : null;
  const isLater = canClose(viewer) && !closed && next !== null && month > next;
  page(res, 'returns/closing', {
    title: say('returns.closing.title', { month: monthText(month, lang) }),
    crumbs: [
      {
        href: `/returns?month=${month}`,
        label: say('returns.month.title', { month: monthText(month, lang) }),
      },
    ],
    askHref: `/returns/${month}/reopening`,
    rows: closed && [
      { label: say('returns.closing.closed-at'), value: time(closed.closedAt, lang) },
      {
        label: say('returns.closing.closed-by'),
        value: closed.closedBy?.name ?? say('history.system'),
      },
      ...(closed.requestedBy
        ? [{ label: say('returns.closing.asked-by'), value: closed.requestedBy.name }]
        : []),
      ...(closed.reason
        ? [{ label: say('returns.closing.reason-label'), value: closed.reason }]
        : []),
    ],
    openParks: await presentOpen(deps, viewer, month, frame, open),
    figures: await totalsAt(deps, viewer, endOfMonth(month), frame),
    closeHref:
      canClose(viewer) && !closed && !waiting && next !== null && month >= next
        ? confirmationHref(month, isLater ? next : null)
        : null,
    waiting:
      waiting && !closed
        ? {
            text: say('returns.closing.waits', { name: waiting.askedBy.name }),
            href: canClose(viewer) ? closingRequestHref(waiting.id) : null,
            act: say(
              waiting.askedById === viewer.accountId
                ? 'returns.closing.request'
                : 'returns.closing.decide',
            ),
          }
        : null,
    months: isLater ? await openByMonth(deps, { from: next, month }, frame) : [],
    submit: isLater
      ? say('returns.closing.submit-all', { n: monthsBetween(next, month).length })
      : say('returns.closing.ask'),
    notInTurn: isLater ? say('returns.closing.together', { month: monthText(next, lang) }) : null,
    nextHref: next && closingHref(next),
    nextLabel: next && say('returns.closing.title', { month: monthText(next, lang) }),
    newest:
      next === null || closed
        ? null
        : {
            href: closingHref(addMonths(next, -1)),
            label: say('returns.closing.newest', { month: monthText(addMonths(next, -1), lang) }),
          },
    canAsk: canClose(viewer) && closed !== null,
    isClosed: closed !== null,
    reopenings: reopenings.map((reopening) =>
      presentReopening(reopening, today(clock.now()), frame, viewer),
    ),
    historyHref: closed && `/history/month/${monthNumber(month)}`,
  });
}

/** The parks whose return is still open, each with how far it is; those in sight lead to it. */
async function presentOpen(
  { db }: Deps,
  viewer: Viewer,
  month: Month,
  { say, lang }: Frame,
  ids: number[],
) {
  const where = { id: { in: ids } };
  const parks = await db.park.findMany({ where, orderBy: { number: 'asc' } });
  const own = await db.park.findMany({ where: { AND: [where, parksInScope(viewer)] } });
  const begun = await db.monthlyReturn.findMany({ where: { month, parkId: { in: ids } } });
  return parks.map(({ id, number, nameZh, nameEn }) => {
    const monthly = begun.find(({ parkId }) => parkId === id) ?? null;
    const state = monthly?.state as ReturnState | undefined;
    const act = actOf(viewer, id, monthly);
    return {
      name: `${number} ${lang === 'zh' ? nameZh : nameEn}`,
      href: own.some((park) => park.id === id) ? returnHref(month, number) : null,
      state: say(`returns.state.${state ?? 'none'}`),
      tone: state ? toneOf(state) : null,
      act: act && say(`returns.today.act.${act}`),
    };
  });
}

/** How many parks are still open in each of the months that are closed together. */
async function openByMonth({ db }: Deps, months: Months, { say, lang }: Frame) {
  const all = await unacceptedIn(db, months);
  return all
    .filter(({ parkIds }) => parkIds.length > 0)
    .map(({ month, parkIds }) => {
      const values = { month: monthText(month, lang), parks: parkIds.length };
      return { href: closingHref(month), text: say('returns.closing.open-in', values) };
    });
}

/** What the viewer's parks come to at the month's end; the bureau publishes it from here. */
async function totalsAt({ db }: Deps, viewer: Viewer, asOf: Day, frame: Frame) {
  const levels = await levelsByPark(db, asOf);
  const parks = await db.park.findMany({ where: parksInScope(viewer), select: { id: true } });
  const ids = parks.map(({ id }) => id);
  const head = await headPosition(db);
  return (['parks', 'ventures', 'jobs'] as const).map((measure) => {
    const address = { measure, scope: widestScope(viewer), asOf };
    const publish = publishLink(viewer, address, head);
    return figure(address, levels.sum(measure, ids), frame, publish);
  });
}
