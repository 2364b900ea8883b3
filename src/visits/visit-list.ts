import type { SavedList } from '../people/saved-list.js';
import { readQuery } from '../web/read-query.js';
import { VisitFilter, visitsAddress } from './filter.js';
import { canSeeVisits } from './permissions.js';
import { visitColumns } from './visit-columns.js';

/** The list of visits, of which views are saved. */
export const visitList: SavedList = {
  key: 'visits',
  title: 'visits.title',
  path: /^\/visits$/,
  canSee: canSeeVisits,
  isShared: true,
  columns: visitColumns,
  addressOf(_, sent) {
    const { page, ...kept } = readQuery(VisitFilter, { query: sent });
    return visitsAddress('/visits', kept);
  },
};
