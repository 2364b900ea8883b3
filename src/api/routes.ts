import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import { asOfFields } from '../ledger/forms.js';
import { rememberRentCoverage } from '../ledger/rent-coverage.js';
import { refuseUnreadTimes } from '../web/asked-times.js';
import type { Deps } from '../web/deps.js';
import { readQuery } from '../web/read-query.js';
import type { RoomRoutes } from '../web/route-table.js';
import { networkTotals } from './network-totals.js';
import { describeApi } from './openapi.js';

/** The public numbers for programs. Other sites may read them: they hold nothing of a visitor's. */
export function apiRoutes({ db, clock }: Deps): RoomRoutes {
  const router = Router();
  const description = describeApi();
  const rents = rememberRentCoverage(db);
  router.get('/api/v1/openapi.json', forEveryone, (_req, res) => {
    res.json(description);
  });
  router.get('/api/v1/totals', forEveryone, async (req, res) => {
    const { asOf } = readQuery(z.object({ asOf: asOfFields(today(clock.now())).asOf }), req);
    refuseUnreadTimes(res);
    res.json(await networkTotals(db, asOf, rents));
  });
  return { open: router };
}

const forEveryone: RequestHandler = (_req, res, next) => {
  res.set({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'public, max-age=60' });
  res.set('Cross-Origin-Resource-Policy', 'cross-origin');
  next();
};
