import type { SavedList } from '../people/saved-list.js';
import { readQuery } from '../web/read-query.js';
import { ReachFilter, visitsAddress } from './filter.js';
import { canSeeVisits } from './permissions.js';
import { reachColumns } from './reach-columns.js';

/** The residents by when somebody was there, of which views are saved. */
export const reachList: SavedList = {
  key: 'reach',
  title: 'visits.reach.title',
  path: /^\/visits\/reach$/,
  canSee: canSeeVisits,
  isShared: true,
  columns: reachColumns,
  addressOf(_, sent) {
    const { page, ...kept } = readQuery(ReachFilter, { query: sent });
    return visitsAddress('/visits/reach', kept);
  },
};
