import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { endOfMonth } from '../calendar/days.js';
import { month as monthText, number } from '../language/format.js';
import { totalsAddress } from '../ledger/forms.js';
import { parksOn } from '../ledger/parks-on.js';
import { canReadTotals, widestScope } from '../ledger/seen-scope.js';
import { viewerOf } from '../people/viewer.js';
import { parksCounted, parksInSight } from '../ventures/park-choices.js';
import { parkName } from '../ventures/residency-present.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { choice, optional, optionalText } from '../web/fields.js';
import { frameOf } from '../web/frame.js';
import { pageNumber } from '../web/page-number.js';
import { pagesOf } from '../web/pages.js';
import { readQuery } from '../web/read-query.js';
import { page } from '../web/views.js';
import { monthInAddress } from './asked-return.js';
import {
  countedTwice,
  grades,
  jobsByGrade,
  rosterHeadcounts,
  venturesOfGrade,
} from './evidence.js';

const onAPage = 50;
const Query = z.object({
  park: optionalText(12),
  grade: optional(choice(grades)),
  page: pageNumber,
});

/** How the jobs of a month are proved, and the people that its rosters count more than once. */
export function evidenceRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/returns/:month/evidence', (req, res) => show(deps, req, res));
  return router;
}

async function show({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canReadTotals(viewer));
  const month = monthInAddress(req, res, clock.now());
  const query = readQuery(Query, req);
  const { say, lang } = frameOf(res);
  const everyPark = await parksOn(db, endOfMonth(month));
  const parks = parksCounted(viewer, everyPark);
  const chosen = query.park
    ? found(parksInSight(viewer, everyPark).find(({ number: own }) => own === query.park))
    : undefined;
  const asked = { month, parkIds: (chosen ? [chosen] : parks).map(({ id }) => id) };
  const all = await jobsByGrade(db, asked);
  const listed = all.filter(({ grade }) => query.grade === null || grade === query.grade);
  const total = listed.reduce((sum, { ventures }) => sum + ventures, 0);
  const last = Math.max(1, Math.ceil(total / onAPage));
  const at = Math.min(query.page, last);
  const rows = await venturesOfGrade(db, asked, query.grade, {
    offset: (at - 1) * onAPage,
    limit: onAPage,
  });
  const people = await rosterHeadcounts(db, asked);
  const here = (grade: string | null, onPage = 1) =>
    `/returns/${month}/evidence?${new URLSearchParams({
      ...(chosen ? { park: chosen.number } : {}),
      ...(grade === null ? {} : { grade }),
      ...(onPage > 1 ? { page: String(onPage) } : {}),
    })}`;
  const nameOf = new Map(parks.map((park) => [park.id, parkName(park, lang)]));
  const sum = (of: (row: (typeof all)[number]) => number) =>
    number(
      all.reduce((count, row) => count + of(row), 0),
      lang,
    );
  page(res, 'returns/evidence', {
    title: say('returns.graded.title', { month: monthText(month, lang) }),
    over: chosen ? parkName(chosen, lang) : null,
    crumbs: [
      {
        href: `/returns?month=${month}`,
        label: say('returns.month.title', { month: monthText(month, lang) }),
      },
    ],
    grades: all.map(({ grade, ventures, carried, jobs }) => ({
      href: here(grade),
      name: say(grade === 'none' ? 'returns.graded.none' : `returns.evidence.${grade}`),
      ventures: number(ventures, lang),
      carried: number(carried, lang),
      jobs: number(jobs, lang),
    })),
    total: {
      ventures: sum((row) => row.ventures),
      carried: sum((row) => row.carried),
      jobs: sum((row) => row.jobs),
      href: totalsAddress({
        measure: 'jobs',
        scope: chosen ? `park:${chosen.number}` : widestScope(viewer),
        asOf: endOfMonth(month),
      }),
    },
    people: {
      ventures: number(people.ventures, lang),
      gross: number(people.gross, lang),
      net: number(people.net, lang),
      twice: number(people.gross - people.net, lang),
    },
    hasRosters: people.ventures > 0,
    twice: (await countedTwice(db, asked)).map(({ nameMasked, masked, ventures }) => ({
      person: nameMasked === '' ? say('returns.net.deleted') : `${nameMasked} ${masked}`,
      ventures: ventures.map((of) => ({ number: of, href: `/ventures/${of}` })),
    })),
    listTitle:
      query.grade === null
        ? say('returns.graded.all')
        : say(query.grade === 'none' ? 'returns.graded.none' : `returns.evidence.${query.grade}`),
    rows: rows.map((row) => ({
      href: `/ventures/${row.number}`,
      name: `${row.number} ${row.name}`,
      park: nameOf.get(row.parkId) ?? '',
      month: row.month === null ? '—' : monthText(row.month, lang),
      jobs: number(row.jobs, lang),
    })),
    pages: pagesOf(say, { total, page: at, size: onAPage }, (n) => here(query.grade, n)),
  });
}
