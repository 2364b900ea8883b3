import { type Request, type Response, Router } from 'express';
import {
  addMonths,
  endOfMonth,
  isMonth,
  lastWholeMonth,
  type Month,
  today,
} from '../calendar/days.js';
import { day, month as monthText } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { parksClosedTo } from '../ledger/closed-months.js';
import { coverageByPark } from '../ledger/coverage.js';
import { parksOn } from '../ledger/parks-on.js';
import { canReadTotals } from '../ledger/seen-scope.js';
import { letKeepCopy } from '../people/offline-copy.js';
import type { ListToolsDeps } from '../people/saved-list.js';
import { viewerOf } from '../people/viewer.js';
import { parksCounted, parksInSight } from '../ventures/park-choices.js';
import { parkName } from '../ventures/residency-present.js';
import { chosenOf } from '../web/chosen-filters.js';
import { densityOf } from '../web/density.js';
import type { Deps } from '../web/deps.js';
import { allow, WrongQuery } from '../web/errors.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { tableOf } from '../web/list-table.js';
import { pageOf } from '../web/page-number.js';
import { pagesOf } from '../web/pages.js';
import { readQuery, refuseNoChoice } from '../web/read-query.js';
import { page } from '../web/views.js';
import { presentCounties } from './county-progress.js';
import { inMonthOrder, monthColumns } from './month-columns.js';
import { MonthArrangement, monthAddress, returnList } from './month-filter.js';
import { ownReturns } from './own-returns.js';
import { progressOf } from './park-progress.js';
import { presentMissing, presentParks, reopenedText, sumOf, toFill } from './present-month.js';
import { missingOnAPage, missingReturns } from './queries.js';
import { recentMonths } from './recent-months.js';
import { owedOf, presentOwed } from './reminders.js';
import { canChangeRules, dueOn, readRules } from './return-rules.js';

/**
 * A month's returns: how many of each park are filed, and which ventures still owe theirs.
 * A founder reads those of the own venture, month by month.
 */
export function returnsOverviewRoutes(deps: ListToolsDeps): Router {
  const router = Router();
  router.get('/returns', (req, res) =>
    viewerOf(res).role === 'founder' ? showOwn(deps, res) : showMonth(deps, req, res),
  );
  return router;
}

async function showOwn({ db, clock }: Deps, res: Response): Promise<void> {
  const { say, lang } = frameOf(res);
  const newest = lastWholeMonth(today(clock.now()));
  page(res, 'returns/own', {
    title: say('returns.own.title'),
    ventures: await ownReturns(db, viewerOf(res), newest, { say, lang }),
  });
}

async function showMonth(deps: ListToolsDeps, req: Request, res: Response): Promise<void> {
  const { db, clock, config } = deps;
  const viewer = viewerOf(res);
  allow(canReadTotals(viewer));
  letKeepCopy(res);
  const arranged = readQuery(MonthArrangement, req);
  const newest = lastWholeMonth(today(clock.now()));
  const asked = monthAsked(req) ?? newest;
  const month = asked < newest ? asked : newest;
  const all = await parksOn(db, endOfMonth(month));
  const parks = parksCounted(viewer, all);
  const chosen = parkAsked(req, parksInSight(viewer, all));
  const parkIds = (chosen ? [chosen] : parks).map((park) => park.id);
  const coverage = await coverageByPark(db, endOfMonth(month));
  const total = coverage.sum(parkIds);
  const last = Math.max(1, Math.ceil(total.carried / missingOnAPage));
  const pageNumber = Math.min(pageOf(req), last);
  const offset = (pageNumber - 1) * missingOnAPage;
  const missing = await missingReturns(db, viewer, { parkIds, month }, offset);
  const frame = frameOf(res);
  const { say, lang } = frame;
  const rules = await readRules(db);
  const now = today(clock.now());
  const ids = parks.map((park) => park.id);
  const progress = await progressOf(db, ids, month, { rules, now });
  const closed = await db.closedMonth.findUnique({ where: { month } });
  const owed = closed ? [] : owedOf(month, { rules, progress, coverage }, now);
  const isClosed = closed !== null;
  const closedTo = await parksClosedTo(db, month, ids, now);
  const state = {
    month,
    closedTo,
    coverage,
    progress,
    owing: new Set(owed.map(({ parkId }) => parkId)),
  };
  const park = chosen?.number ?? null;
  const here = (of: Month, park: string | null = null, page = 1) =>
    monthAddress({ month: of, park, page, ...arranged });
  const saved = monthAddress({ park, ...arranged });
  const of = chosen ?? (parks.length === 1 ? parks[0] : undefined);
  page(res, 'returns/month', {
    title: say('returns.month.title', { month: monthText(month, lang) }),
    form: formView(say, {
      month,
      park: park ?? '',
      sort: arranged.sort,
      order: arranged.order ?? '',
    }),
    chosen: chosenOf<{ park: string }>(
      [['park', say('returns.park'), chosen ? `${chosen.number} ${parkName(chosen, lang)}` : null]],
      () => here(month),
      frame,
    ),
    newest,
    notOver: notOver(asked, month, frame),
    earlier: here(addMonths(month, -1), park),
    later: month < newest ? here(addMonths(month, 1), park) : null,
    parkOptions: parks.map((park) => ({
      value: park.number,
      label: `${park.number} ${parkName(park, lang)}`,
    })),
    recent: await recentMonths(db, parks, month, { lang, hrefOf: here }),
    tools: await deps.listTools(
      db,
      viewer,
      returnList,
      {
        here: saved,
        usual: monthAddress({ month, park, ...arranged, columns: null }),
        chosen: arranged.columns,
        density: densityOf(req, res, { secure: config.secureCookies, say }),
      },
      frame,
    ),
    table: tableOf(
      monthColumns,
      arranged,
      inMonthOrder(
        presentParks(viewer, parks, state, (park) => here(month, park), frame),
        arranged,
      ),
      {
        say,
        hrefOf: (to) => monthAddress({ month, park, ...arranged, ...to }),
        foot: sumOf(coverage.sum(ids), month, frame),
      },
    ),
    parks: parks.map(({ number, ...of }) => ({ number, name: `${number} ${parkName(of, lang)}` })),
    counties: viewer.role === 'park-manager' ? [] : await presentCounties(db, parks, state, frame),
    reminders: viewer.role === 'park-manager' ? presentOwed(owed, parks, frame) : [],
    fill: toFill(viewer, parks, state, frame),
    due: say('returns.due-on', { day: day(dueOn(month, rules), lang) }),
    isClosed,
    reopened: isClosed ? reopenedText(parks, closedTo, frame) : null,
    closingHref: `/returns/${month}/closing`,
    evidenceHref: `/returns/${month}/evidence`,
    rulesHref: canChangeRules(viewer) ? '/returns/rules' : null,
    missingTitle: say('returns.missing.title', {
      park: of ? parkName(of, lang) : say('returns.missing.all'),
    }),
    missingCount: say('returns.missing.count', { n: total.carried }),
    isMissingOpen: chosen !== undefined || pageNumber > 1,
    missing: missing.map((row) => presentMissing(row, all, viewer, month, lang)),
    pages: pagesOf(say, { total: total.carried, page: pageNumber, size: missingOnAPage }, (at) =>
      here(month, park, at),
    ),
  });
}

/** Null where none is named. @throws WrongQuery for text that is no month */
function monthAsked(req: Request): Month | null {
  const asked = req.query.month;
  if (asked === undefined || asked === '') return null;
  if (typeof asked !== 'string' || !isMonth(asked))
    throw new WrongQuery([{ field: 'month', key: 'web.field.month' }]);
  return asked;
}

/** The park that is asked for, of those in sight; none where none is named. @throws WrongQuery for another one */
function parkAsked<P extends { number: string }>({ query }: Request, parks: P[]): P | undefined {
  if (!query.park) return undefined;
  const numbers = parks.map(({ number }) => number);
  refuseNoChoice('park', String(query.park), numbers);
  return parks[numbers.indexOf(String(query.park))];
}

/** That a month which is not over was asked for, when it opens, and which month is shown in its place. */
function notOver(asked: Month, shown: Month, { say, lang }: Voice): string | null {
  if (asked <= shown) return null;
  return say('returns.month-opens.shown', {
    month: monthText(asked, lang),
    day: day(endOfMonth(asked), lang),
    shown: monthText(shown, lang),
  });
}
