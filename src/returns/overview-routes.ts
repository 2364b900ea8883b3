import { type Request, type Response, Router } from 'express';
import { addMonths, endOfMonth, lastWholeMonth, type Month, today } from '../calendar/days.js';
import { day, month as monthText } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { letKeepCopy } from '../people/offline-copy.js';
import type { ListToolsDeps } from '../people/saved-list.js';
import { viewerOf } from '../people/viewer.js';
import { parksInSight } from '../ventures/park-choices.js';
import { parkName } from '../ventures/residency-present.js';
import { chosenOf } from '../web/chosen-filters.js';
import { densityOf } from '../web/density.js';
import type { Deps } from '../web/deps.js';
import type { Sent } from '../web/form-body.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { tableOf } from '../web/list-table.js';
import { pageOf } from '../web/page-number.js';
import { pagesOf } from '../web/pages.js';
import { refuseNoChoice } from '../web/read-query.js';
import { page } from '../web/views.js';
import { presentCounties } from './county-progress.js';
import { inMonthOrder, monthColumns } from './month-columns.js';
import { monthAddress, returnList } from './month-filter.js';
import { monthInView } from './month-in-view.js';
import { ownReturns } from './own-returns.js';
import { presentMissing, presentParks, reopenedText, sumOf, toFill } from './present-month.js';
import { missingOnAPage, missingReturns } from './queries.js';
import { recentMonths } from './recent-months.js';
import { presentOwed } from './reminders.js';
import { canChangeRules, dueOn } from './return-rules.js';

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
  const { db, config } = deps;
  const viewer = viewerOf(res);
  const view = await monthInView(deps, viewer, req.query as Sent);
  const { arranged, asked, newest, all, parks, ids, rules, owed, isClosed, state } = view;
  const { month, closedTo, coverage } = state;
  letKeepCopy(res);
  const chosen = parkAsked(req, parksInSight(viewer, all));
  const parkIds = chosen ? [chosen.id] : ids;
  const total = coverage.sum(parkIds);
  const last = Math.max(1, Math.ceil(total.carried / missingOnAPage));
  const pageNumber = Math.min(pageOf(req), last);
  const offset = (pageNumber - 1) * missingOnAPage;
  const missing = await missingReturns(db, viewer, { parkIds, month }, offset);
  const frame = frameOf(res);
  const { say, lang } = frame;
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
    csv: monthAddress({ month, ...arranged }, '/returns.csv'),
    xlsx: monthAddress({ month, ...arranged }, '/returns.xlsx'),
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
