import type { Request, Response } from 'express';
import { today } from '../calendar/days.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { readQuery } from '../web/read-query.js';
import {
  kindOf,
  recordQueryOf,
  type TotalsAddress,
  type TotalsQuery,
  totalsQuery,
} from './forms.js';
import type { RecordQuery } from './record-list.js';
import { canReadTotals, findScope, type SeenScope } from './seen-scope.js';

/** The number that a request asks about, once it is known that the viewer may see it. */
export type AskedTotal = {
  query: TotalsQuery;
  scope: SeenScope;
  records: RecordQuery;
  address: TotalsAddress;
};

/** @throws BadRequest for an address that says no number; Forbidden; NotFound outside the viewer's sight */
export async function askedTotal(deps: Deps, req: Request, res: Response): Promise<AskedTotal> {
  const viewer = viewerOf(res);
  allow(canReadTotals(viewer));
  const query = readQuery(totalsQuery(today(deps.clock.now())), req);
  const scope = found(await findScope(deps.db, viewer, query.scope));
  const { measure, asOf, position, month } = query;
  const kind = kindOf(query);
  const address = {
    ...{ measure, asOf, position, kind, scope: scope.text },
    ...(month === null ? {} : { month }),
  };
  return { query, scope, records: recordQueryOf(query, scope.parkIds), address };
}
