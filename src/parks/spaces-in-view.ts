import { sql } from '../database/sql.js';
import { foundBy } from '../find/found-by.js';
import { ofSpaceOn } from '../ledger/space-on.js';
import type { Viewer } from '../people/viewer.js';
import { asOfDay } from '../web/as-of.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import type { Sent } from '../web/form-body.js';
import { readQuery } from '../web/read-query.js';
import { findableSpaces } from './findable.js';
import { canReadRegister } from './permissions.js';
import { findParkInScope } from './queries.js';
import { SpaceListFilter } from './space-filter.js';
import type { SpaceFilter } from './space-queries.js';

/**
 * The spaces of a park that an address asks for.
 * @throws Forbidden; NotFound outside the viewer's scope; WrongQuery for what cannot be read, and a day that has not come
 */
export async function spacesInView(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  viewer: Viewer,
  { number, query }: { number: string; query: Sent },
) {
  allow(canReadRegister(viewer));
  const park = found(await findParkInScope(db, viewer, number));
  const asOf = asOfDay({ query }, clock);
  const filter = readQuery(SpaceListFilter, { query });
  const { state, kind, q, page } = filter;
  const of: SpaceFilter = {
    asOf,
    state,
    page,
    narrowed: [
      ...(kind === null ? [] : [sql`${ofSpaceOn('kind', asOf)} = ${kind}`]),
      ...[foundBy(findableSpaces, viewer, q) ?? []].flat(),
    ],
    by: filter,
  };
  return { park, asOf, filter, of };
}
