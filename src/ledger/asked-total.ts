import type { Request, Response } from 'express';
import { today } from '../calendar/days.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import type { Sent } from '../web/form-body.js';
import { readQuery } from '../web/read-query.js';
import {
  kindOf,
  lastDayOf,
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

/** The page of a number, whose form asks for what stands under its address elsewhere. */
export const totalsPage = '/totals';

/** @throws WrongQuery for an address that says no number; Forbidden; NotFound outside the viewer's sight */
export const askedTotal = (deps: Deps, req: Request, res: Response): Promise<AskedTotal> =>
  totalAsked(deps, viewerOf(res), req.query as Sent);

/** The same, for whoever asks on behalf of a viewer. */
export async function totalAsked(deps: Deps, viewer: Viewer, asked: Sent): Promise<AskedTotal> {
  allow(canReadTotals(viewer));
  const query = readQuery(totalsQuery(today(deps.clock.now())), { query: asked }, totalsPage);
  const { measure, asOf, position, month } = query;
  const day = query.countiesOn ?? lastDayOf(query);
  const scope = found(await findScope(deps.db, viewer, query.scope, day));
  const kind = kindOf(query);
  const address = {
    measure,
    asOf,
    position,
    kind,
    scope: scope.text,
    countiesOn: query.countiesOn ?? undefined,
    ...(month === null ? {} : { month }),
  };
  return { query, scope, records: recordQueryOf(query, scope.parkIds), address };
}
