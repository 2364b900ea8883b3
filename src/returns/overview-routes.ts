import { type Request, type Response, Router } from 'express';
import {
  addMonths,
  endOfMonth,
  isMonth,
  lastWholeMonth,
  type Month,
  today,
} from '../calendar/days.js';
import { day, month as monthText, number } from '../language/format.js';
import type { Lang } from '../language/words.js';
import { type Coverage, coverageByPark } from '../ledger/coverage.js';
import { totalsAddress } from '../ledger/forms.js';
import { canReadTotals } from '../ledger/seen-scope.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import { type ParkWithRegion, parksToFilterBy } from '../ventures/park-choices.js';
import { canWriteInPark } from '../ventures/policy.js';
import { parkName } from '../ventures/residency-present.js';
import type { Deps } from '../web/deps.js';
import { allow, BadRequest } from '../web/errors.js';
import { formView } from '../web/forms.js';
import { type Frame, frameOf } from '../web/frame.js';
import { pagesOf } from '../web/pages.js';
import { page } from '../web/views.js';
import { returnHref } from './asked-return.js';
import { presentCounties } from './county-progress.js';
import { ownReturns } from './own-returns.js';
import { type Progress, presentProgress, progressOf } from './park-progress.js';
import { type MissingReturn, missingOnAPage, missingReturns } from './queries.js';
import { recentMonths } from './recent-months.js';
import { owedOf, presentOwed } from './reminders.js';
import { canChangeRules, dueOn, readRules } from './return-rules.js';
import { isOpen, type ReturnState } from './states.js';

/**
 * A month's returns: how many of each park are filed, and which ventures still owe theirs.
 * A founder reads those of the own venture, month by month.
 */
export function returnsOverviewRoutes(deps: Deps): Router {
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

async function showMonth({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canReadTotals(viewer));
  const newest = lastWholeMonth(today(clock.now()));
  const month = monthAsked(req, newest);
  const parks = await parksToFilterBy(db, viewer);
  const chosen = parks.find((park) => park.number === req.query.park);
  const parkIds = (chosen ? [chosen] : parks).map((park) => park.id);
  const coverage = await coverageByPark(db, endOfMonth(month));
  const total = coverage.sum(parkIds);
  const pageNumber = pageAsked(req, total.carried);
  const offset = (pageNumber - 1) * missingOnAPage;
  const missing = await missingReturns(db, viewer, { parkIds, month }, offset);
  const frame = frameOf(res);
  const { say, lang } = frame;
  const rules = await readRules(db);
  const now = today(clock.now());
  const ids = parks.map((park) => park.id);
  const progress = await progressOf(db, ids, month, { rules, now });
  const progressOfPark = (id: number) => progress.get(id) as Progress;
  const closed = await db.closedMonth.findUnique({ where: { month } });
  const owed = closed ? [] : owedOf(month, { rules, progress, coverage }, now);
  const owing = new Set(owed.map(({ parkId }) => parkId));
  const here = (of: Month, park?: string, at = 1) =>
    `/returns?month=${of}${park ? `&park=${park}` : ''}${at > 1 ? `&page=${at}` : ''}`;
  page(res, 'returns/month', {
    title: say('returns.month.title', { month: monthText(month, lang) }),
    form: formView(say, { month, park: chosen?.number ?? '' }),
    newest,
    earlier: here(addMonths(month, -1), chosen?.number),
    later: month < newest ? here(addMonths(month, 1), chosen?.number) : null,
    parkOptions: parks.map((park) => ({
      value: park.number,
      label: `${park.number} ${parkName(park, lang)}`,
    })),
    recent: await recentMonths(db, parks, month, { lang, hrefOf: here }),
    parks: parks.map((park) => ({
      number: park.number,
      name: `${park.number} ${parkName(park, lang)}`,
      href: here(month, park.number),
      ...numbers(coverage.of(park.id), lang),
      ...underNumbers(`park:${park.number}`, month),
      progress:
        coverage.of(park.id).due === 0
          ? null
          : presentProgress(
              progressOfPark(park.id),
              {
                ...{ month, park: park.number, filed: coverage.of(park.id).filed },
                owes: owing.has(park.id),
              },
              frame,
            ),
    })),
    counties:
      viewer.role === 'park-manager'
        ? []
        : await presentCounties(db, parks, { coverage, progress, owing }, frame),
    reminders: viewer.role === 'park-manager' ? presentOwed(owed, parks, frame) : [],
    fill: toFill(viewer, parks, { month, progress }, frame),
    due: say('returns.due-on', { day: day(dueOn(month, rules), lang) }),
    isClosed: closed !== null,
    closingHref: `/returns/${month}/closing`,
    evidenceHref: `/returns/${month}/evidence`,
    rulesHref: canChangeRules(viewer) ? '/returns/rules' : null,
    total: {
      ...numbers(coverage.sum(parks.map((park) => park.id)), lang),
      ...underNumbers('mine', month),
    },
    missingTitle: say('returns.missing.title', {
      park: chosen ? parkName(chosen, lang) : say('returns.missing.all'),
    }),
    missing: missing.map((row) => presentMissing(row, parks, viewer, month, lang)),
    pages: pagesOf(say, { total: total.carried, page: pageNumber, size: missingOnAPage }, (at) =>
      here(month, chosen?.number, at),
    ),
  });
}

/** @throws BadRequest for text that is no month; a month that is not over yet stands for the newest that is */
function monthAsked(req: Request, newest: Month): Month {
  const asked = req.query.month;
  if (asked === undefined || asked === '') return newest;
  if (typeof asked !== 'string' || !isMonth(asked)) throw new BadRequest('web.field.month');
  return asked < newest ? asked : newest;
}

function pageAsked(req: Request, total: number): number {
  const asked = typeof req.query.page === 'string' ? Number(req.query.page) : 1;
  const last = Math.max(1, Math.ceil(total / missingOnAPage));
  return Number.isInteger(asked) && asked > 0 ? Math.min(asked, last) : 1;
}

const numbers = ({ due, filed, carried }: Coverage, lang: Lang) => ({
  due: number(due, lang),
  filed: number(filed, lang),
  missing: number(carried, lang),
  isComplete: carried === 0,
});

/** The grids that a manager can fill in now. */
function toFill(
  viewer: Viewer,
  parks: ParkWithRegion[],
  { month, progress }: { month: Month; progress: Map<number, Progress> },
  { say, lang }: Frame,
) {
  if (viewer.role !== 'park-manager') return [];
  const open = parks.filter(({ id }) =>
    isOpen((progress.get(id)?.monthly?.state ?? 'draft') as ReturnState),
  );
  return open.map((park) => ({
    href: returnHref(month, park.number),
    label: say('returns.grid.fill', { park: parkName(park, lang) }),
  }));
}

/** The records under what is due and what is filed; staff publish them from there. */
function underNumbers(scope: string, month: Month) {
  const asOf = endOfMonth(month);
  return {
    dueHref: totalsAddress({ measure: 'ventures', scope, asOf }),
    filedHref: totalsAddress({ measure: 'returns', scope, asOf, month }),
  };
}

function presentMissing(
  row: MissingReturn,
  parks: ParkWithRegion[],
  viewer: Viewer,
  month: Month,
  lang: Lang,
) {
  const park = parks.find(({ id }) => id === row.parkId);
  return {
    name: row.name,
    number: row.number,
    href: `/ventures/${row.number}`,
    park: park ? parkName(park, lang) : '',
    fileHref: canWriteInPark(viewer, row.parkId)
      ? `/ventures/${row.number}/returns/${month}`
      : null,
  };
}
