import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { answerChart, chartFormats } from '../charts/answer-chart.js';
import { chartFiles, drawsPng } from '../charts/chart-files.js';
import { scopeName } from '../ledger/present.js';
import { registerState } from '../ledger/register-state.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import type { Sent } from '../web/form-body.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { askReport } from './ask-report.js';
import { type ChartKey, chartKeys, reportChart } from './charts.js';
import { periodChoices, periodName, periodOf } from './period.js';
import { asOfOf } from './report-file.js';
import { scopeChoices } from './scope-choices.js';

/** Charts of a year, each an image of its own with its table, to put into a document. */
export function reportChartRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/reports/charts', (req, res) => showCharts(deps, req, res));
  for (const key of chartKeys)
    for (const format of chartFormats)
      router.get(`/reports/charts/${key}.${format}`, (req, res) => sendChart(deps, req, res, key));
  return router;
}

const contextOf = (deps: Deps, req: Request, res: Response) => {
  const { say, lang } = frameOf(res);
  const asked = {
    key: 'annual-report',
    viewer: viewerOf(res),
    query: req.query as Sent,
    voice: { say, lang },
  } as const;
  return askReport(deps, asked);
};

async function showCharts(deps: Deps, req: Request, res: Response): Promise<void> {
  const context = await contextOf(deps, req, res);
  const { say, lang } = frameOf(res);
  const { scope, period } = context.asked;
  const { mark } = await registerState(deps.db);
  const now = today(deps.clock.now());
  const address = (key: ChartKey) =>
    `/reports/charts/${key}.svg?${new URLSearchParams({ period: period.text, scope: scope.text, state: mark })}`;
  const hasPng = await drawsPng(deps.config);
  const charts = [];
  for (const key of chartKeys) {
    const { heads, rows, sizeOf } = await reportChart(context, key);
    charts.push({
      key,
      heads,
      rows,
      title: say(`reports.chart.${key}`),
      src: address(key),
      narrow: `${address(key)}&shape=narrow`,
      wideSize: sizeOf('wide'),
      narrowSize: sizeOf('narrow'),
      files: chartFiles(address(key), hasPng),
    });
  }
  page(res, 'reports/charts', {
    title: say('reports.charts'),
    crumbs: [{ href: '/reports', label: say('reports.title') }],
    over: scopeName(scope, { say, lang }),
    asOf: asOfOf(context),
    form: formView(say, { period: period.text, scope: scope.text }),
    periods: [...new Set([period.text, ...periodChoices(['year'], now)])].flatMap((value) => {
      const item = periodOf(value, now);
      return item ? [{ value, label: periodName(item, say, lang) }] : [];
    }),
    scopes: await scopeChoices(deps.db, viewerOf(res), { say, lang }, period.asOf),
    charts,
  });
}

async function sendChart(deps: Deps, req: Request, res: Response, key: ChartKey): Promise<void> {
  const context = await contextOf(deps, req, res);
  const { scope, period, voice } = context.asked;
  const { mark } = await registerState(deps.db);
  const shape = req.query.shape === 'narrow' ? 'narrow' : 'wide';
  await answerChart(deps, req, res, {
    name: [voice.say(`reports.chart.${key}`), scopeName(scope, voice), period.asOf],
    key: [
      'reports',
      key,
      shape,
      mark,
      scope.parkIds.join(),
      scope.text,
      period.text,
      period.asOf,
      voice.lang,
    ],
    isPublic: false,
    draw: async () => (await reportChart(context, key)).draw(shape),
  });
}
