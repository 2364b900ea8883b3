import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { answerChart, chartFormats } from '../charts/answer-chart.js';
import { chartFiles, drawsPng } from '../charts/chart-files.js';
import { chartSizes } from '../charts/draw.js';
import { lineChart } from '../charts/line-chart.js';
import { month, number } from '../language/format.js';
import { KeptPages } from '../ledger/kept-pages.js';
import { letKeepCopy } from '../people/offline-copy.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import type { Whereabouts } from '../people/whereabouts.js';
import { found } from '../web/errors.js';
import { type Frame, frameOf } from '../web/frame.js';
import { bodyOf, type KeptBody } from '../web/views.js';
import { findVenture } from './find-venture.js';
import { headcountSeries, type MonthLevel } from './headcount-series.js';
import { showMerged } from './merging/show-merged.js';
import { readsMonth, readsWhole } from './own-time.js';
import type { VentureDeps } from './panels.js';
import { canSeePhones, canWriteVenture } from './permissions.js';
import { headcountRows } from './present-records.js';
import { presentVenture } from './present-venture.js';
import { findVentureRecords, parksSeen } from './queries.js';
import { ventureHref } from './residency-present.js';
import { showVoided } from './show-voided.js';

/** The page of a venture, and its headcounts drawn. */
export function pageRoutes(deps: VentureDeps): Router {
  const router = Router();
  router.get('/ventures/:number', (req, res) => showVenture(deps, req, res));
  for (const format of chartFormats)
    router.get(`/ventures/:number/headcounts.${format}`, (req, res) =>
      drawHeadcounts(deps, req, res),
    );
  return router;
}

/** One for each viewer: what is shown of a venture depends on who looks at it. */
const bodies = new KeptPages(200);

async function showVenture(deps: VentureDeps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  letKeepCopy(res);
  const make = () => ventureBody(deps, res, String(req.params.number));
  if (await bodies.answer(deps, res, [viewer, req.originalUrl], make)) return;
  if (await showMerged(deps, req, res)) return;
  await showVoided(deps, req, res);
}

/** Null where the viewer sees no such venture. */
async function ventureBody(
  { db, clock, config, panels }: VentureDeps,
  res: Response,
  number: string,
): Promise<KeptBody | null> {
  const viewer = viewerOf(res);
  const venture = await findVentureRecords(db, viewer, number);
  if (!venture) return null;
  const all = await headcountSeries(db, venture.id, today(clock.now()));
  const series = seriesRead(all, viewer, venture);
  const frame = frameOf(res);
  const seen = parksSeen(viewer, venture);
  const showsPhones = canSeePhones(viewer, venture);
  return bodyOf(res, 'ventures/venture', {
    ...presentVenture(venture, viewer, clock.now(), frame),
    chart: chartOf(series, venture, await drawsPng(config), frame),
    headcounts: headcountRows(series, venture, viewer, seen, frame),
    cases: await panels.cases(db, viewer, { ventureId: venture.id }, clock.now(), frame),
    visits: await panels.visits(db, viewer, venture, today(clock.now()), frame),
    beginCaseHref:
      viewer.role === 'park-manager' && canWriteVenture(viewer, venture)
        ? `/waivers/new?venture=${venture.number}`
        : null,
    events: await panels.events(db, viewer, { ventureId: venture.id, showsPhones }, frame),
    historyHref: `${ventureHref(venture)}/history`,
  });
}

/** The months that the viewer reads: none before or after the time in the own park. */
const seriesRead = (series: MonthLevel[], viewer: Viewer, venture: Whereabouts): MonthLevel[] =>
  readsWhole(viewer, venture)
    ? series
    : series.filter((level) => readsMonth(viewer, venture, level.month));

/** What the image says in words, or null while there is nothing to draw. */
function chartOf(
  series: MonthLevel[],
  venture: { number: string; name: string },
  hasPng: boolean,
  { say, lang }: Frame,
) {
  const told = series.filter((level) => level.jobs !== null);
  const [first, last] = [told[0], told.at(-1)];
  if (!first || last?.jobs == null) return null;
  const src = `${ventureHref(venture)}/headcounts.svg`;
  return {
    src,
    files: chartFiles(src, hasPng),
    title: say('ventures.page.chart', { name: venture.name }),
    alt: say('ventures.page.chart-alt', {
      from: month(first.month, lang),
      to: month(last.month, lang),
      jobs: number(last.jobs, lang),
    }),
    ...chartSizes,
  };
}

async function drawHeadcounts(deps: VentureDeps, req: Request, res: Response): Promise<void> {
  const { db, clock } = deps;
  const viewer = viewerOf(res);
  const venture = found(await findVenture(db, viewer, String(req.params.number)));
  const all = await headcountSeries(db, venture.id, today(clock.now()));
  const series = seriesRead(all, viewer, venture);
  const { say, lang } = frameOf(res);
  const shape = req.query.shape === 'narrow' ? 'narrow' : 'wide';
  const points = series.map((level) => ({ label: level.month, value: level.jobs }));
  await answerChart(deps, req, res, {
    name: [say('ledger.measure.jobs'), venture.name, today(clock.now())],
    key: ['venture', lang, shape, ...points.flatMap(({ label, value }) => [label, value ?? ''])],
    draw: () => lineChart({ points, lang, size: chartSizes[shape] }),
    isPublic: false,
  });
}
