import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { type Day, today } from '../calendar/days.js';
import { drawsPng } from '../charts/chart-files.js';
import { canEnterNotices } from '../holidays/permissions.js';
import { holidayReminder } from '../holidays/reminder.js';
import type { Voice } from '../language/say.js';
import type { TotalsAddress } from '../ledger/forms.js';
import { asOfFields } from '../ledger/forms.js';
import { KeptPages } from '../ledger/kept-pages.js';
import { asOfText, coverageText, scopeName } from '../ledger/present.js';
import { publishLink } from '../ledger/publish-link.js';
import { registerState } from '../ledger/register-state.js';
import { canReadTotals, findScope, type SeenScope } from '../ledger/seen-scope.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import { ownReminders } from '../returns/reminders.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { readQuery } from '../web/read-query.js';
import type { RoomRoutes } from '../web/route-table.js';
import { bodyOf, type KeptBody } from '../web/views.js';
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
  const now = today(deps.clock.now());
  const { asOf, position } = readQuery(momentOn(now), req);
  // Whoever sees the same reads the same.
  const { role, regionCode, parkIds } = viewer;
  const key = [role, regionCode, parkIds, asOf, position];
  await bodies.answer(deps, res, key, () => makeBody(deps, res, { asOf, position }));
}

const bodies = new KeptPages(100);

/** The form is the same all day. */
const forms = new Map<Day, z.ZodObject<ReturnType<typeof asOfFields>>>();
function momentOn(now: Day) {
  const form = forms.get(now) ?? z.object(asOfFields(now));
  if (!forms.has(now)) forms.clear();
  forms.set(now, form);
  return form;
}

async function makeBody(deps: WithPanels, res: Response, at: Moment): Promise<KeptBody> {
  const viewer = viewerOf(res);
  const { say, lang } = frameOf(res);
  const { asOf, position } = at;
  const scope = found(await findScope(deps.db, viewer, 'mine', asOf));
  const { moment, ...numbers } = await numbersOf(deps, viewer, scope, at, { say, lang });
  return bodyOf(res, 'dashboard/dashboard', {
    ...(await headOf(deps, res, scope)),
    form: formView(say, { asOf, position: position === undefined ? '' : String(position) }),
    moment,
    numbers,
  });
}

async function headOf({ db, clock }: WithPanels, res: Response, scope: SeenScope) {
  const viewer = viewerOf(res);
  const { say, lang } = frameOf(res);
  const voice = { say, lang };
  const now = today(clock.now());
  return {
    title: say('dashboard.title'),
    holidays: canEnterNotices(viewer) ? await holidayReminder(db, clock.now(), voice) : null,
    reminders: await ownReminders(db, viewer, now, voice),
    scope: scopeName(scope, voice),
    today: now,
  };
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
  const parks = await findParks(db, scope, at);
  const parkIds = parks.map(({ id }) => id);
  const counties = viewer.role === 'park-manager' ? null : await findCounties(db);
  const totals = await readTotals(db, parkIds, at);
  const panels = await read(state.registerMark, parkIds, at);
  const promises = await readPromises(db, viewer);
  const figures = { parks, totals, premises: panels.premises };
  const hasPng = await drawsPng(config);
  const chart = { ...at, scope: scope.text, state: state.mark, hasPng };
  return {
    moment: {
      text: asOfText(at, voice),
      coverage: coverageText(totals.coverage.sum(parkIds), voice),
    },
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
