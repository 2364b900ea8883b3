import type { SavedList } from '../people/saved-list.js';
import type { Columns } from '../web/list-columns.js';
import { readQuery } from '../web/read-query.js';
import { listAddress, VentureFilter } from './filter.js';
import { canSeeVentures } from './permissions.js';
import { ventureColumns } from './venture-columns.js';

/** The list of ventures, of which views are saved. */
export const ventureList: SavedList = {
  key: 'ventures',
  title: 'ventures.all',
  path: /^\/ventures$/,
  canSee: canSeeVentures,
  isShared: true,
  columns: ventureColumns satisfies Columns,
  addressOf(path, sent) {
    const { page: _, only: __, ...kept } = readQuery(VentureFilter, { query: sent });
    return listAddress(path, kept);
  },
};
