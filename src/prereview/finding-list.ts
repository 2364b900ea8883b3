import type { SavedList } from '../people/saved-list.js';
import { readQuery } from '../web/read-query.js';
import { PrereviewFilter, prereviewAddress } from './filter.js';
import { findingColumns } from './finding-columns.js';
import { canReadFindings } from './permissions.js';

/** What there is to bring up, of which views are saved. */
export const findingList: SavedList = {
  key: 'reminders',
  title: 'prereview.title',
  path: /^\/prereview$/,
  canSee: canReadFindings,
  isShared: true,
  columns: findingColumns,
  addressOf(_, sent) {
    const { page, ...kept } = readQuery(PrereviewFilter, { query: sent });
    return prereviewAddress(kept);
  },
};
