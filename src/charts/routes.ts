import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { type Day, today } from '../calendar/days.js';
import { breakdown } from '../ledger/breakdown.js';
import { asOfFields, scopeField } from '../ledger/forms.js';
import { isMoney, stocks } from '../ledger/measures.js';
import { kindName, measureName, scopeName } from '../ledger/present.js';
import { registerState } from '../ledger/register-state.js';
import { canReadTotals, findScope, type SeenScope } from '../ledger/seen-scope.js';
import { headPosition, parkIdsOf } from '../ledger/totals.js';
import { trendOf } from '../ledger/trend.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { choice } from '../web/fields.js';
import { frameOf } from '../web/frame.js';
import { readQuery } from '../web/read-query.js';
import type { RoomRoutes } from '../web/route-table.js';
import { answerChart, chartFormats } from './answer-chart.js';
import { barChart } from './bar-chart.js';
import { chartShapes, chartSizes } from './draw.js';
import { lineChart } from './line-chart.js';

/** Seconds that a chart is kept where its address bears the state of its data. */
const aDay = 86_400;

/** Money is drawn in yuan. */
const fenInYuan = 100;

/** The charts, as images from their own addresses. The network's totals are public, and so is their trend. */
export function chartRoutes(deps: Deps): RoomRoutes {
  const [open, signedIn] = [Router(), Router()];
  for (const format of chartFormats) {
    open.get(`/charts/trend.${format}`, (req, res) => showTrend(deps, req, res));
    signedIn.get(`/charts/industries.${format}`, (req, res) => showIndustries(deps, req, res));
  }
  return { open, signedIn };
}

const common = (deps: Deps) => ({
  scope: scopeField,
  ...asOfFields(today(deps.clock.now())),
  shape: z.enum(chartShapes).default('wide'),
  /** The state of the data that the page was made from. */
  state: z.string().optional(),
});

async function showTrend(deps: Deps, req: Request, res: Response): Promise<void> {
  const schema = z.object({
    ...common(deps),
    measure: choice(stocks),
  });
  const { scope, measure, asOf, position, shape, state } = readQuery(schema, req);
  const seen = await chartedScope(deps, res, scope, asOf);
  const { parkIds } = seen;
  const { say, lang } = frameOf(res);
  const head = await headPosition(deps.db);
  await answerChart(deps, req, res, {
    name: [measureName({ measure }, say), scopeName(seen, { say, lang }), asOf],
    key: ['trend', head, parkIds.join(), measure, asOf, position ?? '', shape, lang],
    isPublic: scope === 'network',
    ...(state === undefined ? {} : { keptFor: aDay }),
    draw: async () => {
      const trend = await trendOf(deps.db, { measure, parkIds, asOf, position });
      const scale = isMoney(measure) ? fenInYuan : 1;
      const points = trend.map(({ month, level }) => ({ label: month, value: level / scale }));
      return lineChart({ points, lang, size: chartSizes[shape] });
    },
  });
}

async function showIndustries(deps: Deps, req: Request, res: Response): Promise<void> {
  allow(canReadTotals(viewerOf(res)));
  const { scope, asOf, position, shape, state } = readQuery(z.object(common(deps)), req);
  const seen = found(await findScope(deps.db, viewerOf(res), scope, asOf));
  const { parkIds } = seen;
  const { lang, say } = frameOf(res);
  const { mark } = await registerState(deps.db);
  await answerChart(deps, req, res, {
    name: [say('charts.industries'), scopeName(seen, { say, lang }), asOf],
    key: ['industries', mark, parkIds.join(), asOf, position ?? '', shape, lang],
    isPublic: false,
    ...(state === undefined ? {} : { keptFor: aDay }),
    draw: async () => {
      const shares = await breakdown(deps.db, { parkIds, asOf, position });
      const bars = shares
        .filter(({ by }) => by === 'industry')
        .map((share) => ({ label: kindName(share, say), value: share.amount }));
      return barChart({ bars, lang, width: chartSizes[shape].width });
    },
  });
}

/** A scope: anyone may see the network's trend, the rest who sees the scope. */
async function chartedScope(
  { db }: Deps,
  res: Response,
  scope: string,
  asOf: Day,
): Promise<SeenScope> {
  if (scope === 'network')
    return { text: scope, name: null, parkIds: await parkIdsOf(db, { kind: 'network' }, asOf) };
  const viewer = viewerOf(res);
  allow(canReadTotals(viewer));
  return found(await findScope(db, viewer, scope, asOf));
}
