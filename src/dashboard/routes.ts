import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import { drawsPng } from '../charts/chart-files.js';
import { canEnterNotices } from '../holidays/permissions.js';
import { holidayReminder } from '../holidays/reminder.js';
import type { TotalsAddress } from '../ledger/forms.js';
import { asOfFields } from '../ledger/forms.js';
import { asOfText, coverageText, scopeName, type Voice } from '../ledger/present.js';
import { publishLink } from '../ledger/publish-link.js';
import { registerState } from '../ledger/register-state.js';
import { canReadTotals, findScope, type SeenScope } from '../ledger/seen-scope.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import { ownReminders } from '../returns/reminders.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import type { Sent } from '../web/form-body.js';
import { formView, labelsOf, readForm } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import type { RoomRoutes } from '../web/route-table.js';
import { page } from '../web/views.js';
import { type ReadPanels, rememberPanels } from './panels.js';
import { presentFigures, presentTable } from './present.js';
import { presentBounds, presentService, presentTrends, presentWalls } from './present-panels.js';
import { presentParity, presentReach, presentUnclaimed, readPromises } from './present-promises.js';
import { presentRent } from './present-rent.js';
import { findCounties, findParks, type Moment, readTotals } from './queries.js';

type WithPanels = Deps & { panels: ReadPanels };

export function dashboardRoutes(deps: Deps): RoomRoutes {
  const router = Router();
  const withPanels = { ...deps, panels: rememberPanels(deps.db) };
  router.get('/dashboard', (req, res) => showDashboard(withPanels, req, res));
  return { signedIn: router };
}

async function showDashboard(deps: WithPanels, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canReadTotals(viewer));
  const { say, lang } = frameOf(res);
  const voice = { say, lang };
  const now = today(deps.clock.now());
  const asked = readForm(z.object(asOfFields(now)), req.query as Sent);
  const scope = found(await findScope(deps.db, viewer, 'mine'));
  const head = {
    title: say('dashboard.title'),
    holidays: canEnterNotices(viewer)
      ? await holidayReminder(deps.db, deps.clock.now(), voice)
      : null,
    reminders: await ownReminders(deps.db, viewer, now, voice),
    scope: scopeName(scope, voice),
    today: now,
    nothing: [],
  };
  if (!asked.ok) {
    const fields = labelsOf(say, { asOf: 'ledger.day', position: 'ledger.position' });
    const form = formView(say, asked.typed, asked.faults, fields);
    page(res.status(400), 'dashboard/dashboard', { ...head, form, hasErrors: true, numbers: null });
    return;
  }
  const { asOf, position } = asked.value;
  page(res, 'dashboard/dashboard', {
    ...head,
    form: formView(say, { asOf, position: position === undefined ? '' : String(position) }),
    numbers: await numbersOf(deps, viewer, scope, { asOf, position }, voice),
  });
}

/** Everything that is counted, as of one moment; null where no park is in sight. */
async function numbersOf(
  { db, config, panels: read }: WithPanels,
  viewer: Viewer,
  scope: SeenScope,
  at: Moment,
  voice: Voice,
) {
  const state = await registerState(db);
  const publish = (address: TotalsAddress) => publishLink(viewer, address, state.position);
  const parks = await findParks(db, viewer, at);
  const parkIds = parks.map(({ id }) => id);
  const counties = viewer.role === 'park-manager' ? null : await findCounties(db);
  const totals = await readTotals(db, parkIds, at);
  const panels = await read(state.registerMark, parkIds, at);
  const promises = await readPromises(db, parkIds);
  const figures = { parks, totals, premises: panels.premises };
  const hasPng = await drawsPng(config);
  const chart = { ...at, scope: scope.text, state: state.mark, hasPng };
  return {
    asOf: asOfText(at, voice),
    coverage: coverageText(totals.coverage.sum(parkIds), voice),
    known:
      at.position === undefined
        ? voice.say('ledger.known-now', { position: state.position })
        : null,
    figures: presentFigures(scope.text, figures, { at, voice, publish }),
    hasParks: parks.length > 0,
    trends: presentTrends(totals, chart, voice),
    table: presentTable(scope.text, figures, at, voice, counties),
    walls: presentWalls(panels.premises, voice),
    bounds: presentBounds(panels, chart, voice),
    rent: presentRent(scope.text, figures, {
      at,
      chart,
      voice,
      publish,
      counties,
      rents: panels.rents,
    }),
    service: presentService(totals, scope.text, at, voice),
    parity: presentParity(promises, viewer, voice),
    unclaimed: presentUnclaimed(promises, voice),
    reach: presentReach(panels, at, viewer, voice),
  };
}
